/** What a template can hold. */
export type Value = string | number | boolean | Thing;

/** A structure, a map, a list or a moment of Go: what can be asked of it. */
export interface Thing {
  /** A field, or the answer of a method; undefined: it has none of this name. */
  readonly get: (name: string, args: readonly Value[]) => Value | undefined;
  /** What a range goes through. Left out: nothing can. */
  readonly items?: readonly Value[];
  /** It counts as false. */
  readonly isEmpty: boolean;
  /** It is HTML already. */
  readonly html?: string;
}

export function listOf(items: readonly Value[], get: Thing["get"] = () => undefined): Thing {
  return { get, items, isEmpty: items.length === 0 };
}

export function structureOf(fields: Readonly<Record<string, Value>>): Thing {
  return { get: (name) => (Object.hasOwn(fields, name) ? fields[name] : undefined), isEmpty: false };
}

export function isTrue(value: Value): boolean {
  return typeof value === "object" ? !value.isEmpty : value !== "" && value !== 0 && value !== false;
}

/** As Go prints it. */
export function printed(value: Value): string {
  if (typeof value !== "object") return String(value);
  if (value.html === undefined) throw new SyntaxError("this value is never printed");
  return value.html;
}

export function textOf(value: Value | undefined): string {
  if (typeof value !== "string") throw new SyntaxError("a text belongs here");
  return value;
}
