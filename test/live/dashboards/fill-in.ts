import { formatDuration } from "../../../generators/language/duration.ts";
import type { GrafanaTimes } from "./grafana-times.ts";

/** What is chosen: the text that Grafana puts in the place of each variable of a dashboard. */
export type Chosen = ReadonlyMap<string, string>;

/** The query with Grafana's variables filled in; throws for one that nobody knows. */
export function fillIn(expr: string, times: GrafanaTimes, chosen: Chosen): string {
  return expr.replace(/\$(?:(\w+)|\{(\w+)(?::\w+)?\})/g, (variable, bare?: string, braced?: string) => {
    const name = bare ?? braced ?? "";
    const value = timeNamed(name, times) ?? chosen.get(name);
    if (value === undefined) throw new Error(`nothing is known of ${variable} in ${expr}`);
    return value;
  });
}

function timeNamed(name: string, { rangeMs, intervalMs, rateIntervalMs }: GrafanaTimes): string | undefined {
  switch (name) {
    case "__rate_interval":
      return formatDuration(rateIntervalMs);
    case "__interval":
      return formatDuration(intervalMs);
    case "__range":
      return formatDuration(rangeMs);
    default:
      return undefined;
  }
}

/** A value as Grafana writes it where several may be chosen: in a pattern, inside of a string of PromQL. */
export function asPattern(value: string): string {
  return value.replace(/[\\^$*+?.()|[\]{}]/g, "\\\\$&");
}
