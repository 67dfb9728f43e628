import { metricNameOf, type Node, partsOf } from "../promql/tree.ts";
import type { Comparison } from "./comparison.ts";

/** What rests on a recording or a metric, counted: `3 alerts and 2 panels`; undefined: nothing does. */
export function restingOn(name: string, { head, alerts }: Comparison): string | undefined {
  const resting = alerts.pairs.filter(({ changedBelow }) => changedBelow.includes(name)).length;
  const showing = head.panels.filter(({ queries }) =>
    queries.some(({ node }) => node && reads(node, name)),
  ).length;
  const parts = [counted(resting, "alert"), counted(showing, "panel")].filter((part) => part !== "");
  return parts.length === 0 ? undefined : parts.join(" and ");
}

function counted(count: number, noun: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function reads(node: Node, name: string): boolean {
  if (node.kind === "selector") return metricNameOf(node) === name;
  return partsOf(node).some((part) => reads(part, name));
}
