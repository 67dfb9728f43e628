import { acceptedBy } from "../../../promql/label-value.ts";
import { functionNamed } from "../../../promql/functions.ts";
import type { BinaryNode, LabelMatcher, Node } from "../../../promql/tree.ts";
import type { OrderRule } from "../rule.ts";

export const empties: OrderRule = {
  id: "empties",
  says: "what can have no series has none that something else has not",
  relate(first) {
    return isEmpty(first) ? { presence: "some", values: "same", by: [] } : undefined;
  },
};

/** Whether no series can ever come out, such as of `{a!~".*"}`, or of `{a="x", a="y"}`. */
function isEmpty(node: Node): boolean {
  switch (node.kind) {
    case "selector":
      return isImpossible(node.matchers);
    case "range":
    case "subquery":
    case "negation":
      return isEmpty(node.of);
    case "aggregation":
      return isEmpty(node.args.at(-1) ?? node);
    case "call": {
      const row = functionNamed(node.name);
      const of = node.args.find(({ kind }) => kind !== "number" && kind !== "string");
      return row?.gives === "vector" && row.givesWithoutSeries !== true && of !== undefined && isEmpty(of);
    }
    case "binary":
      return isEmptyOf(node);
    case "number":
    case "string":
    case "text":
      return false;
  }
}

function isEmptyOf({ op, left, right }: BinaryNode): boolean {
  if (op === "or") return isEmpty(left) && isEmpty(right);
  if (op === "unless") return isEmpty(left);
  return isEmpty(left) || isEmpty(right);
}

function isImpossible(matchers: readonly LabelMatcher[]): boolean {
  return matchers.some((one) => {
    if (one.op === "!~" && one.value === ".*") return true;
    return (
      one.op === "=" && !matchers.every((other) => other.name !== one.name || acceptedBy(other)(one.value))
    );
  });
}
