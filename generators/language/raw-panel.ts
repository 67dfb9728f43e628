import type { PanelOf, RawOptions } from "./panel.ts";
import { callerPlace } from "./place.ts";

/**
 * A panel as Grafana's own JSON, for what no other word can say.
 *
 * Queries of Prometheus in it are checked as `promql` is, narrowed by the variables of the dashboard, and ask its data source; those of
 * other sources stay as they are. It has no picture: nobody but Grafana knows how it looks.
 * @example
 * rawPanel({
 *   title: "Queues",
 *   description: "How long the queues are.",
 *   reason: "No word draws a histogram.",
 *   json: { type: "histogram", options: { bucketCount: 30 } },
 *   queries: [queue],
 * })
 * @refuses rawPanel({ title: "Queues", description: "How long.", json: { type: "histogram" } })
 * @check expressions-are-valid
 */
export function rawPanel(options: RawOptions): PanelOf<"raw"> {
  return { kind: "panel", type: "raw", ...options, place: callerPlace() };
}
