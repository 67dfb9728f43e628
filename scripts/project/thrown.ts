import { inspect, types } from "node:util";

/** What is read of something that was thrown; whatever it is, reading it throws nothing more. */
export interface Thrown {
  /** In words for a person: `later` of an error, `a definition threw 1n` of anything else. */
  readonly message: string;
  /** Of an error; undefined where it has none that could be read. */
  readonly stack: string | undefined;
}

/** An author's code may throw anything, such as `1n`, `null`, or an object whose message throws when it is read. */
export function readThrown(thrown: unknown): Thrown {
  if (!types.isNativeError(thrown))
    return { message: `a definition threw ${shown(thrown)}`, stack: undefined };
  const message = textOf(thrown, "message");
  return {
    message: message ?? "a definition threw an error whose message cannot be read",
    stack: textOf(thrown, "stack"),
  };
}

/** A text that something has under a name, whatever it is; undefined where there is none that could be read. */
export function textOf(thing: unknown, name: string): string | undefined {
  const text = readIn(thing, name);
  return typeof text === "string" ? text : undefined;
}

/** What something has under a name; undefined where there is nothing that could be read. */
export function readIn(thing: unknown, name: PropertyKey): unknown {
  if (typeof thing !== "object" || thing === null) return undefined;
  try {
    return Reflect.get(thing, name);
  } catch {
    return undefined;
  }
}

// Enough to find it in a definition.
const longest = 200;

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shortened(value));
  try {
    // Of a proxy its target, and of an object only what lies in it: nothing of it is run.
    const options = { depth: 1, breakLength: Infinity, customInspect: false, showProxy: true };
    return shortened(inspect(value, { ...options, maxArrayLength: 5, maxStringLength: longest }));
  } catch {
    return "something that cannot be shown";
  }
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
