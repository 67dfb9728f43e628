import type { InputRule } from "../../generators/import/input/input-rule.ts";
import { metricNameOf, type Node, partsOf } from "../../generators/promql/tree.ts";

/** Recordings behind those that they read, and else as they stand in the input; those of a circle stay where they are. */
export function inOrder(rules: readonly InputRule[]): readonly InputRule[] {
  const byName = new Map<string, InputRule[]>();
  for (const rule of rules) {
    if (rule.kind === "record") byName.set(rule.name, [...(byName.get(rule.name) ?? []), rule]);
  }
  const done = new Set<InputRule>();
  const visit = (rule: InputRule): void => {
    if (done.has(rule)) return;
    done.add(rule);
    for (const name of namesRead(rule.node)) for (const other of byName.get(name) ?? []) visit(other);
    ordered.push(rule);
  };
  const ordered: InputRule[] = [];
  for (const rule of rules) visit(rule);
  return ordered;
}

/** The names of all series that an expression reads. */
export function namesRead(node: Node): readonly string[] {
  if (node.kind !== "selector") return partsOf(node).flatMap(namesRead);
  const name = metricNameOf(node);
  return name === undefined ? [] : [name];
}
