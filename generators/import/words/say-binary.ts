import {
  type BinaryOperator,
  comparisons,
  isArithmetic,
  isComparison,
  isSetOperator,
} from "../../promql/operators.ts";
import { printPromql } from "../../promql/print.ts";
import { calculatedUnit } from "../../promql/result-unit.ts";
import type { BinaryNode, Node } from "../../promql/tree.ts";
import { asVector, inNoUnit } from "./as-vector.ts";
import { constantOf } from "./constant.ts";
import { joinedLabels, matchingArguments } from "./say-matching.ts";
import { convertedUnit, quantityArgument } from "./quantity-argument.ts";
import { type Said, type Saying, Unsayable } from "./said.ts";
import { calling, textArgument, type WordArgument, type WordCode } from "./word-code.ts";

/** What each operator is called in the language; undefined: there is no word. */
const methods: Readonly<Record<BinaryOperator, string | undefined>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "mod",
  "^": "pow",
  atan2: undefined,
  "==": "eq",
  "!=": "ne",
  ">": "gt",
  "<": "lt",
  ">=": "gte",
  "<=": "lte",
  and: "and",
  or: "or",
  unless: "unless",
};

/** An operator, as the method of its left side. */
export function sayBinary(node: BinaryNode, saying: Saying): Said {
  const said = operation(node, saying);
  if (!node.bool) return said;
  return { ...said, kind: "vector", unit: "bool", code: calling(said.code, "bool") };
}

function operation(node: BinaryNode, saying: Saying): Said {
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  if (left !== undefined && right !== undefined) throw new Unsayable("number", printPromql(node));
  if (right !== undefined) return withNumber(node, saying.say(node.left), right);
  if (left !== undefined) return withNumber(node, saying.say(node.right), left, true);
  const [one, other] = [saying.say(node.left), saying.say(node.right)];
  // One number beside series compares with them as they do with it.
  if (one.kind === "scalar" && other.kind !== "scalar" && isComparison(node.op))
    return ofSides({ ...node, op: comparisons[node.op].mirrored }, other, one);
  return ofSides(node, one, other);
}

function methodFor(op: BinaryOperator, node: Node): string {
  const method = methods[op];
  if (method === undefined) throw new Unsayable("operand", printPromql(node));
  return method;
}

/** With one number on the right, or on the left where it may be exchanged; else before the series. */
function withNumber(node: BinaryNode, said: Said, value: number, isLeft = false): Said {
  const { op } = node;
  if (isLeft && isComparison(op)) return withNumber({ ...node, op: comparisons[op].mirrored }, said, value);
  if (isLeft && op !== "+" && op !== "*") return afterNumber(node, said, value);
  if (isComparison(op)) return compared(node, said, value);
  const of = said.kind === "scalar" ? said : asVector(said);
  const { unit } = of;
  const into = convertedUnit(op, unit, value);
  if (into !== undefined && of.kind !== "scalar")
    return { ...of, kind: "vector", unit: into, code: calling(of.code, "in", textArgument(into)) };
  if (!isArithmetic(op)) throw new Unsayable("operand", printPromql(node));
  const isSum = op === "+" || op === "-";
  const argument = isSum ? quantityArgument(value, unit === "timestamp" ? "seconds" : unit) : plain(value);
  if (!argument) throw new Unsayable("number", printPromql(node));
  const code = calling(of.code, methodFor(op, node), argument);
  return {
    ...of,
    kind: of.kind === "scalar" ? "scalar" : "vector",
    unit: isSum ? unit : calculatedUnit(op, unit, "none"),
    code,
  };
}

/** `number(1).sub(…)`: where the sides cannot be exchanged. What is subtracted from is an amount in the unit of the other side. */
function afterNumber(node: BinaryNode, said: Said, value: number): Said {
  const { op } = node;
  if (!isArithmetic(op) || said.kind === "scalar") throw new Unsayable("left number", printPromql(node));
  const vector = asVector(said);
  const amount = op === "-" ? quantityArgument(value, vector.unit) : plain(value);
  const [of, argument] = amount ? [vector, amount] : [inNoUnit(vector), plain(value)];
  const before: WordCode = { head: { kind: "word", word: "number", args: [argument] }, calls: [] };
  const code = calling(before, methodFor(op, node), { kind: "expression", code: of.code });
  return { ...of, kind: "vector", unit: op === "-" ? of.unit : calculatedUnit(op, "none", of.unit), code };
}

function plain(value: number): WordArgument {
  return { kind: "number", value };
}

function compared(node: BinaryNode, said: Said, value: number): Said {
  const of = asVector(said);
  const argument = quantityArgument(value, of.unit);
  // What no quantity says, such as a point in time, is compared as a plain number.
  const [given, threshold] = argument ? [of, argument] : [inNoUnit(of), plain(value)];
  const code = calling(given.code, methodFor(node.op, node), threshold);
  return { ...given, kind: "condition", code };
}

/** Between two expressions. */
function ofSides(node: BinaryNode, left: Said, right: Said): Said {
  const { op } = node;
  if (left.kind === "scalar") return ofScalar(node, left, right);
  const isCondition =
    left.kind === "condition" &&
    (op === "and" || op === "unless" || (op === "or" && right.kind === "condition"));
  const of = isCondition ? left : asVector(left);
  const by = fitting(op, of.unit, sideOf(right));
  const code = calling(
    of.code,
    methodFor(op, node),
    { kind: "expression", code: by.code },
    ...matchingArguments(node, of, by),
  );
  const labels = by.kind === "scalar" ? of.labels : joinedLabels(node, of, by);
  const observed = labels.has("le") ? (of.observed ?? by.observed) : undefined;
  if (isComparison(op)) return { code, kind: "condition", labels, unit: of.unit, observed };
  if (isSetOperator(op)) {
    const holds = op !== "or" || isCondition;
    return { code, kind: holds ? "condition" : "vector", labels, unit: of.unit, observed };
  }
  if (op === "%" || op === "^") throw new Unsayable("operand", printPromql(node));
  return { code, kind: "vector", labels, unit: calculatedUnit(op, of.unit, by.unit), observed };
}

/** The time, and what is calculated of it. */
function ofScalar(node: BinaryNode, left: Said, right: Said): Said {
  const { op } = node;
  if (!isArithmetic(op) || op === "%" || op === "^") throw new Unsayable("operand", printPromql(node));
  const side = sideOf(right);
  // Of what has no unit, the time is only ever asked how long ago it was.
  const by =
    op === "-" && left.unit === "timestamp" && side.unit === "none"
      ? inUnit(side, "timestamp")
      : fitting(op, left.unit, side);
  const code = calling(left.code, methodFor(op, node), { kind: "expression", code: by.code });
  const unit = calculatedUnit(op, left.unit, by.unit);
  return by.kind === "scalar" ? { ...left, code, unit } : { code, kind: "vector", labels: by.labels, unit };
}

/** What can stand in the brackets: a condition and a number as they are. */
function sideOf(said: Said): Said {
  return said.kind === "scalar" || said.kind === "condition" ? said : asVector(said);
}

function inUnit(said: Said, unit: string): Said {
  const of = asVector(said);
  return { ...of, unit, code: calling(of.code, "as", textArgument(unit)) };
}

/** What is added and compared has the same unit on both sides, or none that is known. */
function fitting(op: BinaryOperator, unit: string, right: Said): Said {
  const isFree = isSetOperator(op) || op === "*" || op === "/" || op === "%" || op === "^";
  if (isFree || unit === "none" || right.unit === "none" || right.unit === unit) return right;
  if (unit === "timestamp" && right.unit === "seconds" && isArithmetic(op)) return right;
  return inNoUnit(right);
}
