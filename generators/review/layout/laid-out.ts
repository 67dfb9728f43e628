import { groupBy } from "../../group-by.ts";
import { changeGroups, type ChangeGroup, type Item } from "../change.ts";
import type { Block, Review } from "../review.ts";

/** What is said of one alert, or in the same words of several. */
export interface AlertBlock {
  readonly names: readonly string[];
  /** `critical → high`; undefined: as before. */
  readonly severity: string | undefined;
  readonly place: string | undefined;
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
  return {
    alerts: merged(blocks.filter(isOfAlert)).map(alertBlock),
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
  const said = ({ items }: Block) =>
    JSON.stringify(items.map(({ kind, text, shown }) => [kind, text, shown]));
  return [...groupBy(blocks, said).values()];
}

function alertBlock(blocks: readonly Block[]): AlertBlock {
  const [first] = blocks;
  const items = (first?.items ?? []).map((item, index) => ({ ...item, labelSets: setsOfAll(blocks, index) }));
  const severity = items.find(({ kind }) => kind === "severity");
  const place = blocks.length === 1 ? first?.subject.place : undefined;
  return {
    names: blocks.map(({ subject }) => subject.name),
    severity: severity?.text.replace(/^severity /, ""),
    place: place && `${place.file}:${place.line}`,
    items: items.filter((item) => item !== severity),
  };
}

/** Of the same sentence about several alerts, how many sets of labels were asked about in all. */
function setsOfAll(blocks: readonly Block[], index: number): number | undefined {
  const counts = blocks.flatMap(({ items }) => items[index]?.labelSets ?? []);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

/** `A`, `A, B and 12 more` */
export function blockTitle({ names }: AlertBlock): string {
  const more = names.length - namedTogether;
  return more > 0 ? `${names.slice(0, namedTogether).join(", ")} and ${more} more` : names.join(", ");
}

/** As many names as fit on a line. */
const namedTogether = 4;
