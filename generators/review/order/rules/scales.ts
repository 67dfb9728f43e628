import type { Node } from "../../../promql/tree.ts";
import { numberIn } from "../numbers.ts";
import { isSelected } from "../relation.ts";
import type { OrderRule } from "../rule.ts";
import { conditionOf, follows } from "./comparisons.ts";

export const scales: OrderRule = {
  id: "scales",
  says: "a condition holds for a value when it holds for a multiple of it and of its limit, but for the last digits",
  relate(first, second, { ask }) {
    const one = scaledCondition(first);
    const other = scaledCondition(second);
    if (!one || !other || one.factor === other.factor) return undefined;
    // `== 58` may hold for a share and not for the percentage.
    if ([one, other].some(({ op }) => op === "==" || op === "!=")) return undefined;
    const relation = ask(one.of, other.of);
    const bound = isNearly(one.bound, other.bound) ? one.bound : other.bound;
    if (!relation || !follows(one, { ...other, bound }, relation.values)) return undefined;
    const isKept = one.op === other.op && one.bound === bound && relation.values === "same";
    const presence = isKept && !isSelected(relation.presence) ? relation.presence : "some";
    return { presence, values: "any", by: relation.by };
  },
};

/** Whether the result may differ where a value meets its limit exactly: what follows by a scale does in its last digits. */
export function isRounded({ by }: { readonly by: readonly string[] }): boolean {
  return by.includes(scales.id);
}

function scaledCondition(node: Node) {
  const condition = conditionOf(node);
  if (!condition) return undefined;
  const { of, factor } = unscaled(condition.of);
  return { ...condition, of, factor, bound: condition.bound / factor };
}

interface Unscaled {
  readonly of: Node;
  /** Positive: it keeps the order. */
  readonly factor: number;
}

/** The same without the numbers by which it is multiplied as a whole. */
function unscaled(node: Node): Unscaled {
  if (node.kind === "aggregation" && isLinear(node.name)) {
    const { of, factor } = unscaled(node.args[0] ?? node);
    return { of: { ...node, args: [of] }, factor };
  }
  if (node.kind !== "binary" || (node.op !== "*" && node.op !== "/")) return { of: node, factor: 1 };
  const number = factorOf(node.right);
  if (number !== undefined) {
    const { of, factor } = unscaled(node.left);
    return { of, factor: node.op === "*" ? factor * number : factor / number };
  }
  if (numberIn(node.left) !== undefined || numberIn(node.right) !== undefined) return { of: node, factor: 1 };
  const [left, right] = [unscaled(node.left), unscaled(node.right)];
  const factor = node.op === "*" ? left.factor * right.factor : left.factor / right.factor;
  return { of: { ...node, left: left.of, right: right.of }, factor };
}

function isLinear(name: string): boolean {
  return name === "sum" || name === "avg" || name === "max" || name === "min";
}

function factorOf(node: Node): number | undefined {
  const number = numberIn(node);
  return number !== undefined && number > 0 && Number.isFinite(number) ? number : undefined;
}

/** Two numbers that were worked out in another order. */
function isNearly(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}
