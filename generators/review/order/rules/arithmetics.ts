import { isArithmetic } from "../../../promql/operators.ts";
import type { BinaryNode, Node } from "../../../promql/tree.ts";
import { numberIn } from "../numbers.ts";
import { bothValues, turned } from "../relation.ts";
import type { OrderRule } from "../rule.ts";
import { isFiniteOf, isNeverNegative } from "../sign.ts";
import { directionOf } from "./functions.ts";
import { isMatchedByAll, isUniquelyMatched, sameMatching } from "./matching.ts";

export const negations: OrderRule = {
  id: "negations",
  says: "a sign turns the order around",
  relate(first, second, { ask }) {
    if (first.kind !== "negation" || second.kind !== "negation") return undefined;
    const relation = ask(first.of, second.of);
    return relation && { ...relation, values: turned(relation.values) };
  },
};

export const shifts: OrderRule = {
  id: "shifts",
  says: "what a number is added to keeps its order, and a larger number makes it larger",
  relate(first, second, { ask }) {
    const pair = withNumbers(first, second);
    if (!pair || (pair.op !== "+" && pair.op !== "-")) return undefined;
    const relation = ask(pair.one, pair.other);
    const direction = directionOf(pair.number, pair.otherNumber);
    if (!relation || !direction || isInfinite(pair.number) || isInfinite(pair.otherNumber)) return undefined;
    const ofSeries = pair.op === "-" && pair.side === "right" ? turned(relation.values) : relation.values;
    const ofNumber = pair.op === "-" && pair.side === "left" ? turned(direction) : direction;
    return { ...relation, values: bothValues(ofSeries, ofNumber) };
  },
};

export const factors: OrderRule = {
  id: "factors",
  says: "a positive factor keeps the order, a negative one turns it around, and a larger one makes larger what is not negative",
  relate(first, second, about) {
    const pair = withNumbers(first, second);
    if (!pair || (pair.op !== "*" && !(pair.op === "/" && pair.side === "left"))) return undefined;
    const relation = about.ask(pair.one, pair.other);
    const one = factorOf(pair.op, pair.number);
    const other = factorOf(pair.op, pair.otherNumber);
    if (!relation || one === undefined || other === undefined) return undefined;
    if (one === other) return { ...relation, values: one > 0 ? relation.values : turned(relation.values) };
    if (one < 0 || other < 0 || !isNeverNegative(pair.other, about) || !isNeverNegative(pair.one, about))
      return undefined;
    return { ...relation, values: bothValues(relation.values, one < other ? "at most" : "at least") };
  },
};

export const sameNumbers: OrderRule = {
  id: "same-numbers",
  says: "an operator with the same number makes the same of the same",
  relate(first, second, about) {
    const pair = withNumbers(first, second);
    if (!pair || !isArithmetic(pair.op) || !about.isSame(pair.number, pair.otherNumber)) return undefined;
    const relation = about.ask(pair.one, pair.other);
    return relation?.values === "same" ? relation : undefined;
  },
};

export const sums: OrderRule = {
  id: "sums",
  says: "a sum and a difference with the same series move as their other side does",
  relate(first, second, about) {
    const pair = operatorsOf(first, second);
    if (!pair || (pair.one.op !== "+" && pair.one.op !== "-")) return undefined;
    if (about.isSame(pair.one.right, pair.other.right) && isUniquelyMatched(pair.one)) {
      const relation = about.ask(pair.one.left, pair.other.left);
      return relation && isFiniteOf(pair.one.right) && isFiniteOf(pair.other.left)
        ? { ...relation, presence: presenceOf(pair.one, relation.presence) }
        : undefined;
    }
    if (!about.isSame(pair.one.left, pair.other.left) || !isMatchedByAll(pair.one)) return undefined;
    const relation = about.ask(pair.one.right, pair.other.right);
    if (!relation || !isFiniteOf(pair.one.left) || !isFiniteOf(pair.other.right)) return undefined;
    const values = pair.one.op === "-" ? turned(relation.values) : relation.values;
    return { ...relation, values };
  },
};

export const ratios: OrderRule = {
  id: "ratios",
  says: "a product with, and a share of, the same series that is not negative move as what is measured does",
  relate(first, second, about) {
    const pair = operatorsOf(first, second);
    if (!pair || (pair.one.op !== "*" && pair.one.op !== "/")) return undefined;
    const { one, other } = pair;
    if (!about.isSame(one.right, other.right) || !isUniquelyMatched(one)) return undefined;
    const relation = about.ask(one.left, other.left);
    if (!relation) return undefined;
    const presence = presenceOf(one, relation.presence);
    if (relation.values === "same") return { ...relation, presence };
    const isMeasured =
      isNeverNegative(one.right, about) &&
      isNeverNegative(one.left, about) &&
      isNeverNegative(other.left, about);
    // By 0 a share of more may be infinite where that of nothing is NaN; the reverse would not be sure.
    const isSure = one.op === "*" || relation.values === "at most";
    return isMeasured && isSure ? { ...relation, presence } : { ...relation, presence, values: "any" };
  },
};

interface WithNumbers {
  readonly op: BinaryNode["op"];
  readonly one: Node;
  readonly other: Node;
  readonly number: Node;
  readonly otherNumber: Node;
  /** Where the series stand. */
  readonly side: "left" | "right";
}

/** Two operators of one kind between series and a number, which stands on the same side. */
function withNumbers(first: Node, second: Node): WithNumbers | undefined {
  const pair = operatorsOf(first, second);
  if (!pair) return undefined;
  const { one, other } = pair;
  if (numberIn(one.right) !== undefined && numberIn(other.right) !== undefined)
    return {
      op: one.op,
      one: one.left,
      other: other.left,
      number: one.right,
      otherNumber: other.right,
      side: "left",
    };
  if (numberIn(one.left) === undefined || numberIn(other.left) === undefined) return undefined;
  return {
    op: one.op,
    one: one.right,
    other: other.right,
    number: one.left,
    otherNumber: other.left,
    side: "right",
  };
}

function operatorsOf(first: Node, second: Node) {
  if (first.kind !== "binary" || second.kind !== "binary") return undefined;
  return first.op === second.op && sameMatching(first, second) ? { one: first, other: second } : undefined;
}

/** What a number multiplies by; undefined for 0 and what is not finite. */
function factorOf(op: "*" | "/" | BinaryNode["op"], node: Node): number | undefined {
  const number = numberIn(node);
  if (number === undefined || number === 0 || !Number.isFinite(number)) return undefined;
  return op === "/" ? 1 / number : number;
}

function isInfinite(node: Node): boolean {
  return !Number.isFinite(numberIn(node) ?? NaN);
}

/** A selection by labels says nothing of a result that has other labels. */
function presenceOf<P>(node: BinaryNode, presence: P): P | "some" {
  return isMatchedByAll(node) || presence === "all" ? presence : "some";
}
