import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { evaluate } from "../promql/evaluate/evaluate.ts";
import type { EvaluationWorld } from "../promql/evaluate/world.ts";
import { isComparison } from "../promql/operators.ts";
import { printPromql } from "../promql/print.ts";
import { partsOf, type BinaryNode, type Node } from "../promql/tree.ts";
import { during, firingFor, whole } from "./phases.ts";
import { givesAt, givesWhile } from "./played-outcome.ts";
import type { Trace } from "./rule-test.ts";
import type { Situation } from "../series/series.ts";

/** Whether a rule gives something in a situation of its test; undefined where that is not sure. */
function givesIn(
  alert: Pick<AlertModel, "node">,
  trace: Trace,
  situation: Situation,
  model: Model,
): boolean | undefined {
  const { isExact, timeline, series } = trace;
  if (!isExact || !timeline) return undefined;
  const steady = givesWhile(alert, situation, series, model);
  // In most tests all is as it should be, and what costs more is not asked.
  if (steady === undefined || steady === (situation === "firing")) return steady;
  // As promtool evaluates the test of the situation, at the moment at which it looks.
  const { stepMs, wellMs, firingMs } = timeline;
  const [phases, atMs] =
    situation === "firing" ? [firingFor(timeline), firingMs] : [whole(situation), wellMs];
  const played = givesAt(alert, series.map(during(phases)), { atMs, stepMs }, model);
  return played === steady ? steady : undefined;
}

/** The first situation in which the alert does what its scenario does not say; undefined where there is none, or it is not sure. */
export function contradiction(
  alert: Pick<AlertModel, "node">,
  trace: Trace,
  model: Model,
): Situation | undefined {
  const situations: readonly Situation[] = ["firing", "limit", "ok"];
  return situations.find((situation) => {
    const isFiring = givesIn(alert, trace, situation, model);
    return isFiring !== undefined && isFiring !== (situation === "firing");
  });
}

/** A comparison within an expression that lets nothing through, in words; undefined where there is none. */
export function unmetGuard(node: Node, world: EvaluationWorld): string | undefined {
  if (node.kind === "selector") {
    const recorded = world.seriesOf(node.metric).length === 0 ? world.recorded(node.metric) : undefined;
    return recorded && unmetGuard(recorded, world);
  }
  for (const part of partsOf(node)) {
    const inner = unmetGuard(part, world);
    if (inner !== undefined) return inner;
  }
  return node.kind === "binary" && isComparison(node.op) && !node.bool ? unmet(node, world) : undefined;
}

function unmet(node: BinaryNode, world: EvaluationWorld): string | undefined {
  const [left, all] = [evaluate(node.left, world), evaluate(node, world)];
  if (!Array.isArray(left) || left.length === 0 || !Array.isArray(all) || all.length > 0) return undefined;
  const values = left.map(({ value }: { readonly value: number }) => Number(value.toPrecision(6)));
  return `${printPromql(node)} is not met, its left side is ${[...new Set(values)].join(", ")}`;
}
