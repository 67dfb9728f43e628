/** What is written into a TypeScript file: text as it is, or parts in brackets that wrap where a line has no room for them. */
export type Code = string | Bracketed | Arrow | Chain;

export interface Bracketed {
  readonly kind: "bracketed";
  /** `gauge({`, `[` */
  readonly open: string;
  readonly close: string;
  readonly items: readonly Item[];
  /** Whether one line has blanks inside the brackets, as objects have. */
  readonly padded: boolean;
  /** Whether it is wrapped even where it would fit. */
  readonly wrapped: boolean;
}

/** Methods that are called one after the other: `orders.rate("5m").sumBy("instance")`. */
export interface Chain {
  readonly kind: "chain";
  readonly head: string | Bracketed;
  readonly calls: readonly Code[];
}

/** The expression with more calls of methods behind it, each without its dot: `chain("orders", 'rate("5m")')`. */
export function chain(start: Chain | Bracketed | string, ...more: readonly Code[]): Chain {
  if (typeof start === "string" || start.kind === "bracketed")
    return { kind: "chain", head: start, calls: more };
  const { head, calls } = start;
  return { kind: "chain", head, calls: [...calls, ...more] };
}

/** A function with one expression as its body. */
export interface Arrow {
  readonly kind: "arrow";
  readonly parameters: string;
  readonly body: string;
}

export interface Item {
  /** Of an object: the key. */
  readonly key?: string | undefined;
  readonly value: Code;
  /** A line above it. */
  readonly comment?: string | undefined;
}

type Entry = Item & { readonly key: string };

/** An object as the only argument of a call, or alone where `name` is empty: `gauge({ … })`. */
export function object(
  name: string,
  entries: readonly Entry[],
  { wrapped = false }: { readonly wrapped?: boolean } = {},
): Bracketed {
  const [open, close] = name === "" ? ["{", "}"] : [`${name}({`, "})"];
  return { kind: "bracketed", open, close, items: entries, padded: true, wrapped };
}

/** A definition with a name and options: `scrapeJob("shop", { … })`. */
export function named(word: string, name: string, options: readonly Entry[]): Bracketed {
  return { ...object("", options, { wrapped: true }), open: `${word}(${text(name)}, {`, close: "})" };
}

/** A call whose arguments each have their own line when they do not fit. */
export function call(name: string, args: readonly Code[], wrapped = false): Bracketed {
  const items = args.map((value) => ({ value }));
  return { kind: "bracketed", open: `${name}(`, close: ")", items, padded: false, wrapped };
}

export function list(values: readonly Code[], wrapped = false): Bracketed {
  const items = values.map((value) => ({ value }));
  return { kind: "bracketed", open: "[", close: "]", items, padded: false, wrapped };
}

/** A key of an object, in quotes where it needs them. */
export function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name);
}

/** A text in quotes: double ones, unless more of them would have to be escaped. */
export function text(value: string): string {
  const json = JSON.stringify(value).replace(
    /[\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16)}`,
  );
  const [doubles, singles] = [value.split('"').length, value.split("'").length];
  if (doubles <= singles) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
