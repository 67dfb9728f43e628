import type { AlertDefinition } from "./alert.ts";
import type { Allowances } from "./allow.ts";
import type { Column } from "./column.ts";
import type { RuleDuration } from "./duration.ts";
import type { ExprIn } from "./expression/expression.ts";
import type { LineLooks } from "./line-looks.ts";
import type { Link } from "./link.ts";
import type { PanelJson } from "./panel-json.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Quantity } from "./quantity.ts";
import type { Query } from "./query.ts";
import type { Repeat } from "./repeat.ts";
import type { Dimension, Unit } from "./unit.ts";

/** A line on a panel that is not the threshold of an alert, such as a target. */
export interface ThresholdLine {
  /** Where the line is: a number in the unit of the panel, or a quantity such as `ms(500)`. */
  readonly value: number | Quantity<Dimension>;
  /** The colour of the line and of its side. */
  readonly color: "red" | "orange" | "yellow" | "blue" | "green";
  /** The side of the line that has this colour. */
  readonly side: "above" | "below";
}

/** How a number of a state is shown. */
export interface ValueName {
  /** The text instead of the number: `"Down"`. */
  readonly text: string;
  /** The colour of the text, or of the whole panel. */
  readonly color: ThresholdLine["color"];
}

/** What the numbers of a state mean: `{ 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } }`. */
export type ValueNames = Readonly<Record<number, ValueName>>;

/** The top left corner of a panel. */
export interface PanelPosition {
  /** Columns from the left, 0 to 23. */
  readonly x: number;
  /** Units of 30 pixels from the top of the row. */
  readonly y: number;
}

interface TitledOptions {
  /** The title of the panel. */
  readonly title: string;
  /** What it shows and how to read it; Grafana shows it behind the (i). */
  readonly description: string;
  /** The width in columns, 1 to 24. Default: 4 of a stat, 12 of a time series, 24 of a table … */
  readonly width?: number;
  /** The height in units of 30 pixels. Default: 4 of a stat, 8 of a time series or a table … */
  readonly height?: number;
  /** The top left corner, counted from that of the row. Default: next to the panel before, or below it where the row is full. */
  readonly at?: PanelPosition;
  /**
   * One such panel for each value that is chosen of a variable, with the value in the title: `"Orders of $hall"`. Default: one panel for
   * all of them.
   */
  readonly repeat?: Repeat;
  /** Links in the menu of the panel. Default: none. */
  readonly links?: readonly Link[];
  /** Checks to suppress for this panel, by id, each with a reason. */
  readonly allow?: Allowances;
}
interface WithQueries extends TitledOptions {
  /** What it shows: expressions, or `query(…)` for those with a legend. */
  readonly queries: readonly (Query | ExprIn<string>)[];
  /** The unit that is shown. Default: that of the expressions. */
  readonly unit?: Unit;
  /** Digits after the decimal point. Default: as many as Grafana finds useful. */
  readonly decimals?: number;
  /**
   * The least time between two points of a query over time: `"1m"`. Default: as often as the slowest job of its queries is scraped, which
   * it never falls below.
   */
  readonly step?: RuleDuration;
}
export interface QueryPanelOptions extends WithQueries {
  /** Where the axis starts, in the unit of the panel. Default: at the lowest value; gauges of ratios and percentages at 0. */
  readonly min?: number;
  /** Where the axis ends, in the unit of the panel. Default: at the highest value; gauges of ratios at 1, of percentages at 100. */
  readonly max?: number;
  /** Lines and colours. An alert stands for its own threshold, in the colour of its severity. Default: none. */
  readonly thresholds?: readonly (AlertDefinition | ThresholdLine)[];
  /** Names and colours for the numbers of a state. Default: numbers are shown as they are. */
  readonly valueNames?: ValueNames;
}
export interface TimeSeriesOptions extends QueryPanelOptions, LineLooks {
  /** True: series are stacked, so that the top line is their sum. Refused for what does not add up. Default: false. */
  readonly stacked?: boolean;
}
/** Bands have no axis with a start and an end. */
export type StateTimelineOptions = Omit<QueryPanelOptions, "min" | "max">;
/** The colour of a cell shows the count; the axis is the buckets. */
export type HeatmapOptions = WithQueries;
export interface TableOptions extends QueryPanelOptions {
  /**
   * The columns to show, in this order, each with its heading or with more, such as its unit; other labels are hidden:
   * `{ alertname: "Alert" }`.
   */
  readonly columns: Readonly<Record<string, string | Column>>;
}
/** A text of a slice: its name, its value in the unit of the panel, or its share of all slices. */
export type SliceText = "name" | "value" | "percent";
export interface PieChartOptions extends WithQueries {
  /** A full `pie`, or a `donut` with a hole in the middle. Default: `pie`. */
  readonly shape?: "pie" | "donut";
  /** What is written on each slice that has room for it; `[]` for nothing. Default: `["percent"]`. */
  readonly labels?: readonly SliceText[];
  /** What follows the names in the legend; `[]` for nothing. Default: `["value", "percent"]`. */
  readonly legend?: readonly Exclude<SliceText, "name">[];
}
export interface TextOptions extends TitledOptions {
  /** The text, in Markdown. */
  readonly markdown: string;
}
export interface RawOptions extends TitledOptions {
  /** The panel as Grafana shows it under Inspect, Panel JSON, without `id`, `title`, `description`, `gridPos` and `links`. */
  readonly json: PanelJson;
  /** Why no other word can say it: `"No word draws a histogram."` */
  readonly reason: string;
  /** Queries behind those of `json`, each by the next free letter: A, B … Default: only those of `json`. */
  readonly queries?: WithQueries["queries"];
}

/** The options of a panel, by type. */
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
  readonly raw: RawOptions;
}
export type PanelType = keyof PanelOptions;

/** A panel of one type. */
export type PanelOf<T extends PanelType> = {
  readonly kind: "panel";
  readonly type: T;
  readonly place: Place;
} & PanelOptions[T];

/** One panel of a dashboard: what `stat({ … })`, `timeSeries({ … })` and the like return. */
export type Panel = { readonly [T in PanelType]: PanelOf<T> }[PanelType];

/**
 * One large number, in the colour of its threshold.
 *
 * It is the number of now, and there is none when its series has ended. With `query(…, { instant: false })` a line behind it shows how it
 * developed, and the number is the last of the shown time. Where `valueNames` names states, the colour of the state fills the panel.
 * Several series make several numbers.
 * @example stat({ title: "Queue", description: "Orders that wait.", queries: [queue] })
 * @refuses stat({ title: "Queue", queries: [queue] })
 * @check panels-have-one-unit
 * @check panels-suit-their-queries
 */
export function stat(options: QueryPanelOptions): PanelOf<"stat"> {
  return { kind: "panel", type: "stat", ...options, place: callerPlace() };
}

/**
 * The number of now on a dial from `min` to `max`, with the thresholds along the rim.
 *
 * Ratios go from 0 to 1 and percentages from 0 to 100 by default. Other units need `max`: without it the dial ends at the highest
 * value of the time range.
 * @example gaugePanel({ title: "Errors", description: "Failed requests.", queries: [errorRate], thresholds: [ManyErrors] })
 * @refuses gaugePanel({ title: "Requests", description: "Served.", queries: [requests] })
 * @check panels-suit-their-queries
 */
export function gaugePanel(options: QueryPanelOptions): PanelOf<"gauge"> {
  return { kind: "panel", type: "gauge", ...options, place: callerPlace() };
}

/**
 * A horizontal bar for each series that exists now, with its value.
 *
 * Ratios go from 0 to 1 and percentages from 0 to 100, unless `min` and `max` say otherwise.
 * @example barGauge({ title: "Memory", description: "What takes how much.", queries: [memory.sumBy("kind")] })
 * @refuses barGauge({ title: "Memory", description: "What takes how much.", queries: memory })
 */
export function barGauge(options: QueryPanelOptions): PanelOf<"bar gauge"> {
  return { kind: "panel", type: "bar gauge", ...options, place: callerPlace() };
}

/**
 * Lines over time, with the last and the highest value in the legend, unless it says otherwise.
 *
 * `stacked` puts them on top of each other, so that the top line is their sum; refused for what does not add up, such as
 * percentiles that a program computed.
 * @example timeSeries({ title: "Errors", description: "Failed requests.", queries: [errorRate], thresholds: [ManyErrors] })
 * @refuses timeSeries({ title: "Errors", description: "Failed requests.", queries: [errorRate], thresholds: [percent(5)] })
 * @check panels-have-one-unit
 * @check panels-suit-their-queries
 */
export function timeSeries(options: TimeSeriesOptions): PanelOf<"time series"> {
  return { kind: "panel", type: "time series", ...options, place: callerPlace() };
}

/**
 * States over time: a band for each series, with names and colours from `valueNames`, or colours from `thresholds`.
 *
 * One of the two is required, otherwise all bands look the same and every number is a state of its own.
 * @example
 * stateTimeline({
 *   title: "Status",
 *   description: "Whether the shop answers.",
 *   queries: [shop.up],
 *   valueNames: { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } },
 * })
 * @refuses stateTimeline({ title: "Status", description: "Whether the shop answers.", queries: [shop.up], min: 0 })
 * @check panels-suit-their-queries
 */
export function stateTimeline(options: StateTimelineOptions): PanelOf<"state timeline"> {
  return { kind: "panel", type: "state timeline", ...options, place: callerPlace() };
}

/**
 * How the buckets of a histogram fill over time: the axis is what was observed, the colour how often.
 *
 * Its query returns the buckets, with the label `le`.
 * @example
 * heatmap({
 *   title: "Answer times",
 *   description: "How many requests took how long.",
 *   queries: [latency.bucket.increase("$__rate_interval").sumBy("le").asVector()],
 * })
 * @refuses heatmap({ title: "Answer times", description: "How long.", queries: [latency] })
 * @check panels-suit-their-queries
 */
export function heatmap(options: HeatmapOptions): PanelOf<"heatmap"> {
  return { kind: "panel", type: "heatmap", ...options, place: callerPlace() };
}

/**
 * A row for each series that exists now, with labels as columns.
 *
 * `columns` lists the labels to show, in order, with their headings. The value is the column `Value`; with several queries,
 * `Value #A`, `Value #B` …, each in the unit of its query: rows of several queries that have the same labels are one.
 * @example table({ title: "Active alerts", description: "What fires.", queries: [firingAlerts], columns: { alertname: "Alert" } })
 * @refuses table({ title: "Active alerts", description: "What fires.", queries: [firingAlerts] })
 */
export function table(options: TableOptions): PanelOf<"table"> {
  return { kind: "panel", type: "table", ...options, place: callerPlace() };
}

/**
 * The parts of a whole: a slice for each series, the largest first, with values and percentages in the legend.
 *
 * Slices show the current value; for what happened in the time range, query the growth over `"$__range"`. Refused are a pie with
 * one slice, values that do not add up to a whole (ratios, timestamps, states, percentiles), and the windows `$__interval` and
 * `$__rate_interval`, which depend on the width of a time axis. Grafana leaves out values below zero.
 * @example
 * pieChart({
 *   title: "Requests by status",
 *   description: "What the requests of the shown time ended with.",
 *   queries: [query(requests.increase("$__range").sumBy("status"), { legend: ($) => $.status })],
 *   shape: "donut",
 * })
 * @refuses pieChart({ title: "Requests", description: "By status.", queries: [queue], shape: "ring" })
 * @check panels-suit-their-queries
 */
export function pieChart(options: PieChartOptions): PanelOf<"pie chart"> {
  return { kind: "panel", type: "pie chart", ...options, place: callerPlace() };
}

/**
 * Text between the panels, written in Markdown.
 * @example text({ title: "On call", description: "Where to look first.", markdown: "Start with **Failed orders**." })
 * @refuses text({ title: "On call", description: "Where to look first." })
 */
export function text(options: TextOptions): PanelOf<"text"> {
  return { kind: "panel", type: "text", ...options, place: callerPlace() };
}
