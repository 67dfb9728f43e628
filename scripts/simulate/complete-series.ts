import { partsOf, type Node, type SelectorNode } from "../../generators/promql/tree.ts";
import type { Given } from "../../generators/language/given.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import { asksForAbsence } from "../../generators/promql/functions.ts";
import { givenOnTargets } from "./claims.ts";
import { partsOfGiven } from "./given-part.ts";
import { selectSeries, seriesFor } from "./select-series.ts";
import { groupBy } from "../../generators/group-by.ts";
import { familyKey, targetKey, type SimulatedSeries } from "./series.ts";

/** The series, and for each entry of `given` that means none of them, and each selector whose absence fires an alert, one that it does mean. */
export function completedSeries(
  series: readonly SimulatedSeries[],
  alerts: readonly AlertModel[],
): SimulatedSeries[] {
  const all = [...series];
  const played = alerts
    .flatMap(({ scenarios }) => scenarios.flatMap(onAnyTarget))
    .flatMap((given) => partsOfGiven(given, "ok", 1).map(({ select }) => select));
  for (const select of [...played, ...alerts.flatMap(({ node }) => missedSelectors(node))]) {
    if (select.kind !== "selector" || selectSeries(select, all)?.series.length !== 0) continue;
    const made = seriesFor(select, all);
    if (made) all.push(...withSiblings(made, all));
  }
  return all;
}

/** What must be there so that all is well: it is asked whether it is absent, or keeps an alert silent. */
function missedSelectors(node: Node, isMissed = false): SelectorNode[] {
  if (node.kind === "selector") return isMissed ? [node] : [];
  const asks = isMissed || (node.kind === "call" && asksForAbsence(node.name));
  const excludes = node.kind === "binary" && node.op === "unless";
  return partsOf(node).flatMap((part, index) => missedSelectors(part, asks || (excludes && index === 1)));
}

function onAnyTarget(scenario: Scenario): readonly Given[] {
  return [...givenOnTargets(scenario, "ok"), ...givenOnTargets(scenario, "firing")];
}

/**
 * A series that was made, and for each label value that its job has nowhere else one of every other metric with that label:
 * a provider that is asked also fails, and takes its time.
 */
function withSiblings(made: SimulatedSeries, all: readonly SimulatedSeries[]): SimulatedSeries[] {
  const ofTarget = all.filter((one) => targetKey(one) === targetKey(made));
  const fresh = Object.entries(made.labels).filter(
    ([name, value]) => !ofTarget.some(({ labels }) => labels[name] === value),
  );
  const firsts = [...groupBy(ofTarget, familyKey).values()].flatMap((family) => family.slice(0, 1));
  const siblings = fresh.flatMap(([name, value]) =>
    firsts
      .filter(({ metric, labels }) => metric !== made.metric && labels[name] !== undefined)
      .map((one) => ({ ...one, labels: { ...one.labels, [name]: value } })),
  );
  return [made, ...siblings];
}

/** What a scenario plays that no target can be made to have: names of series; none: it can be played. */
export function unplayable(scenario: Scenario, series: readonly SimulatedSeries[]): string[] {
  const parts = givenOnTargets(scenario, "firing").flatMap((given) => partsOfGiven(given, "firing", 1));
  return parts
    .filter(({ select }) => (selectSeries(select, series)?.series.length ?? 0) === 0)
    .map(({ select }) => (select.kind === "selector" ? select.metric : select.kind));
}
