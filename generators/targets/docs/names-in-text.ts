import { beginnings, nameAt, nameTable, placeAt, type NameTable } from "../../text/name-table.ts";
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
  const table = nameTable(nameables);
  return (text) => linkedNames(text, table);
}

function linkedNames(text: string, table: NameTable<Nameable>): LinkedName[] {
  const found: LinkedName[] = [];
  let from = 0;
  for (const { index: start } of beginnings(text)) {
    const name = start < from ? undefined : nameAt(text, start, table);
    if (name === undefined) continue;
    const end = start + name.length;
    from = end;
    const before = introduction(text.slice(0, start), text.slice(found.at(-1)?.end ?? start, start));
    if (before === undefined && !standsAlone(name)) continue;
    const target = meant(table.named(name), placeAt(text, end, table), before === "panel")?.target;
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
  named: readonly Nameable[],
  place: string | undefined,
  isPanel: boolean,
): Nameable | undefined {
  const called = named.filter((one) => !isPanel || one.on !== undefined);
  return (
    called.find(({ on }) => on !== undefined && on === place) ??
    called.find(({ isFar }) => isFar !== true) ??
    (isPanel ? called[0] : undefined)
  );
}
