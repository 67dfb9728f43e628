import { groupBy } from "../group-by.ts";

/** Names by the word that they begin with: a text is read once, however many names there are. */
export interface NameTable<T extends Named = Named> {
  /** All of one name, in the order in which they were given. */
  readonly named: (name: string) => readonly T[];
  readonly startingAt: StartingAt;
}

/** The names with which a text goes on at a place, the longest first; whether they end there at the end of a word is not looked at. */
export type StartingAt = (text: string, at: number) => Iterable<string>;

interface Named {
  readonly name: string;
}

/** The table of these; no text names what has an empty name. */
export function nameTable<T extends Named>(all: readonly T[]): NameTable<T> {
  const byName = groupBy(all, ({ name }) => name);
  return { named: (name) => byName.get(name) ?? [], startingAt: startingAt(byName.keys()) };
}

/** Finds names by the word that they begin with, and then by their length: many may begin alike. An empty one is none. */
export function startingAt(names: Iterable<string>): StartingAt {
  const all = [...new Set(names)].filter((name) => name !== "").sort((a, b) => b.length - a.length);
  const byWord = groupBy(all, (name) => wordAt(name, 0));
  const tables = new Map(
    [...byWord].map(([word, own]) => [
      word,
      { known: new Set(own), lengths: [...new Set(own.map(({ length }) => length))] },
    ]),
  );
  return function* (text, at) {
    const { known, lengths } = tables.get(wordAt(text, at)) ?? none;
    for (const length of lengths) {
      const name = text.slice(at, at + length);
      if (known.has(name)) yield name;
    }
  };
}

const none = { known: new Set<string>(), lengths: [] };

/** Where in a text a name may begin. */
export function beginnings(text: string): Iterable<{ readonly index: number }> {
  return text.matchAll(/(?<![\p{L}\p{N}_/.$-])(?:[\p{L}\p{N}_]+|[^])/gu);
}

/** The longest of the names that stand there. */
export function nameAt(
  text: string,
  at: number,
  { startingAt }: Pick<NameTable, "startingAt">,
): string | undefined {
  return namesAt(text, at, startingAt).next().value;
}

/** The names that stand anywhere in a text, each once. */
export function namesWithin(text: string, startingAt: StartingAt): string[] {
  const found = new Set<string>();
  for (const { index } of beginnings(text)) {
    for (const name of namesAt(text, index, startingAt)) found.add(name);
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
    for (const name of namesAt(text, next, table.startingAt)) {
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

function wordAt(text: string, at: number): string {
  return text.slice(at, endOf(word, text, at));
}

function* namesAt(text: string, at: number, names: StartingAt): Generator<string, undefined> {
  for (const name of names(text, at)) {
    if (endOf(boundary, text, at + name.length) !== undefined) yield name;
  }
}

/** Where that ends which stands there; undefined when it does not stand there. */
function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
