import type { LinkedName, NamesIn } from "./readable-text.ts";

/** What a text may name, and where that leads. Of several with one name the first is meant. */
export interface Nameable {
  readonly name: string;
  readonly target: string;
  /** Of a panel: the title of its dashboard. */
  readonly on?: string;
  /** It belongs to somebody else: it is meant only if the text says that it is a panel, or where. */
  readonly isFar?: boolean;
}

/**
 * The names of panels, dashboards, alerts and runbooks in a text. A title of one word may be just a word that begins a sentence, so
 * that needs another one before it: `the panel Memory`, `see Memory`, or a name that it continues.
 */
export function namesIn(nameables: readonly Nameable[]): NamesIn {
  const names = [...new Set(nameables.map(({ name }) => name))].filter((name) => name !== "");
  if (names.length === 0) return () => [];
  const anyOf = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const any = `(?:${anyOf.join("|")})`;
  const grammar: Grammar = {
    name: new RegExp(`(?<![\\p{L}\\p{N}_/.$-])${any}(?![\\p{L}\\p{N}_/-]|\\.\\w)`, "gu"),
    place: new RegExp(
      `^${quotes}(?:(?:, | and | or )${quotes}${any}${quotes})* (?:of|on|in) (?:the dashboard )?${quotes}(?<place>${any})`,
      "u",
    ),
  };
  return (text) => linkedNames(text, nameables, grammar);
}

const quotes = "[\"'`“”]?";

interface Grammar {
  readonly name: RegExp;
  /** What follows a name and says on which dashboard it is. */
  readonly place: RegExp;
}

function linkedNames(text: string, nameables: readonly Nameable[], grammar: Grammar): LinkedName[] {
  const found: LinkedName[] = [];
  for (const { 0: name, index: start } of text.matchAll(grammar.name)) {
    const end = start + name.length;
    const before = introduction(text.slice(0, start), text.slice(found.at(-1)?.end ?? start, start));
    if (before === undefined && !standsAlone(name)) continue;
    const place = grammar.place.exec(text.slice(end))?.groups?.["place"];
    const target = meant(nameables, name, place, before === "panel")?.target;
    if (target !== undefined) found.push({ start, end, target });
  }
  return found;
}

/** Several words, or one as nobody writes who means no name: `ShopDown`. */
function standsAlone(name: string): boolean {
  return name.includes(" ") || /\p{Ll}\p{Lu}/u.test(name);
}

/** How a text leads to a name; undefined: it may be a word like any other. */
function introduction(before: string, sinceLast: string): "panel" | "look" | undefined {
  if (/\bpanels? ["'`“]?$/iu.test(before)) return "panel";
  const goesOn = /^["'`”]?(?:,|,? and|,? or) ["'`“]?$/u.test(sinceLast);
  return goesOn || /\b(?:see|look at|watch|compare with|alerts?) ["'`“]?$/iu.test(before)
    ? "look"
    : undefined;
}

/** The first of that name on the dashboard that the text says, or of those that are near. */
function meant(
  nameables: readonly Nameable[],
  name: string,
  place: string | undefined,
  isPanel: boolean,
): Nameable | undefined {
  const called = nameables.filter((one) => one.name === name && (!isPanel || one.on !== undefined));
  return (
    called.find(({ on }) => on !== undefined && on === place) ??
    called.find(({ isFar }) => isFar !== true) ??
    (isPanel ? called[0] : undefined)
  );
}
