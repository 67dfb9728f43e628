import { type ExpressionType, unknownType } from "../expression-type.ts";
import type { Operand } from "../extraction.ts";
import { type BinaryOperator, isComparison, isSetOperator, sets } from "../operators.ts";
import { statisticsBetween } from "../statistic.ts";
import { type BinaryNode, type Span, spanOf, wholeSpanOf } from "../tree.ts";
import { constant, resultBound, unitOfOperation, unitComplaint } from "./arithmetic.ts";
import { bucketsBetween } from "./buckets.ts";
import { inBinary } from "./counted.ts";
import { type Inference, kindNames, report, within } from "./inference.ts";
import { keysOfBinary } from "./keys.ts";
import { inferMatching } from "./matching.ts";
import { isPartOfWhole } from "./part-of-whole.ts";

/** An operator with its two sides. */
interface Binary {
  readonly node: BinaryNode;
  readonly span: Span;
  readonly op: BinaryOperator;
  readonly bool: boolean;
  readonly left: Operand;
  readonly right: Operand;
}

export function inferBinary(inference: Inference, node: BinaryNode): ExpressionType {
  const { op, bool = false } = node;
  const [left, right] = [operandOf(inference, node, "left"), operandOf(inference, node, "right")];
  const span = spanOf(node);
  const binary: Binary = { node, span, op, bool, left, right };
  if (!sidesAreFit(inference, binary)) return unknownType;
  if (isComparison(op)) inference.findings.comparisons.push({ op, bool, left, right, ...span });
  const complaint = unitComplaint(op, left.type, right.type);
  if (complaint !== undefined) report(inference, spanOf({ span: node.operatorSpan }), complaint);
  const isVector = left.type.kind === "vector" || right.type.kind === "vector";
  const isUnknown = left.type.kind === "unknown" || right.type.kind === "unknown";
  const kind = isVector ? "vector" : isUnknown ? "unknown" : "scalar";
  const labels = inferMatching(inference, node, left, right);
  return {
    kind,
    labels,
    keys: keysOfBinary(node, left.type, right.type, labels),
    unit: isComparison(op) && bool ? "bool" : unitOfOperation(op, left.type, right.type),
    ...(bool ? {} : bucketsBetween(op, left.type, right.type)),
    bound: boundOf(inference, binary),
    statistics: statisticsOf(inference, binary),
    condition: conditionOf(binary),
    literal: constant(op, left.type.literal, right.type.literal),
  };
}

function operandOf(inference: Inference, binary: BinaryNode, side: "left" | "right"): Operand {
  const node = binary[side];
  const type = inference.infer(node, inBinary(inference.surroundings, binary, side));
  const span = wholeSpanOf(node);
  const series = new Set(within(inference.findings.selectors, span).flatMap((selector) => selector.series));
  const name = node.kind === "call" || node.kind === "aggregation" ? node.name : undefined;
  return { node, type, function: name, series: [...series], from: span.from, to: span.to };
}

/** Whether the operator can be applied at all. */
function sidesAreFit(inference: Inference, { node, span, op, bool, left, right }: Binary): boolean {
  for (const side of [left, right]) {
    if (side.type.kind !== "matrix" && side.type.kind !== "string") continue;
    report(inference, side, `'${op}' of ${kindNames[side.type.kind]}`);
    return false;
  }
  const kinds = [left.type.kind, right.type.kind];
  if (bool && !isComparison(op)) report(inference, span, `bool goes with comparisons, not with '${op}'`);
  if (isComparison(op) && !bool && kinds.every((kind) => kind === "scalar")) {
    report(inference, span, "a comparison of scalars needs bool");
  }
  if (kinds.includes("scalar") && isSetOperator(op)) {
    report(inference, span, `'${op}' needs an instant vector on both sides`);
    return false;
  }
  if (kinds.includes("scalar") && node.matching) {
    report(inference, spanOf(node.matching), "on and ignoring need an instant vector on both sides");
  }
  const isOnlyAsked = inference.surroundings.isCounted === true;
  const isCounted = isOnlyAsked && (!isComparison(op) || asksWhetherAny({ op, bool, left, right }));
  for (const side of isSetOperator(op) || isCounted ? [] : [left, right]) reportRawCounter(inference, side);
  return true;
}

/** A guard that something was ever counted, as behind `and`: it is above 0, and nothing else of its value matters. */
function asksWhetherAny({ op, bool, left, right }: Pick<Binary, "op" | "bool" | "left" | "right">): boolean {
  if (bool) return false;
  if (right.type.literal === 0) return op === ">" || op === "!=";
  return left.type.literal === 0 && (op === "<" || op === "!=");
}

function reportRawCounter(inference: Inference, { type, from, to }: Operand): void {
  if (type.samples !== "counter" && type.samples !== "bucket") return;
  const name = type.series?.[0]?.name ?? "a counter";
  report(inference, { from, to }, `${name} as it is: take rate() or increase() first`);
}

function boundOf(inference: Inference, { op, left, right, bool }: Binary): ExpressionType["bound"] {
  if (bool) return { kind: "interval", min: 0, max: 1 };
  if (isComparison(op) || isOfLeft(op)) return left.type.bound;
  if (op === "/" && isPartOfWhole(inference, left, right)) return { kind: "interval", min: 0, max: 1 };
  return resultBound(op, left.type, right.type);
}

function statisticsOf(inference: Inference, { span, op, left, right, bool }: Binary) {
  // 0 or 1 is a fact about the statistic, and no statistic itself.
  if (bool) return undefined;
  // A comparison gives the samples of its vector, which is the left one when both are.
  if (isComparison(op)) return (left.type.kind === "scalar" ? right : left).type.statistics;
  if (isOfLeft(op)) return left.type.statistics;
  return statisticsBetween(inference, op, span, [left, right]);
}

function conditionOf({ op, bool, left, right }: Binary): boolean {
  if (isComparison(op)) return !bool && (left.type.kind === "vector" || right.type.kind === "vector");
  // Some series of the left are left out by the right; of both sides it is a condition only where either is.
  if (isSetOperator(op)) return isOfLeft(op) || (left.type.condition && right.type.condition);
  return left.type.condition || right.type.condition;
}

/** Whether its series are those of the left side, as they are. */
function isOfLeft(op: BinaryOperator): boolean {
  return isSetOperator(op) && sets[op].takes === "left";
}
