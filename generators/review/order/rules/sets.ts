import type { BinaryNode, Node } from "../../../promql/tree.ts";
import { bothValues, isSamePresence, isSelected, type Presence, type Relation, someOf } from "../relation.ts";
import type { OrderRule } from "../rule.ts";
import { areCompared, isFiner, isMatchedByAll, sameMatching } from "./matching.ts";

export const intersections: OrderRule = {
  id: "intersections",
  says: "`and` grows with both of its sides",
  relate(first, second, { ask }) {
    const pair = setsOf("and", first, second);
    const left = pair && ask(pair.one.left, pair.other.left);
    const right = pair && ask(pair.one.right, pair.other.right);
    if (!left || !right) return undefined;
    const isKept =
      right.presence === "all" ||
      (isSelected(left.presence) &&
        isSamePresence(left.presence, right.presence) &&
        areCompared(left.presence.labels, pair.one));
    return joined(isKept ? left.presence : "some", left, right);
  },
};

export const exclusions: OrderRule = {
  id: "exclusions",
  says: "`unless` grows with its left side, and with what its right side loses",
  relate(first, second, { ask }) {
    const pair = setsOf("unless", first, second);
    const left = pair && ask(pair.one.left, pair.other.left);
    if (!left) return undefined;
    const lost = ask(pair.other.right, pair.one.right);
    if (lost) return joined(lost.presence === "all" ? left.presence : "some", left, lost);
    // Where both sides are selected alike, what is gone on the right is of series that are gone on the left too.
    const right = ask(pair.one.right, pair.other.right);
    const isSelectedAlike =
      right &&
      isSelected(left.presence) &&
      isSamePresence(left.presence, right.presence) &&
      areCompared(left.presence.labels, pair.one);
    return isSelectedAlike ? joined(left.presence, left, right) : undefined;
  },
};

export const finerMatching: OrderRule = {
  id: "finer-matching",
  says: "with more labels to agree in, `and` lets less through and `unless` more",
  relate(first, second, { ask }) {
    if (first.kind !== "binary" || second.kind !== "binary" || first.op !== second.op) return undefined;
    const isFirstFiner = first.op === "and";
    if (!isFirstFiner && first.op !== "unless") return undefined;
    if (!(isFirstFiner ? isFiner(first, second) : isFiner(second, first))) return undefined;
    const left = ask(first.left, second.left);
    const right = isFirstFiner ? ask(first.right, second.right) : ask(second.right, first.right);
    return left && right && joined("some", left, right);
  },
};

export const unions: OrderRule = {
  id: "unions",
  says: "`or` grows with both of its sides",
  relate(first, second, { ask }) {
    const pair = setsOf("or", first, second);
    if (!pair || !isMatchedByAll(pair.one)) return undefined;
    const left = ask(pair.one.left, pair.other.left);
    const right = ask(pair.one.right, pair.other.right);
    if (!left || !right) return undefined;
    const isAlike = isSamePresence(left.presence, right.presence) && left.presence !== "some";
    // What came from the right side may come from the left one then, where that has become more.
    const isFromTheSame = left.presence === "all" || isAlike;
    const values = isFromTheSame ? bothValues(left.values, right.values) : "any";
    return { ...joined(isAlike ? left.presence : "some", left, right), values };
  },
};

export const branches: OrderRule = {
  id: "branches",
  says: "the left side of an `or` is in its result as it is, and each of its sides may be in something larger",
  relate(first, second, { ask }) {
    if (first.kind === "binary" && first.op === "or") {
      const left = ask(first.left, second);
      const right = ask(first.right, second);
      if (left && right)
        return { ...joined("some", left, right), values: bothValues(left.values, right.values) };
    }
    if (second.kind !== "binary" || second.op !== "or") return undefined;
    const relation = ask(first, second.left);
    return relation && someOf(relation);
  },
};

export const guards: OrderRule = {
  id: "guards",
  says: "`and` and `unless` only take series away from their left side",
  relate(first, second, { ask }) {
    if (first.kind !== "binary" || (first.op !== "and" && first.op !== "unless")) return undefined;
    const relation = ask(first.left, second);
    return relation && someOf(relation);
  },
};

function setsOf(op: BinaryNode["op"], first: Node, second: Node) {
  if (first.kind !== "binary" || second.kind !== "binary") return undefined;
  if (first.op !== op || second.op !== op || !sameMatching(first, second)) return undefined;
  return { one: first, other: second };
}

/** The values of the left side, with both sides' rules. */
function joined(presence: Presence, left: Relation, right: Relation): Relation {
  return { presence, values: left.values, by: [...left.by, ...right.by] };
}
