import type { ExprIn, LabelsOf } from "./expression/expression.ts";
import type { Line } from "./line.ts";
import { callerPlace, type Place } from "./place.ts";
import { type GrafanaText, grafanaText } from "./grafana-text.ts";
import type { TextMistake } from "./written-text.ts";

/** One query of a panel. Its unit is that of the expression. */
export interface Query {
  readonly kind: "query";
  readonly expr: ExprIn<string>;
  readonly legend?: string;
  readonly instant?: boolean;
  readonly emptyMeans?: string;
  readonly line?: Line;
  /** Of the alerts that fire, those that link to the dashboard: which they are is known when all definitions are. */
  readonly showsLinkedAlerts?: true;
  /** What its panel calls it, where that is written. */
  readonly refId?: string;
  /** What is wrong with the function of its legend. */
  readonly legendMistake?: TextMistake;
  readonly place: Place;
}

export interface QueryOptions<E> {
  /** The legend: a text, or a function of the labels that all series have: `($) => $.endpoint`. Default: all labels of each series. */
  readonly legend?: GrafanaText<keyof LabelsOf<E>>;
  /**
   * True: only the current value, and nothing where a series has ended. False, for a stat: with its history behind it; the number is
   * then the last of the shown time, also of what has ended since.
   *
   * Default: true for single numbers, false for what is drawn over time. Gauges, bar gauges, pies and tables always show the current value.
   */
  readonly instant?: boolean;
  /**
   * What it means that there is nothing to show: `"Nothing is firing."` The panel says so if none of its queries has data.
   *
   * Default: there is always something to show while all is well.
   */
  readonly emptyMeans?: string;
  /** How its lines look on a time series, otherwise than the others: `{ color: "red", dashed: true }`. Default: as the others. */
  readonly line?: Line;
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
  const written = legend === undefined ? undefined : grafanaText(legend);
  return {
    kind: "query",
    expr,
    ...(written && ("text" in written ? { legend: written.text } : { legendMistake: written.mistake })),
    ...rest,
    place: callerPlace(),
  };
}
