import type { Computed } from "../language/computed.ts";
import type { Series } from "./catalogue.ts";
import type { Span } from "./diagnostic.ts";
import type { Operand } from "./extraction.ts";
import type { Inference } from "./inference.ts";

/** A number that a program made of its observations before it was scraped. */
export interface Statistic {
  /** Name of the declared metric. */
  readonly metric: string;
  /** `quantile`: of a summary. */
  readonly what: Computed | "quantile";
  /** The recording through which it came; undefined: it was selected itself. */
  readonly through?: string;
}

/** Aggregations and functions that make one number of several, or draw a line through them. */
const merging: ReadonlySet<string> = new Set([
  ...["sum", "avg", "stddev", "stdvar", "quantile"],
  ...["sum_over_time", "avg_over_time", "stddev_over_time", "stdvar_over_time", "quantile_over_time"],
  // Those that extrapolate: the growth of a percentile is no percentile of anything.
  ...["rate", "irate", "increase", "delta", "deriv", "predict_linear"],
]);

/** What these give is a fact about the samples, such as their number, and no statistic any more. */
const factual: ReadonlySet<string> = new Set([
  ...["count", "group", "count_values", "count_over_time", "present_over_time", "absent", "absent_over_time"],
  ...["changes", "resets", "timestamp", "sgn"],
]);

/** Units of what only says how large a part is: it has no weight. */
const weightless: ReadonlySet<string> = new Set(["ratio", "percent", "bool", "none"]);

/** The statistics that the samples of these series are; of none, undefined. */
export function statisticsOfSeries(series: readonly Series[]): readonly Statistic[] | undefined {
  const all = series.flatMap(({ type, name, statistics = [] }) =>
    statistics.map((one) => (type === "recorded" ? { ...one, through: name } : one)),
  );
  return distinct(all);
}

/** What is left after an aggregation or a function; that it merges what must not be merged is noted. */
export function statisticsAfter(
  inference: Inference,
  name: string,
  { from, to }: Span,
  of: readonly Statistic[] | undefined,
): readonly Statistic[] | undefined {
  const statistics = distinct(of ?? []);
  if (!statistics || factual.has(name)) return undefined;
  const merges = merging.has(name) || name.startsWith("histogram_");
  if (merges) inference.findings.mergers.push({ by: name, statistics, from, to });
  return statistics;
}

/** What is left after `or` and arithmetic. */
export function statisticsBetween(
  inference: Inference,
  op: string,
  { from, to }: Span,
  [left, right]: readonly [Operand, Operand],
): readonly Statistic[] | undefined {
  const [ofLeft = [], ofRight = []] = [left.type.statistics, right.type.statistics];
  const statistics = distinct([...ofLeft, ...ofRight]);
  if (!statistics) return undefined;
  if (op === "*" && (isWeighted(ofLeft, right) || isWeighted(ofRight, left))) return undefined;
  const isMeanByHand = op === "+" || (op === "*" && statistics.some(({ what }) => what !== "ratio"));
  if (isMeanByHand && ofLeft.length > 0 && ofRight.length > 0) {
    inference.findings.mergers.push({ by: op, statistics, from, to });
  }
  return statistics;
}

/** Whether all of them say how something has grown. */
export function isGrowth(series: readonly Series[]): boolean {
  return (
    series.length > 0 &&
    series.every(({ type, growth }) => type === "counter" || type === "bucket" || growth === true)
  );
}

/**
 * Whether a mean or a ratio is multiplied by how often what it is of happened: that is a total again, which can be added
 * up. A percentile cannot be weighted, and nothing is weighted by the 1 of an `info` metric.
 */
function isWeighted(statistics: readonly Statistic[], { type, series }: Operand): boolean {
  const canBe = statistics.length > 0 && statistics.every(({ what }) => what === "mean" || what === "ratio");
  return canBe && !type.statistics && isGrowth(series) && !weightless.has(type.unit);
}

/** Each once; none is undefined. */
function distinct(statistics: readonly Statistic[]): readonly Statistic[] | undefined {
  const once = new Map(statistics.map((one) => [`${one.metric} ${one.what} ${one.through ?? ""}`, one]));
  return once.size > 0 ? [...once.values()] : undefined;
}
