import type { Place } from "../../../definitions/language/place.ts";
import type { DashboardModel, PanelModel } from "../../model/dashboard-model.ts";
import { shownExpr } from "./milliseconds.ts";

/** PromQL of a dashboard that Prometheus' own tools can read. */
export interface PlainQuery {
  /** Whose it is, for a message: `panel "Latency", query B`. */
  readonly what: string;
  readonly expr: string;
  readonly place: Place;
}

/** Every query that a dashboard asks, with something in the place of Grafana's variables. */
export function plainQueries({ rows, annotations, variables }: DashboardModel): PlainQuery[] {
  const names = variables.map(({ name }) => name);
  const written = [
    ...rows.flatMap(({ panels }) => panels.flatMap(queriesOfPanel)),
    ...annotations.map(({ name, expr, place }) => ({ what: `annotation "${name}"`, expr, place })),
    ...variables.map(({ name, selector, place }) => ({ what: `variable "${name}"`, expr: selector, place })),
  ];
  return written.map((query) => ({ ...query, expr: withoutVariables(query.expr, names) }));
}

function queriesOfPanel({ title, unit, queries }: PanelModel): PlainQuery[] {
  return queries.map(({ refId, expr, place }) => ({
    what: `panel "${title}", query ${refId}`,
    expr: shownExpr(expr, unit),
    place,
  }));
}

/** Grafana's own variables that can stand in PromQL, each with a value of its kind. */
const ownVariables: Readonly<Record<string, string>> = {
  __rate_interval: "5m",
  __interval: "5m",
  __range: "5m",
  __interval_ms: "300000",
  __rate_interval_ms: "300000",
  __range_ms: "300000",
  __range_s: "300",
  __from: "0",
  __to: "300000",
};

/** `$name`, `${name}` and `${name:format}` become plain; an unknown name stays, for Prometheus to stumble over. */
function withoutVariables(expr: string, names: readonly string[]): string {
  const pattern = /\$(?:(\w+)|\{(\w+)(?::\w+)?\})/g;
  return expr.replace(pattern, (written, bare?: string, braced?: string) => {
    const name = bare ?? braced ?? "";
    if (Object.hasOwn(ownVariables, name)) return ownVariables[name] ?? written;
    return names.includes(name) ? "x" : written;
  });
}
