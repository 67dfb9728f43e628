import type { Check, Finding } from "../../check.ts";
import type { Given, Level, PlainLevels } from "../../language/given.ts";
import { allGiven } from "../../language/scenario.ts";
import { dimensionOf, isScaledUnit } from "../../language/unit-scale.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel, RecordingModel } from "../../model/rule-model.ts";
import type { CatalogueSeries, Interval } from "../../promql/series.ts";
import type { Node } from "../../promql/tree.ts";
import type { EachSituation } from "../../series/series.ts";
import { formatQuantity } from "../../text/quantity.ts";
import { thresholdsAreReachable } from "./thresholds-are-reachable.ts";

/** Scenarios and examples give series values that they can have: a test of what never happens shows nothing. */
export const levelsFitTheirUnit: Check = {
  id: "levels-fit-their-unit",
  why: "A test plays what its scenario says. Where a series can never be that, such as a ratio of 1.5 or a counter that falls, the test passes and shows nothing of what happens in production.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  scenario: runs(orders.where({ channel: "web" }), { ok: -3, limit: 5, firing: 5.25 }),
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  scenario: runs(orders.where({ channel: "web" }), { ok: 3, limit: 5, firing: 5.25 }),
});
`,
  *find(model: Model): Iterable<Finding> {
    const found = [...model.recordings, ...model.alerts].flatMap((rule) =>
      [...new Set(givensOf(rule))].flatMap((given) => [...beyond(given, rule, model)]),
    );
    if (found.length === 0) return;
    // Whoever wants a threshold that nothing reaches gives what would reach it: that is one mistake.
    const unreachable = new Set([...thresholdsAreReachable.find(model)].map(({ definition }) => definition));
    yield* found.filter(({ definition }) => !unreachable.has(definition));
  },
};

function givensOf(rule: AlertModel | RecordingModel): readonly Given[] {
  if (rule.kind === "alert") return rule.scenarios.flatMap(allGiven);
  return rule.examples.flatMap(({ given }) => given);
}

function* beyond(given: Given, rule: AlertModel | RecordingModel, model: Model): Iterable<Finding> {
  const played = playedLevels(given, model);
  if (!played) return;
  const { name, levels, range, unit } = played;
  const [first] = Object.entries(levels).flatMap(([situation, all]) =>
    all.flatMap((level) => (level === "missing" || isWithin(level, range) ? [] : { situation, level })),
  );
  if (!first) return;
  const isChanging = new Set(Object.values(levels).flat()).size > 1;
  yield {
    definition: rule,
    place: given.place,
    message: `${rule.kind} "${rule.name}" is given ${formatQuantity(first.level, unit)}${isChanging ? ` at ${first.situation}` : ""} for ${name}, which ${range.because}`,
    fix: range.values ? `give it ${range.values.join(" or ")}` : `give it ${rangeText(range, unit)}`,
    cause: `${given.place.file} ${given.place.line} ${name} ${first.level}`,
  };
}

/** What values there can be, and why no others. */
interface Range extends Interval {
  readonly because: string;
  /** There are no others between. */
  readonly values?: readonly number[];
}

interface Played {
  readonly name: string;
  readonly levels: EachSituation<readonly Level[]>;
  readonly range: Range;
  readonly unit: string;
}

/** Undefined where it may be anything, or another check knows more. */
function playedLevels(given: Given, { catalogue }: Model): Played | undefined {
  const seriesOf = (node: Node) =>
    node.kind === "selector" ? catalogue.lookup(node.metric, node.matchers).series[0] : undefined;
  switch (given.kind) {
    case "restarts":
    case "time left":
    case "quantile":
      return undefined;
    case "share":
      return { name: "a share", levels: eachIn(given.levels), range: ofShare, unit: "ratio" };
    case "runs":
      return playedBy(seriesOf(given.series), eachIn(given.levels), `${given.unit}/s`, ofGrowth);
    case "grows": {
      const series = seriesOf(given.series);
      const range = series?.type === "gauge" || series?.type === "recorded" ? undefined : ofGrowth;
      return playedBy(series, eachIn(given.levels), given.unit, range);
    }
    case "holds": {
      const series = seriesOf(given.series);
      return playedBy(series, eachIn(given.levels), given.unit, series && rangeOf(series));
    }
    case "follows": {
      const series = seriesOf(given.series);
      return playedBy(series, given.samples, series?.unit ?? "none", series && rangeOf(series));
    }
  }
}

function playedBy(
  series: CatalogueSeries | undefined,
  levels: Played["levels"],
  unit: string,
  range: Range | undefined,
): Played | undefined {
  return series && range && { name: series.name, levels, range, unit };
}

function eachIn({ ok, limit, firing }: PlainLevels): Played["levels"] {
  return { ok: [ok], limit: [limit], firing: [firing] };
}

const ofGrowth: Range = { min: 0, max: Infinity, because: "only grows" };
const ofShare: Range = { min: 0, max: 1, because: "lies between 0% and 100%" };

function rangeOf({ type, unit, interval }: CatalogueSeries): Range | undefined {
  if (unit === "bool" && type === "gauge") {
    return { min: 0, max: 1, values: [0, 1], because: "is 0 or 1: its unit is bool" };
  }
  if (interval)
    return { ...interval, because: `lies between ${between(interval, unit)}: its unit is ${unit}` };
  if (type === "counter" || type === "bucket") return { ...ofGrowth, because: "counts from 0 on" };
  // What was calculated may be a difference.
  const isAmount = type === "gauge" && isScaledUnit(unit) && dimensionOf(unit) === "data";
  return isAmount ? { min: 0, max: Infinity, because: `is never negative: its unit is ${unit}` } : undefined;
}

function between({ min, max }: Interval, unit: string): string {
  return `${formatQuantity(min, unit)} and ${formatQuantity(max, unit)}`;
}

function isWithin(level: number, { min, max, values }: Range): boolean {
  return values ? values.includes(level) : min <= level && level <= max;
}

function rangeText(range: Range, unit: string): string {
  return range.max === Infinity ? `${range.min} or more` : `a value between ${between(range, unit)}`;
}
