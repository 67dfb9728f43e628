import type { SyntaxNode } from "@lezer/common";
import { constant, resultBound, unitOfOperation, unitComplaint } from "./arithmetic.ts";
import { type ExpressionType, unknownType } from "../expression-type.ts";
import type { Operand } from "../extraction.ts";
import { inferMatching } from "./matching.ts";
import { type Inference, kindNames, read, report, within } from "./inference.ts";
import { type BinaryOperator, isComparison, isSetOperator, isOperator, sets } from "../operators.ts";
import { childrenOf, withoutParentheses } from "../parse.ts";
import { isPartOfWhole } from "./part-of-whole.ts";
import { statisticsBetween } from "../statistic.ts";

/** An operator with its two sides; `bool` and the matching stand between. */
interface Binary {
  readonly node: SyntaxNode;
  readonly op: BinaryOperator;
  readonly operator: SyntaxNode;
  readonly left: Operand;
  readonly right: Operand;
  readonly bool: boolean;
  readonly clause: SyntaxNode | undefined;
}

export function inferBinary(inference: Inference, node: SyntaxNode): ExpressionType {
  const binary = readBinary(inference, node);
  if (!binary) return unknownType;
  const { left, right, op } = binary;
  if (!sidesAreFit(inference, binary)) return unknownType;
  if (isComparison(op)) {
    const { bool } = binary;
    inference.findings.comparisons.push({ op, bool, left, right, from: node.from, to: node.to });
  }
  const complaint = unitComplaint(op, left.type, right.type);
  if (complaint !== undefined) report(inference, binary.operator, complaint);
  const isVector = left.type.kind === "vector" || right.type.kind === "vector";
  const isUnknown = left.type.kind === "unknown" || right.type.kind === "unknown";
  const kind = isVector ? "vector" : isUnknown ? "unknown" : "scalar";
  return {
    kind,
    labels: inferMatching(inference, binary),
    unit: isComparison(op) && binary.bool ? "bool" : unitOfOperation(op, left.type, right.type),
    bound: boundOf(inference, binary),
    statistics: statisticsOf(inference, binary),
    condition: conditionOf(binary),
    literal: constant(op, left.type.literal, right.type.literal),
  };
}

function readBinary(inference: Inference, node: SyntaxNode): Binary | undefined {
  const children = childrenOf(node);
  const [left, operator] = children;
  const right = children.at(-1);
  if (!left || !operator || !right) return undefined;
  const op = read(inference, operator).toLowerCase();
  if (!isOperator(op)) return undefined;
  const written = read(inference, left);
  if (op === "^" && left.name === "NumberDurationLiteral" && /^[-+]/.test(written)) {
    const fix = `write (${written}) ^ … or -(… ^ …)`;
    report(inference, left, `${fix}: this parser and Prometheus disagree on a sign before ^`);
  }
  return {
    node,
    op,
    operator,
    left: operandOf(inference, left),
    right: operandOf(inference, right),
    bool: children.some(({ name }) => name === "BoolModifier"),
    clause: children.find(({ name }) => name === "MatchingModifierClause"),
  };
}

function operandOf(inference: Inference, at: SyntaxNode): Operand {
  const type = inference.infer(at);
  const outermost = withoutParentheses(at);
  const name = outermost.getChild("FunctionIdentifier") ?? outermost.getChild("AggregateOp");
  const selectors = within(inference.findings.selectors, at);
  return {
    type,
    function: name ? read(inference, name) : undefined,
    series: [...new Set(selectors.flatMap(({ series }) => series))],
    from: at.from,
    to: at.to,
  };
}

/** Whether the operator can be applied at all. */
function sidesAreFit(inference: Inference, { node, op, left, right, bool, clause }: Binary): boolean {
  for (const side of [left, right]) {
    if (side.type.kind !== "matrix" && side.type.kind !== "string") continue;
    report(inference, side, `'${op}' of ${kindNames[side.type.kind]}`);
    return false;
  }
  const kinds = [left.type.kind, right.type.kind];
  if (bool && !isComparison(op)) report(inference, node, `bool goes with comparisons, not with '${op}'`);
  if (isComparison(op) && !bool && kinds.every((kind) => kind === "scalar")) {
    report(inference, node, "a comparison of scalars needs bool");
  }
  if (kinds.includes("scalar") && isSetOperator(op)) {
    report(inference, node, `'${op}' needs an instant vector on both sides`);
    return false;
  }
  if (kinds.includes("scalar") && clause) {
    report(inference, clause, "on and ignoring need an instant vector on both sides");
  }
  for (const side of isSetOperator(op) ? [] : [left, right]) reportRawCounter(inference, side);
  return true;
}

function reportRawCounter(inference: Inference, { type, from, to }: Operand): void {
  if (type.samples !== "counter" && type.samples !== "bucket") return;
  const name = type.series?.[0]?.name ?? "a counter";
  report(inference, { from, to }, `${name} as it is: take rate() or increase() first`);
}

function boundOf(inference: Inference, { node, op, left, right, bool }: Binary): ExpressionType["bound"] {
  if (bool) return { kind: "interval", min: 0, max: 1 };
  if (isComparison(op) || isOfLeft(op)) return left.type.bound;
  if (op === "/" && isPartOfWhole(inference, node, left, right)) return { kind: "interval", min: 0, max: 1 };
  return resultBound(op, left.type, right.type);
}

function statisticsOf(inference: Inference, { node, op, left, right, bool }: Binary) {
  // 0 or 1 is a fact about the statistic, and no statistic itself.
  if (bool) return undefined;
  // A comparison gives the samples of its vector, which is the left one when both are.
  if (isComparison(op)) return (left.type.kind === "scalar" ? right : left).type.statistics;
  if (isOfLeft(op)) return left.type.statistics;
  return statisticsBetween(inference, op, node, [left, right]);
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
