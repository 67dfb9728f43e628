import type { Place } from "../../language/place.ts";
import { groupBy } from "../../group-by.ts";
import { changeGroups, type ChangeGroup, type Item } from "../change.ts";
import type { Block, Review } from "../review.ts";

/** What is said of one alert, or in the same words of several. */
export interface AlertBlock {
  readonly names: readonly string[];
  /** `critical → high`; undefined: as before. */
  readonly severity: string | undefined;
  /** Undefined of several. */
  readonly place: Place | undefined;
  readonly items: readonly Item[];
}

/** What is said of other things. */
export interface Section {
  readonly group: ChangeGroup;
  readonly title: string;
  /** All that is said of one thing belongs on one line. */
  readonly lines: readonly Line[];
}

export interface Line {
  readonly name: string;
  readonly items: readonly Item[];
}

export interface LaidOut {
  readonly alerts: readonly AlertBlock[];
  readonly sections: readonly Section[];
}

/** The order in which people read it: the alerts, one block each, then what else there is by the question that it answers. */
export function laidOut({ blocks }: Review): LaidOut {
  const isOfAlert = ({ subject }: Block) => subject.what === "alert";
  const rest = blocks.filter((block) => !isOfAlert(block)).flatMap(({ items }) => items);
  const byGroup = groupBy(rest, ({ group }) => group);
  const { own, shared } = sharedApart(blocks.filter(isOfAlert));
  return {
    alerts: [...merged(own), ...merged(shared)].map(alertBlock),
    sections: groupNames.flatMap((group) => {
      const items = byGroup.get(group);
      const { title } = changeGroups[group];
      if (!items) return [];
      const byName = groupBy(items, ({ subject }) => subject.name);
      const lines = [...byName].map(([name, own]) => ({ name, items: own }));
      return { group, title: title.charAt(0).toUpperCase() + title.slice(1), lines };
    }),
  };
}

/** What a route does is one change, whatever else is said of its alerts: it stands once, behind what is said of each. */
function sharedApart(blocks: readonly Block[]): Readonly<Record<"own" | "shared", readonly Block[]>> {
  const said = groupBy(
    blocks.flatMap(({ items }) => items),
    sentenceOf,
  );
  const isShared = (item: Item) => item.class === "sent" && (said.get(sentenceOf(item))?.length ?? 0) > 1;
  const only = (isWanted: (item: Item) => boolean) =>
    blocks
      .map(({ subject, items }) => ({ subject, items: items.filter(isWanted) }))
      .filter(({ items }) => items.length > 0);
  return { own: only((item) => !isShared(item)), shared: only(isShared) };
}

const groupNames: readonly ChangeGroup[] = [
  "rests",
  "slo",
  "sees",
  "collected",
  "runs",
  "proof",
  "who",
  "when",
  "says",
];

/** Those of which the same is said are said together: a route is one change, of however many alerts. */
function merged(blocks: readonly Block[]): Block[][] {
  return [...groupBy(blocks, ({ items }) => items.map(sentenceOf).join("\n")).values()];
}

function sentenceOf({ kind, text, shown }: Item): string {
  return JSON.stringify([kind, text, shown]);
}

function alertBlock(blocks: readonly Block[]): AlertBlock {
  const [first] = blocks;
  const items = (first?.items ?? []).map((item, index) => ({ ...item, labelSets: setsOfAll(blocks, index) }));
  const severity = items.find(({ kind }) => kind === "severity");
  return {
    names: blocks.map(({ subject }) => subject.name),
    severity: severity?.text.replace(/^severity /, ""),
    place: blocks.length === 1 ? first?.subject.place : undefined,
    items: items.filter((item) => item !== severity),
  };
}

/** Of the same sentence about several alerts, how many sets of labels were asked about in all. */
function setsOfAll(blocks: readonly Block[], index: number): number | undefined {
  const counts = blocks.flatMap(({ items }) => items[index]?.labelSets ?? []);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

/** `definitions/alerts.ts:14` */
export function placeText({ file, line }: Place): string {
  return `${file}:${line}`;
}

/** `A`, `A, B and 12 more` */
export function blockTitle({ names }: AlertBlock): string {
  const more = names.length - namedTogether;
  return more > 0 ? `${names.slice(0, namedTogether).join(", ")} and ${more} more` : names.join(", ");
}

/** As many names as fit on a line. */
const namedTogether = 4;
