import type { AlertCondition } from "./expression/expression.ts";
import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { Labels } from "./label.ts";
import type { Link } from "./link.ts";
import type { Panel } from "./panel.ts";
import { type GrafanaText, grafanaText } from "./grafana-text.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Variable } from "./variable.ts";
import type { TextMistake } from "./written-text.ts";

/** A heading with panels below it, from left to right; they wrap after 24 columns. */
export interface Row {
  readonly kind: "row";
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly collapsed: boolean;
  readonly repeatFor?: Variable;
  readonly place: Place;
}

export interface RowOptions {
  /** True: closed until somebody opens it. Default: false. */
  readonly collapsed?: boolean;
  /**
   * One such row for each value that is chosen of a variable, with the value in the title: `"Hall $hall"`. Default: one row for all of
   * them.
   */
  readonly repeatFor?: Variable;
}

/**
 * A heading with panels below it, from left to right; they wrap after 24 columns.
 * @example row("Requests", [requestsPanel], { collapsed: true })
 * @refuses row("Requests", [errorRate])
 */
export function row(title: string, panels: readonly Panel[], options: RowOptions = {}): Row {
  return { kind: "row", title, panels, collapsed: false, ...options, place: callerPlace() };
}

/** Marks on the time axis of every panel, where a condition holds. */
export interface Annotation {
  readonly kind: "annotation";
  readonly name: string;
  readonly expr: AlertCondition<Labels>;
  readonly color: "red" | "orange" | "yellow" | "blue" | "green" | "purple";
  /** The text of a mark, with labels as Grafana's `{{label}}`. */
  readonly text: string;
  /** What is wrong with the function of its text. */
  readonly textMistake?: TextMistake;
  readonly place: Place;
}

export interface AnnotationOptions<L extends Labels> {
  /** The condition: there is a mark while it holds. */
  readonly expr: AlertCondition<L>;
  /** The colour of the marks. */
  readonly color: Annotation["color"];
  /** The text of a mark, or a function of the labels of its series. */
  readonly text: GrafanaText<keyof L>;
}

/**
 * Marks on the time axis of every panel, where a condition holds: deployments, restarts.
 *
 * Grafana asks for it once in each step of the time axis, which is longer the longer the shown time is. `"$__rate_interval"` looks back
 * over a whole step, so that nothing between two of them is missed; `.minOverTime("$__rate_interval")` does so for a value.
 * @example
 * annotation("Starts", {
 *   expr: started.changes("$__rate_interval").gt(0),
 *   color: "blue",
 *   text: (labels) => `${labels.instance} was started`,
 * })
 * @refuses annotation("Starts", { expr: started, color: "blue", text: "Started" })
 * @check annotations-see-every-moment
 */
export function annotation<L extends Labels>(name: string, options: AnnotationOptions<L>): Annotation {
  const written = grafanaText(options.text);
  const text = "text" in written ? { text: written.text } : { text: "", textMistake: written.mistake };
  return { kind: "annotation", name, ...options, ...text, place: callerPlace() };
}

export interface DashboardOptions {
  /** The name of the dashboard. */
  readonly title: string;
  /** What it shows, and for whom. */
  readonly description: string;
  /** The folder in Grafana. */
  readonly folder: string;
  /** Tags to find it by. Default: none. */
  readonly tags?: readonly string[];
  /** How often it refreshes by itself: `"30s"`. Default: not at all. */
  readonly refresh?: RuleDuration;
  /** The time range when it is opened, up to now: `"6h"`. */
  readonly last: RuleDuration;
  /** Choices at the top; each narrows all queries whose metric has the label. Default: none. */
  readonly variables?: readonly Variable[];
  /** Marks on the time axis of every panel. Default: none. */
  readonly annotations?: readonly Annotation[];
  /** Links at the top: addresses, or other dashboards. Default: none. */
  readonly links?: readonly (Link | Dashboard)[];
  /** Headings, each with its panels, from top to bottom. */
  readonly rows: readonly Row[];
  /** Checks to suppress for this dashboard, by id, each with a reason. */
  readonly allow?: Allowances;
}

export interface Dashboard extends DashboardOptions {
  readonly kind: "dashboard";
  readonly uid: string;
  readonly place: Place;
}

/**
 * A Grafana dashboard, by its uid: at most 40 letters, digits, `-` and `_`. Links work as long as it stays the same.
 *
 * Grafana reads it from a file: changes that somebody makes in Grafana are not kept. At its top another Prometheus can be chosen as its
 * data source.
 * @example
 * dashboard("shop", {
 *   title: "Shop",
 *   description: "What is asked for, and what fails.",
 *   folder: "Shop",
 *   last: "6h",
 *   rows: [row("Requests", [requestsPanel])],
 * })
 * @refuses dashboard("shop", { title: "Shop", description: "What fails.", folder: "Shop", last: "6h", rows: [requestsPanel] })
 * @check panels-do-not-overlap
 */
export function dashboard(uid: string, options: DashboardOptions): Dashboard {
  return { kind: "dashboard", uid, ...options, place: callerPlace() };
}
