import { formatDuration } from "../../language/duration.ts";
import { callNode, type Node, type SelectorNode, stringNode } from "../tree.ts";
import { toleranceMs } from "./scrapes.ts";

/** For so long Prometheus takes a sample for the value of the moment. */
const lookbackMs = 5 * 60_000;

/** The last value of what is scraped so rarely that there may be none at the moment; else that of the moment. */
export function lastOf(series: SelectorNode, everyMs: number): Node {
  return everyMs < lookbackMs ? series : over("last_over_time", series, everyMs);
}

/** The same of `up`, of which the last value says that a scrape failed. */
export function lastUp(series: SelectorNode, everyMs: number): Node {
  return everyMs < lookbackMs ? series : greatestOf(series, everyMs);
}

/** The greatest value of the last scrapes, of which one may have failed. */
export function greatestOf(series: SelectorNode, everyMs: number): Node {
  return over("max_over_time", series, everyMs);
}

function over(name: "last_over_time" | "max_over_time", series: SelectorNode, everyMs: number): Node {
  return callNode(name, { kind: "range", of: series, range: formatDuration(toleranceMs(everyMs)) });
}

/** The same series with one label more. */
export function withLabel(node: Node, label: string, value: string): Node {
  // A dollar would begin a group of the pattern.
  const texts = [label, value.replaceAll("$", "$$$$"), "instance", ".*"];
  return callNode("label_replace", node, ...texts.map(stringNode));
}
