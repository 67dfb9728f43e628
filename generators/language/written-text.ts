import type { Place } from "./place.ts";
import { timeless } from "./timeless.ts";
import { labelWords, type LabelWords, misuses, type Word, wordFor } from "./word.ts";

/** Why a text cannot be written once and for all. */
export interface TextMistake {
  /** The line within the text; undefined where it is the text as a whole. */
  readonly place: Place | undefined;
  /** What goes on behind the name of the text: `asks what time it is`. */
  readonly what: string;
  readonly fix: string;
}

/** A text with all that it inserts. */
export interface Written {
  /** As it is deployed. */
  readonly text: string;
}

/** What is there instead where something is wrong with it. */
export interface Unwritten {
  /** The first that was found. */
  readonly mistake: TextMistake;
}

export type WrittenText = Written | Unwritten;

/** What a text that is a function can insert. */
export interface WordsOfText<Name extends string> {
  /** Each by its name. */
  readonly labels: LabelWords<string>;
  /** Besides labels. */
  readonly others: Readonly<Record<Name, Word>>;
}

/** A text that is a function. */
export interface SpokenText<Name extends string> {
  /** As its author wrote it. */
  readonly source: string;
  /** Calls it; gives a text or a word. */
  readonly say: (given: WordsOfText<Name>) => unknown;
  /** What it can insert besides labels. */
  readonly names: readonly Name[];
  /** What its labels are known to be. */
  readonly values?: readonly string[];
}

/** What a word is written as, by what it is: `the value`, `the label instance`. */
type Spelling = (name: string) => string;

/**
 * The text that a function gives. It is called several times, with words that can only be inserted and then with plain texts: what
 * it says around them must always be the same, since it is written before anybody knows them.
 */
export function writtenText<Name extends string>(spoken: SpokenText<Name>, spelling: Spelling): WrittenText {
  const first = said(spoken, marked);
  if ("mistake" in first) return first;
  const again = said(spoken, markedOtherwise);
  if ("mistake" in again) return again;
  if (again.text !== filled(first.text, markedOtherwise)) {
    const same = said(spoken, marked);
    return { mistake: "text" in same && same.text === first.text ? dependsOnWords : neverTheSame };
  }
  const depends = triedIn(spoken).some((value) => saidOf(spoken, value) !== filled(first.text, () => value));
  return depends ? { mistake: dependsOnWords } : { text: filled(first.text, spelling) };
}

/** What a label becomes, by the name of its word. */
export function labelNamed(name: string): string | undefined {
  return /^the label (.*)$/.exec(name)?.[1];
}

const neverTheSame: TextMistake = {
  place: undefined,
  what: "is another text each time it is asked for",
  fix: "write what stays the same with each build",
};

const dependsOnWords: TextMistake = {
  place: undefined,
  what: "makes something of what it inserts, which nobody knows before the text is read",
  fix: "only insert labels, value and threshold, and leave them as they are; where another text is needed, narrow the expression with where() and write each its own",
};

// Letters that no language has. Marks of other lengths, so that a text that counts them is another one.
const marked: Spelling = (name) => `\uE000${name}\uE001`;
const markedOtherwise: Spelling = (name) => `\uE000\uE002${name}\uE001`;
const mark = /\uE000([^\uE001]*)\uE001/gu;

function filled(text: string, spelling: Spelling): string {
  return text.replace(mark, (_, name: string) => spelling(name));
}

function said<Name extends string>({ say, names }: SpokenText<Name>, spelling: Spelling): WrittenText {
  const { found, misused, left } = misuses();
  const wordOf = (name: string) => wordFor(spelling(name), name, misused);
  const labels = labelWords((label) => wordOf(`the label ${label}`), misused);
  try {
    const result = timeless(misused, () => say(wordsOf(names, (name) => wordOf(`the ${name}`), labels)));
    if (found.length === 0) return { text: String(result) };
  } catch (thrown) {
    if (thrown !== left) throw thrown;
  }
  return { mistake: found[0] ?? neverTheSame };
}

/** What it says where all that it inserts is this text; undefined where it then says nothing. */
function saidOf<Name extends string>({ say, names }: SpokenText<Name>, value: string): string | undefined {
  // A cast: a text that only inserts its words cannot tell them from plain ones.
  const plain = value as unknown as Word;
  try {
    return String(say(wordsOf(names, () => plain, new Proxy({}, { get: () => plain }))));
  } catch {
    return undefined;
  }
}

function wordsOf<Name extends string>(
  names: readonly Name[],
  wordOf: (name: Name) => Word,
  labels: LabelWords<string>,
): WordsOfText<Name> {
  // A cast: there is a word for each name.
  const others = Object.fromEntries(names.map((name) => [name, wordOf(name)])) as Record<Name, Word>;
  return { labels, others };
}

/** Plain texts that would show what it makes of them. Of a template alone, or of a word alone, that is nothing. */
function triedIn({ source, values = [] }: Pick<SpokenText<string>, "source" | "values">): readonly string[] {
  return isTemplate.test(source) ? [] : [...new Set([...usualValues, ...values, ...literalsIn(source)])];
}

const isTemplate = /^\(?[\w\s{},:$]*\)?\s*=>\s*(?:`(?:[^`$\\]|\\[\s\S]|\$(?!\{)|\$\{[\w.$]+\})*`|[\w.$]+)$/;

/** What texts look for, or take apart, whose author took the words for known: names, addresses, numbers. */
const usualValues: readonly string[] = [
  "",
  "0",
  "-1000000",
  "1000000",
  "localhost:8080",
  "https://shop-1.prod.internal/path?query=1",
  "production staging testing development",
];

/** What a text compares its words with stands in it: its own texts and numbers, and what its patterns look for. */
function literalsIn(source: string): string[] {
  const quoted = [...source.matchAll(/(["'`/])((?:(?!\1)[^\\\n]|\\.)*)\1/g)].map(([, , inner = ""]) => inner);
  const numbers = source.match(/\b\d+(?:\.\d+)?\b/g) ?? [];
  return [...quoted, ...quoted.flatMap((inner) => inner.match(/\w+/g) ?? []), ...numbers];
}
