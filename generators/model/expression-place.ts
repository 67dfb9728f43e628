import { partsOf, type Node } from "../promql/tree.ts";
import type { Place } from "../language/place.ts";

/** Where an expression was written as text, the first of several; an expression of handles stands where its rule does. */
export function expressionPlace(node: Node): Place | undefined {
  if (node.kind === "text") return node.place;
  return partsOf(node)
    .map(expressionPlace)
    .find((place) => place !== undefined);
}
