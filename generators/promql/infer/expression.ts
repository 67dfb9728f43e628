import { type ExpressionType, unknownType } from "../expression-type.ts";
import { type Node, type Span, spanOf } from "../tree.ts";
import { inferAggregation } from "./aggregation.ts";
import { inferBinary } from "./binary.ts";
import { inferCall } from "./call.ts";
import { type Inference, kindNames, report } from "./inference.ts";
import { inferSubquery } from "./range.ts";
import { inferRange, inferSelector } from "./selector.ts";

/** The type of an expression; what is wrong in it, and what it holds, goes to the findings. */
export function inferType(inference: Inference, node: Node): ExpressionType {
  const signs = (node.around ?? []).filter(({ sign }) => sign === "+");
  return signs.reduce((type, sign) => signed(inference, sign, type, "+"), typeOf(inference, node));
}

function typeOf(inference: Inference, node: Node): ExpressionType {
  switch (node.kind) {
    case "number":
      return { kind: "scalar", unit: "none", condition: false, literal: node.value };
    case "string":
      return { kind: "string", unit: "none", condition: false };
    case "selector":
      return inferSelector(inference, node);
    case "range":
      return inferRange(inference, node);
    case "subquery":
      return inferSubquery(inference, node);
    case "call":
      return inferCall(inference, node);
    case "aggregation":
      return inferAggregation(inference, node);
    case "binary":
      return inferBinary(inference, node);
    case "negation":
      return signed(inference, spanOf(node), inference.infer(node.of), "-");
    case "text":
      // What is inferred was read, and what was read holds none.
      return unknownType;
  }
}

function signed(inference: Inference, at: Span, type: ExpressionType, sign: "+" | "-"): ExpressionType {
  if (type.kind === "matrix" || type.kind === "string") {
    report(inference, at, `a sign before ${kindNames[type.kind]}`);
    return unknownType;
  }
  const literal = type.literal !== undefined && sign === "-" ? -type.literal : type.literal;
  return { ...type, samples: undefined, series: undefined, bound: undefined, literal };
}
