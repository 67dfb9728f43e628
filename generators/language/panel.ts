import type { AlertDefinition } from "./alert.ts";
import type { Allowances } from "./allow.ts";
import type { ExprIn, LabelsOf } from "./expression/expression.ts";
import { legendLabels } from "./legend.ts";
import type { Link } from "./link.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Dimension, Unit } from "./unit.ts";
import type { Quantity } from "./quantity.ts";

/** One query of a panel. Its unit comes from the expression. */
export interface Query {
  readonly kind: "query";
  readonly expr: ExprIn<string>;
  /** The text of the legend; left out: the labels of each series. */
  readonly legend?: string;
  /** True: only the value of now, as a table or a single number wants it. */
  readonly instant?: boolean;
  /** What it means that there is nothing to show; left out: there is something as long as all is well. */
  readonly emptyMeans?: string;
  readonly place: Place;
}

export interface QueryOptions<E> {
  /** Text, or a function of the labels that the series surely have. */
  readonly legend?: string | ((labels: { readonly [K in keyof LabelsOf<E>]: string }) => string);
  readonly instant?: boolean;
  /** What it means that there is nothing to show, such as "Nothing fires."; where no query has data, the panel says so. */
  readonly emptyMeans?: string;
}

/** A query with its legend: `query(latency.quantile(0.95, "$__rate_interval", "endpoint"), { legend: ($) => $.endpoint })`. */
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

/** A line on a panel that no alert stands for, such as a target. */
export interface ThresholdLine {
  readonly value: number | Quantity<Dimension>;
  readonly color: "red" | "orange" | "yellow" | "blue" | "green";
  /** Which side of the line is the one of this colour. */
  readonly side: "above" | "below";
}

/** What the numbers 0, 1 … of a state mean. */
export type ValueNames = Readonly<
  Record<number, { readonly text: string; readonly color: ThresholdLine["color"] }>
>;

interface PanelOptions {
  readonly title: string;
  /** What it shows and how to read it; seen behind the panel's (i). */
  readonly description: string;
  /** 1 to 24 columns. */
  readonly width?: number;
  /** In units of 30 pixels. */
  readonly height?: number;
  /** Left out: beside the panel before, or below when the row is full. Counted from the top left of its row. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly links?: readonly Link[];
  readonly allow?: Allowances;
}
export interface QueryPanelOptions extends PanelOptions {
  readonly queries: readonly (Query | ExprIn<string>)[];
  /** Left out: the unit of the expressions. */
  readonly unit?: Unit;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  /** Lines and colours: an alert gives its own threshold in the colour of its severity. */
  readonly thresholds?: readonly (AlertDefinition | ThresholdLine)[];
  readonly valueNames?: ValueNames;
}
export interface TimeSeriesOptions extends QueryPanelOptions {
  /** True: the series are stacked, so that the top is their sum. */
  readonly stacked?: boolean;
}
export interface TableOptions extends QueryPanelOptions {
  /** Column names to show, in this order, each with the heading it gets; other labels are hidden. */
  readonly columns: Readonly<Record<string, string>>;
}
export interface TextOptions extends PanelOptions {
  readonly markdown: string;
}

interface Placed {
  readonly kind: "panel";
  readonly place: Place;
}
export type QueryPanel = Placed &
  (
    | ({ readonly type: "stat" | "gauge" | "bar gauge" | "state timeline" | "heatmap" } & QueryPanelOptions)
    | ({ readonly type: "time series" } & TimeSeriesOptions)
    | ({ readonly type: "table" } & TableOptions)
  );
export type TextPanel = Placed & { readonly type: "text" } & TextOptions;
export type Panel = QueryPanel | TextPanel;

/** One number, large, with the colour of its threshold. */
export function stat(options: QueryPanelOptions): Panel {
  return { kind: "panel", type: "stat", ...options, place: callerPlace() };
}

/** A number on a dial from `min` to `max`. */
export function gaugePanel(options: QueryPanelOptions): Panel {
  return { kind: "panel", type: "gauge", ...options, place: callerPlace() };
}

/** A bar for each series. */
export function barGauge(options: QueryPanelOptions): Panel {
  return { kind: "panel", type: "bar gauge", ...options, place: callerPlace() };
}

/** Lines over time. */
export function timeSeries(options: TimeSeriesOptions): Panel {
  return { kind: "panel", type: "time series", ...options, place: callerPlace() };
}

/** States over time, one band a series, named by `valueNames`. */
export function stateTimeline(options: QueryPanelOptions): Panel {
  return { kind: "panel", type: "state timeline", ...options, place: callerPlace() };
}

/** How the buckets of a histogram fill over time. */
export function heatmap(options: QueryPanelOptions): Panel {
  return { kind: "panel", type: "heatmap", ...options, place: callerPlace() };
}

/** A row for each series, with its labels as columns. */
export function table(options: TableOptions): Panel {
  return { kind: "panel", type: "table", ...options, place: callerPlace() };
}

/** Words, as Markdown. */
export function text(options: TextOptions): Panel {
  return { kind: "panel", type: "text", ...options, place: callerPlace() };
}
