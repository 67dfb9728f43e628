import type { SelectorNode } from "../../../generators/promql/tree.ts";
import { groupBy } from "../../../generators/group-by.ts";
import { selectSeries } from "../select-series.ts";
import { targetKey, type SimulatedSeries } from "../series.ts";

/** Series of one metric that may do something else, all together. */
export type SeriesGroup = readonly SimulatedSeries[];

// Above this number, single ones are not tried: those that no rule tells apart are as good as one.
const mostSingles = 12;

/**
 * Which of these series may be changed together, the smallest groups of what rules tell apart before the larger ones.
 *
 * Series that the same selectors take are alike for all rules, but for how many of them there are.
 */
export function seriesGroups(
  series: readonly SimulatedSeries[],
  selectors: readonly SelectorNode[],
): SeriesGroup[] {
  return [...groupBy(series, ({ job, metric }) => JSON.stringify([job, metric])).values()].flatMap((own) =>
    groupsOfMetric(own, selectors),
  );
}

function groupsOfMetric(own: SeriesGroup, selectors: readonly SelectorNode[]): SeriesGroup[] {
  const taken = selectors.flatMap((node) => {
    const selection = selectSeries(node, own);
    return selection && selection.series.length > 0 ? [new Set(selection.series)] : [];
  });
  const signature = (one: SimulatedSeries) => taken.map((set) => (set.has(one) ? "1" : "0")).join("");
  const alike = [...groupBy(own, signature).values()];
  const ofTargets = [...groupBy(own, targetKey).values()];
  const alikeOfTarget = alike.flatMap((group) => [...groupBy(group, targetKey).values()]);
  const singles = alikeOfTarget.flatMap((group) => group.slice(0, mostSingles).map((one) => [one]));
  const others = alikeOfTarget.filter(({ length }) => length > 1).map((group) => group.slice(1));
  return distinct([...alike, own, ...alikeOfTarget, ...ofTargets, ...others, ...singles]);
}

function distinct(groups: readonly SeriesGroup[]): SeriesGroup[] {
  const isSame = (a: SeriesGroup, b: SeriesGroup) =>
    a.length === b.length && a.every((one, index) => one === b[index]);
  return groups.filter((group, index) => groups.findIndex((other) => isSame(group, other)) === index);
}
