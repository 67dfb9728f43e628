import type { Node } from "../promql/tree.ts";
import type { Place } from "../language/place.ts";

/** Where an expression was written as text, the first of several; an expression of handles stands where its rule does. */
export function expressionPlace(node: Node): Place | undefined {
  switch (node.kind) {
    case "text":
      return node.place;
    case "negation":
    case "range":
    case "subquery":
      return expressionPlace(node.of);
    case "binary":
      return expressionPlace(node.left) ?? expressionPlace(node.right);
    case "call":
    case "aggregation":
      return node.args.map(expressionPlace).find((place) => place !== undefined);
    default:
      return undefined;
  }
}
