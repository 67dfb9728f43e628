import type { SyntaxNode } from "@lezer/common";
import { type ExpressionType, unknownType } from "../expression-type.ts";
import { inferAggregation } from "./aggregation.ts";
import { inferBinary } from "./binary.ts";
import { inferCall } from "./call.ts";
import { inferSubquery } from "./range.ts";
import { inferRangeSelector, inferSelector } from "./selector.ts";
import { type Inference, kindNames, read, report } from "./inference.ts";
import { numberOrDuration } from "../number-literal.ts";
import { childrenOf } from "../parse.ts";
import { stringValue } from "./string-value.ts";

type Rule = (inference: Inference, node: SyntaxNode) => ExpressionType;

const rules: Readonly<Record<string, Rule>> = {
  NumberDurationLiteral: inferNumber,
  StringLiteral: inferString,
  ParenExpr: inferParentheses,
  UnaryExpr: inferSign,
  VectorSelector: inferSelector,
  MatrixSelector: inferRangeSelector,
  SubqueryExpr: inferSubquery,
  FunctionCall: inferCall,
  AggregateExpr: inferAggregation,
  BinaryExpr: inferBinary,
};

/** The type of an expression; what is wrong in it, and what it holds, goes to the findings. */
export function inferType(inference: Inference, node: SyntaxNode): ExpressionType {
  const rule = rules[node.name];
  if (rule) return rule(inference, node);
  report(inference, node, `'${read(inference, node)}' is not supported`);
  return unknownType;
}

function inferNumber(inference: Inference, node: SyntaxNode): ExpressionType {
  const text = read(inference, node);
  const literal = numberOrDuration(text);
  if (literal === undefined) report(inference, node, `no number: '${text}'`);
  return { kind: "scalar", unit: "none", condition: false, literal };
}

function inferString(inference: Inference, node: SyntaxNode): ExpressionType {
  stringValue(inference, node);
  return { kind: "string", unit: "none", condition: false };
}

function inferParentheses(inference: Inference, node: SyntaxNode): ExpressionType {
  const [inner] = childrenOf(node);
  return inner ? inference.infer(inner) : unknownType;
}

function inferSign(inference: Inference, node: SyntaxNode): ExpressionType {
  const [sign, operand] = childrenOf(node);
  if (!sign || !operand) return unknownType;
  const type = inference.infer(operand);
  if (type.kind === "matrix" || type.kind === "string") {
    report(inference, node, `a sign before ${kindNames[type.kind]}`);
    return unknownType;
  }
  const negative = read(inference, sign) === "-";
  const literal = type.literal !== undefined && negative ? -type.literal : type.literal;
  return { ...type, samples: undefined, series: undefined, bound: undefined, literal };
}
