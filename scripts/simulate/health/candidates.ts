import type { Given, Missing, PlainLevels } from "../../../generators/language/given.ts";
import { healthyObservationRates } from "../../../generators/series/histogram.ts";
import { firstValues, type LinearMotion, type Motion } from "../motion.ts";
import { partsOf, type SimulatedSeries } from "../series.ts";
import type { SeriesGroup } from "./groups.ts";
import type { WatchedAlert } from "./watched-rules.ts";
import type { Node } from "../../../generators/promql/tree.ts";
import { selectSeries } from "../select-series.ts";

/** What each series of a group could do instead. */
export type Candidate = (series: SimulatedSeries, current: Motion) => Motion;

export interface CandidateFacts {
  readonly alert: WatchedAlert;
  /** Of all scenarios and examples. */
  readonly givens: readonly Given[];
  readonly speed: number;
  /** Series of which a scenario says what is healthy: they are there. */
  readonly isSaid: (series: SimulatedSeries) => boolean;
}

// From near to far: what changes least is tried first.
const factors = [0.9, 1.1, 0.75, 1.35, 0.5, 2, 0.25, 4, 0.1, 10, 0.01, 100, 0.001, 1000];

/** What is tried for a group of series, what is likeliest to be meant first, and last that it is not there or does nothing. */
export function candidatesFor(group: SeriesGroup, facts: CandidateFacts): Candidate[] {
  const [first] = group;
  if (!first) return [];
  switch (first.type) {
    case "gauge":
      return first.unit === "timestamp" ? moments(first, facts) : gaugeCandidates(group, first, facts);
    case "counter":
      return counterCandidates(first, group.length, facts);
    case "histogram":
      return histogramCandidates(first, facts);
    case "summary":
      return [...factors.map(scaled), standing];
  }
}

/** Numbers beside those that the alert is written with: on both sides of its limit, also for a sum of that many. */
function besideNumbers({ numbers }: WatchedAlert, count: number): number[] {
  const beside = numbers
    .filter(Number.isFinite)
    .flatMap((one) => [one, one / 2, one * 2, one * 0.9, one * 1.1]);
  const steps = numbers.flatMap((one) => [one - 1, one + 1]);
  const parts =
    count > 1 ? numbers.flatMap((one) => [one / count, (one * 0.5) / count, (one * 1.5) / count]) : [];
  return [...beside, ...steps, ...parts];
}

function gaugeCandidates(group: SeriesGroup, first: SimulatedSeries, facts: CandidateFacts): Candidate[] {
  const own = givensOf(first, facts.givens);
  const values = [...saidLevels(own, "holds"), ...besideNumbers(facts.alert, group.length), 0, 1];
  const allowed = [...new Set(values)].filter((value) => mayBe(first, value, own));
  const still = allowed.map((value): Candidate => () => ({ kind: "linear", from: [value], perSecond: [0] }));
  const scales = first.unit === "bool" ? [] : factors.map(scaled);
  const goes = mayBeMissing(own);
  const isFree = !group.some(facts.isSaid);
  return [...(goes ? [gone] : []), ...still, ...scales, ...(isFree && !goes ? [gone] : [])];
}

const gone: Candidate = () => ({ kind: "missing" });

// There is no more than all.
const highest: Readonly<Record<string, number>> = { ratio: 1, percent: 100, bool: 1 };

function mayBe({ unit }: SimulatedSeries, value: number, givens: readonly Given[]): boolean {
  if (unit === "bool") return value === 0 || value === 1;
  const said = saidLevels(givens, "holds");
  const least = Math.min(0, ...said);
  const most = Math.max(highest[unit] ?? Infinity, ...said);
  return Number.isFinite(value) && value >= least && value <= most;
}

/** So far ahead, or behind where it is negative, and always so. */
function moments(first: SimulatedSeries, { alert, givens }: CandidateFacts): Candidate[] {
  const own = givensOf(first, givens);
  const seconds = [
    ...saidLevels(own, "time left"),
    ...besideNumbers(alert, 1).flatMap((one) => [one, -one]),
    ...[-60, -86_400, 31_536_000],
  ];
  return [...new Set(seconds)].map((one): Candidate => () => ({ kind: "ahead", seconds: one }));
}

function counterCandidates(first: SimulatedSeries, count: number, facts: CandidateFacts): Candidate[] {
  const { alert, givens, speed } = facts;
  const own = givensOf(first, givens);
  const limits = besideNumbers(alert, count);
  const rates = [
    ...saidLevels(own, "runs"),
    ...limits,
    ...alert.windows.flatMap((window) => limits.map((limit) => (limit * speed) / window)),
  ];
  const positive = [...new Set(rates)].filter((rate) => Number.isFinite(rate) && rate > 0);
  const running = positive.map(
    (rate): Candidate =>
      (_, current) =>
        growing(current, [rate]),
  );
  return [...factors.map(scaled), ...running, standing, begun];
}

// Observations per second where there were none to count from.
const paces = [1, 10, 100, 1000];

function histogramCandidates({ bounds }: SimulatedSeries, { alert, givens }: CandidateFacts): Candidate[] {
  const said = givens.flatMap((given) => (given.kind === "quantile" ? [given] : []));
  const shaped = said.flatMap(({ buckets, quantile, levels }): Candidate[] => {
    const { ok } = levels;
    if (ok === "missing" || buckets.kind !== "selector") return [];
    const shape = observed(quantile, ok);
    return [
      (series, current) => (`${series.metric}_bucket` === buckets.metric ? shape(series, current) : current),
    ];
  });
  const quantiles = alert.numbers.filter((one) => one > 0 && one < 1);
  const highest = bounds.at(-1) ?? 0;
  const values = besideNumbers(alert, 1).filter((one) => one > 0 && one <= highest);
  const beside = quantiles.flatMap((quantile) => values.map((value) => observed(quantile, value)));
  const within = bounds.map((bound) => observed(0.99, bound));
  const typical = bounds[Math.floor(bounds.length / 3)] ?? 0;
  const busy = paces.map((perSecond) => observed(0.95, typical, perSecond));
  return [...shaped, ...beside, ...within, ...factors.map(scaled), ...busy, standing];
}

/** Observations per second (left out: as before), with this quantile. */
function observed(quantile: number, value: number, pace?: number): Candidate {
  return (series, current) => {
    const perSecond = pace ?? (countIn(series, current) || 1);
    return growing(current, healthyObservationRates(series.bounds, quantile, value, perSecond));
  };
}

/** How many things are observed a second. */
function countIn(series: SimulatedSeries, current: Motion): number {
  const index = partsOf(series).findIndex(({ suffix }) => suffix === "_count");
  return current.kind === "linear" ? (current.perSecond[index] ?? 0) : 0;
}

function growing(current: Motion, perSecond: readonly number[]): LinearMotion {
  const { growthSway, from } = current.kind === "linear" ? current : {};
  return { kind: "linear", perSecond, ...(from ? { from } : {}), ...(growthSway ? { growthSway } : {}) };
}

/** What it is multiplied by, in value or in speed. */
function scaled(factor: number): Candidate {
  return (series, current) => {
    if (current.kind !== "linear") return current;
    const times = (values: readonly number[]) => values.map((value) => value * factor);
    const isLevel = series.type === "gauge" && current.from;
    return isLevel
      ? { ...current, from: times(current.from ?? []) }
      : { ...current, perSecond: times(current.perSecond) };
  };
}

/** It counts nothing more. */
const standing: Candidate = (series) => ({ kind: "linear", perSecond: partsOf(series).map(() => 0) });

/** It has counted nothing yet. */
const begun: Candidate = (series) => ({
  kind: "linear",
  from: firstValues(series).map(() => 0),
  perSecond: partsOf(series).map(() => 0),
});

/** The entries of `given` that select a series: their levels are values that it may have. */
function givensOf(series: SimulatedSeries, givens: readonly Given[]): Given[] {
  return givens.filter((given) =>
    nodesOf(given).some((node) => selectSeries(node, [series])?.series.length === 1),
  );
}

function nodesOf(given: Given): readonly Node[] {
  switch (given.kind) {
    case "share":
      return [given.part, given.rest];
    case "quantile":
      return [given.buckets];
    default:
      return [given.series];
  }
}

/** What scenarios say is healthy, and what they say is nearly not: numbers in the unit of the series, each once. */
function saidLevels(givens: readonly Given[], kind: Given["kind"]): number[] {
  const levels = givens.flatMap((given) => (given.kind === kind && "levels" in given ? [given.levels] : []));
  return [...new Set([...levels.map(({ ok }) => ok), ...levels.map(limitOf)].filter(isNumber))];
}

/** Whether a scenario says that the series is not there when all is well. */
function mayBeMissing(givens: readonly Given[]): boolean {
  return givens.some((given) => "levels" in given && given.levels.ok === "missing");
}

function limitOf({ limit }: PlainLevels): number | Missing {
  return limit;
}

function isNumber(level: number | Missing): level is number {
  return level !== "missing";
}
