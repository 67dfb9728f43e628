import type { CatalogueSeries, Statistic } from "./series.ts";
import type { Span } from "./tree.ts";
import type { Operand } from "./extraction.ts";
import type { StatisticRule } from "./function-row.ts";
import type { Inference } from "./infer/inference.ts";
import type { BinaryOperator } from "./operators.ts";

/** Units of what only says how large a part is: it has no weight. */
const weightless: ReadonlySet<string> = new Set(["ratio", "percent", "bool", "none"]);

/** The statistics that the samples of these series are; of none, undefined. */
export function statisticsOfSeries(series: readonly CatalogueSeries[]): readonly Statistic[] | undefined {
  const all = series.flatMap(({ type, name, statistics = [] }) =>
    statistics.map((one) => (type === "recorded" ? { ...one, through: name } : one)),
  );
  return distinct(all);
}

/** What is left after an aggregation or a function; that it merges what must not be merged is noted. */
export function statisticsAfter(
  inference: Inference,
  { name, statistics: rule }: { readonly name: string; readonly statistics: StatisticRule },
  { from, to }: Span,
  of: readonly Statistic[] | undefined,
): readonly Statistic[] | undefined {
  const statistics = distinct(of ?? []);
  if (!statistics || rule === "fact") return undefined;
  // Those that extrapolate merge too: the growth of a percentile is no percentile of anything.
  if (rule === "merged") inference.findings.mergers.push({ by: name, statistics, from, to });
  return statistics;
}

/** What is left after `or` and arithmetic. */
export function statisticsBetween(
  inference: Inference,
  op: BinaryOperator,
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
export function isGrowth(series: readonly CatalogueSeries[]): boolean {
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
