import { isSetOperator } from "../../../promql/operators.ts";
import { bothValues, isSamePresence, isSelected, type Presence, type Relation } from "../relation.ts";
import type { OrderRule } from "../rule.ts";
import { areCompared, sameMatching } from "./matching.ts";
import type { BinaryNode } from "../../../promql/tree.ts";

export const sidesAlike: OrderRule = {
  id: "sides-alike",
  says: "of two sides that are selected by the same labels, by which they find each other, what comes out is selected alike",
  relate(first, second, { ask }) {
    if (first.kind !== "binary" || second.kind !== "binary" || first.op !== second.op) return undefined;
    if (isSetOperator(first.op) || !sameMatching(first, second)) return undefined;
    const left = ask(first.left, second.left);
    const right = ask(first.right, second.right);
    if (!left || !right || bothValues(left.values, right.values) !== "same") return undefined;
    const presence = bothPresences(left, right, first);
    return presence && { presence, values: "same", by: [...left.by, ...right.by] };
  },
};

function bothPresences(left: Relation, right: Relation, node: BinaryNode): Presence | undefined {
  if (left.presence === "all" && right.presence === "all") return "all";
  // A single number has no labels to be selected by.
  const selected = [left.presence, right.presence].filter(isSelected);
  const [one, other = one] = selected;
  if (!one || !other || !isSamePresence(one, other) || !areCompared(one.labels, node)) return undefined;
  const isEach = [left.presence, right.presence].every((side) => side === "all" || isSelected(side));
  return isEach ? one : undefined;
}
