import { groupBy } from "../../generators/group-by.ts";
import type { SeriesUse, TakenFor } from "../../generators/import/catalogue/uses.ts";
import { isScaledUnit } from "../../generators/language/unit-scale.ts";
import { compareText } from "../../generators/text/order.ts";
import { listed } from "../../generators/text/listed.ts";
import type { Family } from "../../generators/exposition/exposition.ts";
import { unitOf } from "../new/metric/unit-of-family.ts";
import { bucketsByUse } from "./buckets-by-use.ts";
import type { DeclaredMetric } from "./declared-metric.ts";
import { exposedMetric } from "./exposed-metric.ts";

/** What is known of metrics beside how rules use them. */
export interface KnownOfMetrics {
  readonly families: readonly Family[];
  /** Of those that the project declares for its own jobs already: what reads both must have one unit. */
  readonly units: ReadonlyMap<string, string>;
  /** Whether a name is that of something else, such as a recording. */
  readonly isOther: (name: string) => boolean;
}

/** The metrics that rules read: as an exposition has them, and else as the rules take them, by the most. */
export function declaredMetrics(
  uses: readonly SeriesUse[],
  { families, units, isOther }: KnownOfMetrics,
): readonly DeclaredMetric[] {
  const read = uses.filter(({ name }) => !isOther(name));
  const exposed = families.flatMap((family) => exposedMetric(family, read));
  const known = new Set(exposed.flatMap(({ names }) => names));
  const others = read.filter(({ name }) => !known.has(name));
  const all = [...exposed.map(({ metric }) => metric), ...byUse(others)];
  const inOneUnit = all.map((metric) => ({ ...metric, unit: units.get(metric.name) ?? metric.unit }));
  return inOneUnit.sort((a, b) => compareText(a.name, b.name));
}

/** Without an exposition: the buckets tell a histogram, and else each name is a metric of its own. */
function byUse(uses: readonly SeriesUse[]): DeclaredMetric[] {
  const bases = new Set(uses.filter(isOfBuckets).map(({ name }) => name.replace(/_bucket$/, "")));
  const baseOf = ({ name }: SeriesUse) => {
    const base = name.replace(/_(?:bucket|sum|count)$/, "");
    return bases.has(base) ? base : name;
  };
  return [...groupBy(uses, baseOf)].map(([name, own]) =>
    bases.has(name) ? histogramByUse(name, own) : singleByUse(name, own),
  );
}

function isOfBuckets({ name }: SeriesUse): boolean {
  return name.endsWith("_bucket");
}

function histogramByUse(name: string, uses: readonly SeriesUse[]): DeclaredMetric {
  const unit = unitOf({ ...unseen, name, type: "histogram" }).unit ?? "count";
  return {
    ...{ name, type: "histogram", help: undefined, unit, labels: {}, quantiles: [] },
    buckets: bucketsByUse(unit, uses),
    comment: `A histogram for ${voters(uses)}. Its buckets are guessed: an exposition has them.`,
  };
}

/** What nothing exposes has no samples that could say more. */
const unseen = { help: "", unit: undefined, samples: [] } as const;

function singleByUse(name: string, uses: readonly SeriesUse[]): DeclaredMetric {
  const type = typeByUse(uses);
  const isMoment = uses.some(({ takenFor }) => takenFor === "moment") && type === "gauge";
  const unit = isMoment ? "timestamp" : unitByName(name, type);
  return {
    ...{ name, type, help: undefined, unit, labels: {}, buckets: [], quantiles: [] },
    comment: commentOf(type, name, uses),
  };
}

/** By the most of those who take it for either; what is read as it is, is a gauge for its readers. */
function typeByUse(uses: readonly SeriesUse[]): "counter" | "gauge" {
  const count = (one: TakenFor) => uses.filter(({ takenFor }) => takenFor === one).length;
  return count("counter") > 0 && count("counter") >= count("gauge") ? "counter" : "gauge";
}

function unitByName(name: string, type: "counter" | "gauge"): string {
  const { unit } = unitOf({ ...unseen, name, type });
  // What is counted, a name alone does not say well enough to refuse that two of them are added.
  // What only grows counts moments, where its name says "timestamp".
  const isMoment = type === "counter" && unit === "timestamp";
  if (unit !== undefined && isScaledUnit(unit) && !isMoment) return unit;
  if (/(?:^|_)(?:up|success|healthy|enabled|info)$/.test(name)) return "bool";
  // Of what only grows something is counted; what else a number means nobody has said.
  return type === "counter" ? "count" : "none";
}

function commentOf(type: "counter" | "gauge", name: string, uses: readonly SeriesUse[]): string | undefined {
  const against = uses.filter(({ takenFor }) => takenFor === (type === "counter" ? "gauge" : "counter"));
  if (against.length > 0) {
    const own = uses.filter(({ takenFor }) => takenFor === type);
    return `A ${type} for ${voters(own)}, against ${voters(against)}.`;
  }
  // What the name says as well needs no voters.
  if ((type === "counter") === name.endsWith("_total")) return undefined;
  return `A ${type} for ${voters(uses)}.`;
}

/** So many stand for all of them. */
const fewVoters = 3;

function voters(uses: readonly SeriesUse[]): string {
  const names = [...new Set(uses.map(({ by }) => by))];
  const more = names.length - fewVoters;
  return more > 0 ? `${names.slice(0, fewVoters).join(", ")} and ${more} more` : listed(names, "and");
}
