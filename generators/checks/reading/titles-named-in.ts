import { remembered } from "../../remembered.ts";
import { startingAt } from "../../text/name-table.ts";
import { mayBeMeant, spelt, type Spelt, suggestion } from "../../text/suggestion.ts";

/** What a text may name by its title. */
export interface Titled {
  /** As texts call it: `panel`. */
  readonly word: string;
  readonly titles: readonly string[];
}

/** A title that a text names and nothing has. */
export interface LostTitle {
  readonly word: string;
  /** As far as its end can be recognised. */
  readonly title: string;
  readonly hint: string;
}

/**
 * The titles behind `the panel …`, `dashboard "…"` or `the panels … and …` that nothing has, of what a text mentions. Where a title
 * ends the text does not say, so it is enough that one is there; a word in small letters is no title but goes on with the sentence.
 */
export function lostTitles(mentioned: readonly Mention[], titled: Titled): LostTitle[] {
  return mentioned.flatMap(({ title, rest }) => (title === undefined ? lostAt(rest, titled) : []));
}

/** A place in a text that names something by its title. */
export interface Mention {
  /** With its quote, if it has one; undefined: nothing is called so. */
  readonly title: string | undefined;
  /** From the title to the end of the text. */
  readonly rest: string;
}

export function mentions(text: string, titled: Titled): Mention[] {
  return [...text.matchAll(startOf(titled))].flatMap(({ 0: start, 1: plural, index }) =>
    mentionsFrom(text.slice(index + start.length), plural !== "", titled.titles),
  );
}

const startOf = remembered(({ word }: Titled) => new RegExp(`\\b${word}(s?) (?=["'\`“]?[\\p{L}\\d])`, "giu"));

function mentionsFrom(rest: string, goesOn: boolean, titles: readonly string[]): Mention[] {
  const title = titleAt(rest, titles);
  const found = { title, rest };
  if (!goesOn || title === undefined) return [found];
  // `the panels A of X and B of Y`: what is right behind the word is a title too; what comes later may be anything.
  const behind = rest.slice(title.length);
  const next = /^["'`”]?([^.:;!?]{0,60}?)(?:,|,? and|,? or) (?=["'`“]?\p{Lu})/u.exec(behind);
  if (!next) return [found];
  const others = mentionsFrom(behind.slice(next[0].length), goesOn, titles);
  return next[1] === "" || others[0]?.title !== undefined ? [found, ...others] : [found];
}

const tableOf = remembered((titles: readonly string[]) => startingAt(titles));

/** The longest title with which a text begins, with its quotes. */
export function titleAt(text: string, titles: readonly string[]): string | undefined {
  const quote = /^["'`“]?/.exec(text)?.[0] ?? "";
  const bare = text.slice(quote.length);
  for (const title of tableOf(titles)(bare, 0)) {
    if (!/^\w/.test(bare.slice(title.length))) return `${quote}${title}`;
  }
  return undefined;
}

function lostAt(text: string, { word, titles }: Titled): LostTitle[] {
  const quoted = /^["`“]([^"`”]{1,80})["`”]/.exec(text)?.[1];
  if (quoted !== undefined) return [{ word, title: quoted, hint: suggestion(quoted, titles) }];
  const near = nearTitle(text, titles);
  if (near) return [{ word, ...near }];
  const [first = ""] = /^[\p{L}\d-]+/u.exec(text) ?? [];
  if (!/^\p{Lu}/u.test(first) || noTitle.has(first)) return [];
  // As much of the sentence as may be a title: to its next sign, or to a word that goes on with it.
  const [title = first] =
    /^[\p{L}\d-]+(?: (?!(?:says?|shows?|is|are|of|in|on|for|and|or|has|have)\b)[\p{L}\d-]+){0,4}/u.exec(
      text,
    ) ?? [];
  return [{ word, title, hint: "" }];
}

/** What the text begins with is nearly a title. */
export function nearTitle(
  text: string,
  titles: readonly string[],
): { title: string; hint: string } | undefined {
  const words = text.split(" ");
  const writtenAs = new Map<number, Spelt>();
  for (const { title, length } of inOrder(titles)) {
    const written = writtenAs.get(length) ?? spelt(firstWords(words, length));
    writtenAs.set(length, written);
    if (written.text === "" || written.text === title.text || !mayBeMeant(written, title)) continue;
    const hint = suggestion(written.text, [title]);
    if (hint !== "") return { title: written.text, hint };
  }
  return undefined;
}

function firstWords(words: readonly string[], count: number): string {
  const text = words.slice(0, count).join(" ");
  return text.replace(/[.,:;?!)"'`”]+$/, "");
}

/** Titles in the order of the alphabet, with how many words each has. */
const inOrder = remembered((titles: readonly string[]) =>
  [...titles].sort().map((title) => ({ title: spelt(title), length: title.split(" ").length })),
);

/** What follows such a word in a sentence that names none: `the dashboard URL`, `the panel I opened`. */
const noTitle = new Set("I A The URL URI ID UID JSON YAML Grafana Kibana Prometheus Alertmanager".split(" "));
