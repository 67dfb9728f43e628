import type { ExprIn, LabelsOf } from "./expression/expression.ts";
import type { Labels } from "./label.ts";
import { callerPlace, type Place } from "./place.ts";

/** One query of a panel. Its unit is that of the expression. */
export interface Query {
  readonly kind: "query";
  readonly expr: ExprIn<string>;
  readonly legend?: string;
  readonly instant?: boolean;
  readonly emptyMeans?: string;
  readonly place: Place;
}

export interface QueryOptions<E> {
  /** The legend: a text, or a function of the labels that all series have: `($) => $.endpoint`. Default: all labels of each series. */
  readonly legend?: string | ((labels: { readonly [K in keyof LabelsOf<E>]: string }) => string);
  /** True: only the current value, and no history, for tables and single numbers. Default: false. */
  readonly instant?: boolean;
  /**
   * What it means that there is nothing to show: `"Nothing is firing."` The panel says so if none of its queries has data.
   *
   * Default: there is always something to show while all is well.
   */
  readonly emptyMeans?: string;
}

/**
 * A query of a panel, with its legend and with what it means that it has no data.
 *
 * An expression without options can be written into `queries` itself. For rates over time, use `"$__rate_interval"`: it follows the
 * zoom, and always covers four scrapes.
 * @example query(latency.quantile(0.95, "$__rate_interval", "path"), { legend: ($) => $.path })
 * @refuses query(requests)
 * @refuses query(queue, { legend: ($) => $.path })
 */
export function query<E extends ExprIn<string>>(expr: E, options: QueryOptions<E> = {}): Query {
  const { legend, ...rest } = options;
  const text = typeof legend === "function" ? legend(legendLabels<LabelsOf<E>>()) : legend;
  return {
    kind: "query",
    expr,
    ...(text === undefined ? {} : { legend: text }),
    ...rest,
    place: callerPlace(),
  };
}

/** Any label, as Grafana's legends write it: `{{endpoint}}`. */
export function legendLabels<L extends Labels>(): { readonly [K in keyof L]: string } {
  // A cast: the proxy has an answer for every label.
  return new Proxy({}, { get: (_, label) => `{{${String(label)}}}` }) as { readonly [K in keyof L]: string };
}
