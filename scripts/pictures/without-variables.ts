import { mapParts } from "../../generators/promql/rewrite.ts";
import type { Node } from "../../generators/promql/tree.ts";
import { hasVariable } from "../../generators/promql/variable.ts";

/**
 * A query of a dashboard as Prometheus gets it while nothing is chosen: windows for Grafana's own variables, and no matcher
 * for one that narrows it.
 */
export function withoutVariables(node: Node, windows: Readonly<Record<string, string>>): Node {
  const inner = mapParts(node, (part) => withoutVariables(part, windows));
  switch (inner.kind) {
    case "selector":
      return { ...inner, matchers: inner.matchers.filter(({ value }) => !hasVariable(value)) };
    case "range":
    case "subquery":
      return { ...inner, range: windows[inner.range] ?? inner.range };
    default:
      return inner;
  }
}
