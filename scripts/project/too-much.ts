import type { Asked, Chance } from "./chances.ts";
import { readIn, textOf } from "./thrown.ts";

/** What nothing can be larger than that is made in one call: V8 would end this process, or be busy with it for minutes. */
const most = 2 ** 24;

const fix =
  "look for a number with too many zeros, for a loop that adds to what it goes through, or for a text that is doubled again and again";

function tooMuch(what: string): Chance {
  return { message: `makes ${what} of more than ${most}, which no definition needs`, fix };
}

export const longList = tooMuch("a list");
const text = tooMuch("a text");

function isTooMany(length: unknown): boolean {
  return typeof length === "number" && length > most;
}

/** A list that is as long as the only thing that it is given says. */
export function isLongList(args: readonly unknown[]): boolean {
  return args.length === 1 && isTooMany(args[0]);
}

/** What makes as much as it is told in one call, which nothing can interrupt. */
export const sized: readonly Asked[] = [
  {
    of: Array,
    name: "from",
    called: "Array.from()",
    chance: longList,
    when: ([source]) => isTooMany(readIn(source, "length")) && !isIterable(source),
  },
  {
    of: Array.prototype,
    name: "fill",
    called: "fill()",
    chance: longList,
    when: (_args, self) => isTooMany(readIn(self, "length")),
  },
  {
    of: String.prototype,
    name: "repeat",
    called: "repeat()",
    chance: text,
    when: ([count], self) => isTooMany(Number(count) * String(self).length),
  },
  ...["padStart", "padEnd"].map((name): Asked => ({
    of: String.prototype,
    name,
    called: `${name}()`,
    chance: text,
    when: ([length]) => isTooMany(length),
  })),
];

function isIterable(source: unknown): boolean {
  return Array.isArray(source) || typeof readIn(source, Symbol.iterator) === "function";
}

/** How V8 says that something would be larger than it can be. */
const sizes =
  /^(?:Invalid (?:array|string|array buffer|typed array) length\b|Array buffer allocation failed|(?:Map|Set) maximum size exceeded|Maximum BigInt size exceeded|Cannot create a string longer than )/;

/** In words for a person what grew beyond what there can be, where that was thrown. */
export function grownTooLarge(thrown: unknown): Chance | undefined {
  const message = textOf(thrown, "message") ?? "";
  return sizes.test(message)
    ? { message: `what is made here has a size that nothing can have: ${message}`, fix }
    : undefined;
}
