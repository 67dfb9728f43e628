import type { BinaryNode, Node } from "../../../generators/promql/tree.ts";
import { conditionOf, type ConditionTree } from "../../../generators/promql/condition.ts";
import { evaluate } from "../../../generators/promql/evaluate/evaluate.ts";
import type { ExpressionValue } from "../../../generators/promql/evaluate/value.ts";
import type { EvaluationWorld } from "../../../generators/promql/evaluate/world.ts";

/** The excess of an alert for which it is not known whether it fires: less than of one that does. */
const unknownExcess = 0.5;

/** 0: the alert does not fire; from 1 to 2: it does, the farther from its limit the more. */
export function excessOf(expression: Node, world: EvaluationWorld): number {
  const value = evaluate(expression, world);
  if (value === undefined) return unknownExcess;
  if (isNothing(value)) return 0;
  const beyond = beyondLimit(conditionOf(expression), world);
  return 1 + beyond / (1 + beyond);
}

function isNothing(value: ExpressionValue): boolean {
  return typeof value !== "number" && value.length === 0;
}

/** How far the values lie beyond their limits, all series together: nothing that is exact, but less when it gets better. */
function beyondLimit(condition: ConditionTree, world: EvaluationWorld): number {
  switch (condition.kind) {
    case "all":
      return Math.min(...condition.of.map((one) => beyondLimit(one, world)));
    case "any":
      return condition.of.reduce((sum, one) => sum + beyondLimit(one, world), 0);
    case "there":
      return total(evaluate(condition.value, world), () => 1);
    case "compared": {
      const { value, op, limit } = condition;
      const firing: BinaryNode = { kind: "binary", op, left: value, right: limit };
      const against = evaluate(limit, world);
      return total(evaluate(firing, world), (one) =>
        typeof against === "number" ? distance(one, against) : 1,
      );
    }
  }
}

function total(value: ExpressionValue | undefined, each: (value: number) => number): number {
  if (value === undefined || typeof value === "number") return 1;
  return value.reduce((sum, element) => sum + each(element.value), 0);
}

/** From 0 to 1. */
function distance(value: number, limit: number): number {
  const apart = Math.abs(value - limit) / (Math.abs(value) + Math.abs(limit));
  return 0.01 + (Number.isFinite(apart) ? apart : 1);
}
