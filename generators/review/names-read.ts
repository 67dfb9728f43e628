import { metricNameOf, type Node, partsOf } from "../promql/tree.ts";
import { compareText } from "../text/order.ts";

/** The metrics and recordings that an expression names, each once, in order. */
export function namesRead(node: Node): string[] {
  return [...new Set(namesIn(node))].sort(compareText);
}

function namesIn(node: Node): string[] {
  const own = node.kind === "selector" ? metricNameOf(node) : undefined;
  return own === undefined ? partsOf(node).flatMap(namesIn) : [own];
}
