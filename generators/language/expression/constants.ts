import { functions } from "../../promql/functions.ts";
import { nodeOf, typed, unitOf } from "./expression.ts";
import { newExpression } from "./methods.ts";
import type { Scalar } from "./scalar.ts";
import { callNode, numberNode } from "../../promql/tree.ts";
import type { Vector } from "./vector.ts";

/** The moment of the evaluation: seconds since 1970. */
export function time(): Scalar<"timestamp"> {
  return typed(newExpression({ node: callNode("time"), unit: functions.time.unit }));
}

/** A number, or a scalar such as `time()`, as a series without labels. */
export function vector<U extends string = "none">(value: number | Scalar<U>): Vector<{}, U> {
  const [node, unit] =
    typeof value === "number" ? [numberNode(value), "none"] : [nodeOf(value), unitOf(value)];
  return typed(newExpression({ node: callNode("vector", node), unit }));
}
