import { groupBy } from "../group-by.ts";

/** Names by the word that they begin with: a text is read once, however many names there are. */
export interface NameTable<T extends Named = Named> {
  /** All of one name, in the order in which they were given. */
  readonly named: (name: string) => readonly T[];
  /** The names that begin with this word, or with this sign, the longest first. */
  readonly beginningWith: (word: string) => readonly string[];
}

interface Named {
  readonly name: string;
}

/** The table of these; no text names what has an empty name. */
export function nameTable<T extends Named>(all: readonly T[]): NameTable<T> {
  const byName = groupBy(all, ({ name }) => name);
  return { named: (name) => byName.get(name) ?? [], beginningWith: byFirstWord(byName.keys()) };
}

/** Looks up the names that begin with a word, or with a sign, the longest first; an empty one is none. */
export function byFirstWord(names: Iterable<string>): (word: string) => readonly string[] {
  const longestFirst = [...names].filter((name) => name !== "").sort((a, b) => b.length - a.length);
  const byWord = groupBy(longestFirst, (name) => wordAt(name, 0));
  return (word) => byWord.get(word) ?? [];
}

/** Where in a text a name may begin, and the word or the sign that stands there. */
export function beginnings(text: string): Iterable<{ readonly 0: string; readonly index: number }> {
  return text.matchAll(/(?<![\p{L}\p{N}_/.$-])(?:[\p{L}\p{N}_]+|[^])/gu);
}

/** The longest of the names that stand there. */
export function nameAt(text: string, at: number, { beginningWith }: NameTable): string | undefined {
  return namesAt(text, at, beginningWith(wordAt(text, at))).next().value;
}

/** The names that stand anywhere in a text, each once. */
export function namesWithin(text: string, beginningWith: NameTable["beginningWith"]): string[] {
  const found = new Set<string>();
  for (const { 0: word, index } of beginnings(text)) {
    for (const name of namesAt(text, index, beginningWith(word))) found.add(name);
  }
  return [...found];
}

/**
 * What a text says right behind a name of where that is: `Shop` in ` of the dashboard Shop`. The name may be one of several that
 * are there: ` and Latency of Shop`.
 */
export function placeAt(text: string, at: number, table: NameTable): string | undefined {
  const behind = endOf(quote, text, at) ?? at;
  const next = endOf(another, text, behind);
  if (next !== undefined) {
    for (const name of namesAt(text, next, table.beginningWith(wordAt(text, next)))) {
      const place = placeAt(text, next + name.length, table);
      if (place !== undefined) return place;
    }
  }
  const there = endOf(on, text, behind);
  return there === undefined ? undefined : nameAt(text, there, table);
}

const word = /[\p{L}\p{N}_]+|[^]/uy;
const boundary = /(?![\p{L}\p{N}_/-]|\.\w)/uy;
const quote = /["'`“”]/y;
const another = /(?:, | and | or )["'`“”]?/y;
const on = / (?:of|on|in) (?:the dashboard )?["'`“”]?/y;

/** The word that begins there in a text, or the sign that stands there. */
export function wordAt(text: string, at: number): string {
  return text.slice(at, endOf(word, text, at));
}

function* namesAt(text: string, at: number, names: readonly string[]): Generator<string, undefined> {
  for (const name of names) {
    if (text.startsWith(name, at) && endOf(boundary, text, at + name.length) !== undefined) yield name;
  }
}

/** Where that ends which stands there; undefined when it does not stand there. */
function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
