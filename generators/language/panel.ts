import type { AlertDefinition } from "./alert.ts";
import type { Allowances } from "./allow.ts";
import type { ExprIn, LabelsOf } from "./expression/expression.ts";
import type { Labels } from "./label.ts";
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

/**
 * A query of a panel with what is to be said of it: its legend, and what it means when it has no data.
 *
 * An expression without any of this may stand in `queries` by itself. `$__rate_interval` is the right window for lines over
 * time: it follows the zoom, and always holds four scrapes.
 *
 *     query(latency.quantile(0.95, "$__rate_interval", "endpoint"), { legend: ($) => $.endpoint })
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
  // A cast: whichever label is asked for, the answer has the shape that is promised.
  return new Proxy({}, { get: (_, label) => `{{${String(label)}}}` }) as { readonly [K in keyof L]: string };
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

/** A link at the top of a dashboard or a panel; `time` takes the shown time along. */
export interface Link {
  readonly title: string;
  readonly url: string;
  readonly time?: boolean;
}

interface TitledOptions {
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
interface AskingOptions extends TitledOptions {
  readonly queries: readonly (Query | ExprIn<string>)[];
  /** Left out: the unit of the expressions. */
  readonly unit?: Unit;
  readonly decimals?: number;
}
export interface QueryPanelOptions extends AskingOptions {
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
/** Bands have no axis that could begin or end somewhere. */
export type StateTimelineOptions = Omit<QueryPanelOptions, "min" | "max">;
/** The colour of a cell says how often; its axis are the buckets. */
export type HeatmapOptions = AskingOptions;
export interface TableOptions extends QueryPanelOptions {
  /** Column names to show, in this order, each with the heading it gets; other labels are hidden. */
  readonly columns: Readonly<Record<string, string>>;
}
/** What a pie chart can say of a slice: what it is called, its value in the panel's unit, and its share of all slices. */
export type SliceText = "name" | "value" | "percent";
export interface PieChartOptions extends AskingOptions {
  /** Left out: a full `pie`. A `donut` has a hole in the middle. */
  readonly shape?: "pie" | "donut";
  /** What is written on each slice that has room for it; left out: the percentage. `[]` writes nothing. */
  readonly labels?: readonly SliceText[];
  /** What stands behind the names in the legend; left out: the value and the percentage. `[]` leaves the names alone. */
  readonly legend?: readonly Exclude<SliceText, "name">[];
}
export interface TextOptions extends TitledOptions {
  readonly markdown: string;
}

/** The types of panels, and what an author says of each. */
export interface PanelOptions {
  readonly stat: QueryPanelOptions;
  readonly gauge: QueryPanelOptions;
  readonly "bar gauge": QueryPanelOptions;
  readonly "time series": TimeSeriesOptions;
  readonly "state timeline": StateTimelineOptions;
  readonly heatmap: HeatmapOptions;
  readonly table: TableOptions;
  readonly "pie chart": PieChartOptions;
  readonly text: TextOptions;
}
export type PanelType = keyof PanelOptions;

/** A panel of one type. */
export type PanelOf<T extends PanelType> = {
  readonly kind: "panel";
  readonly type: T;
  readonly place: Place;
} & PanelOptions[T];

/** One panel of a dashboard: what `stat({ … })`, `timeSeries({ … })` and their like give. */
export type Panel = { readonly [T in PanelType]: PanelOf<T> }[PanelType];

/**
 * One number, large, in the colour of its threshold.
 *
 * Behind the number stands how it moved over the shown time, unless the query is `instant` or the number is a state that
 * `valueNames` names, whose colour then fills the panel. Several series make several numbers.
 *
 *     stat({ title: "Free seats", description: "Still for sale.", queries: [sales.shop_free_seats] })
 */
export function stat(options: QueryPanelOptions): PanelOf<"stat"> {
  return { kind: "panel", type: "stat", ...options, place: callerPlace() };
}

/**
 * A number on a dial from `min` to `max`, with the thresholds on its rim.
 *
 * A ratio goes from 0 to 1 and a percentage from 0 to 100 by itself. Other units need `max`: without it Grafana ends the dial
 * at the highest value of the shown time.
 *
 *     gaugePanel({ title: "Disk", description: "Space in use.", queries: [diskUsedRatio], thresholds: [DiskFull] })
 */
export function gaugePanel(options: QueryPanelOptions): PanelOf<"gauge"> {
  return { kind: "panel", type: "gauge", ...options, place: callerPlace() };
}

/**
 * A bar for each series, below each other, with the newest value.
 *
 * A ratio goes from 0 to 1 and a percentage from 0 to 100 by itself; `min` and `max` say otherwise.
 *
 *     barGauge({ title: "Queues", description: "Tickets that wait.", queries: [tickets.shop_queued_tickets] })
 */
export function barGauge(options: QueryPanelOptions): PanelOf<"bar gauge"> {
  return { kind: "panel", type: "bar gauge", ...options, place: callerPlace() };
}

/**
 * Lines over time, with the last and the highest value in the legend.
 *
 * `stacked` puts them on top of each other, so that the top is their sum: refused for what does not add up, such as
 * percentiles that a program computed itself.
 *
 *     timeSeries({ title: "Orders", description: "Orders per second.", queries: [orderRate], thresholds: [FewOrders] })
 */
export function timeSeries(options: TimeSeriesOptions): PanelOf<"time series"> {
  return { kind: "panel", type: "time series", ...options, place: callerPlace() };
}

/**
 * States over time, a band for each series, named and coloured by `valueNames` or coloured by `thresholds`.
 *
 * One of the two is needed, else all bands look the same and each number is a state of its own.
 *
 *     stateTimeline({
 *       title: "Status",
 *       description: "Whether the shop answers.",
 *       queries: [shop.up],
 *       valueNames: { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } },
 *     })
 */
export function stateTimeline(options: StateTimelineOptions): PanelOf<"state timeline"> {
  return { kind: "panel", type: "state timeline", ...options, place: callerPlace() };
}

/**
 * How the buckets of a histogram fill over time: the axis is what was observed, the colour says how often.
 *
 * Its query gives the buckets, with the label `le`.
 *
 *     heatmap({
 *       title: "Answer times",
 *       description: "How many requests took how long.",
 *       queries: [requests.shop_request_duration_seconds.bucket.increase("$__rate_interval").sumBy("le").asVector()],
 *     })
 */
export function heatmap(options: HeatmapOptions): PanelOf<"heatmap"> {
  return { kind: "panel", type: "heatmap", ...options, place: callerPlace() };
}

/**
 * A row for each series of now, with its labels as columns.
 *
 * `columns` says which labels are shown, in which order and under which heading; the value itself is the column `Value`, and
 * `Value #A`, `Value #B` … where there are several queries.
 *
 *     table({ title: "Active alerts", description: "What fires.", queries: [firingAlerts], columns: { alertname: "Alert" } })
 */
export function table(options: TableOptions): PanelOf<"table"> {
  return { kind: "panel", type: "table", ...options, place: callerPlace() };
}

/**
 * The parts of a whole as slices, the largest first: a slice for each series, with its share of all of them.
 *
 * It shows one value a series: that of now, so a series that is gone has no slice. The legend lists values and percentages.
 * For parts of what happened in the shown time, ask for the growth in `"$__range"`. Thresholds, limits and names of values do
 * not exist for slices. Refused are a pie of one slice, values that make no whole when they are added (ratios, timestamps,
 * states, percentiles), and the windows `$__interval` and `$__rate_interval`, which depend on the width of a time axis. A value
 * below zero has no slice; Grafana leaves it out, and no check can tell beforehand.
 *
 *     pieChart({
 *       title: "Orders by channel",
 *       description: "Where the orders of the shown time came from.",
 *       queries: [query(sales.shop_orders_total.increase("$__range").sumBy("channel"), { legend: ($) => $.channel })],
 *       shape: "donut",
 *     })
 */
export function pieChart(options: PieChartOptions): PanelOf<"pie chart"> {
  return { kind: "panel", type: "pie chart", ...options, place: callerPlace() };
}

/**
 * Text between the panels, written in Markdown.
 *
 *     text({ title: "On call", description: "Where to look first.", markdown: "Start with **Failed orders**." })
 */
export function text(options: TextOptions): PanelOf<"text"> {
  return { kind: "panel", type: "text", ...options, place: callerPlace() };
}
