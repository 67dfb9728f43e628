import type { AlertCondition, SelectorOf } from "./expression/expression.ts";
import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { Labels, Name } from "./label.ts";
import { legendLabels, type Link, type Panel } from "./panel.ts";
import { callerPlace, type Place } from "./place.ts";

/** A row of panels under a heading. They flow from left to right, and wrap where 24 columns are full. */
export interface Row {
  readonly kind: "row";
  readonly title: string;
  readonly panels: readonly Panel[];
  /** True: closed until somebody opens it. */
  readonly collapsed: boolean;
  readonly place: Place;
}

/**
 * A heading and the panels under it, from left to right; they wrap where 24 columns are full.
 *
 *     row("Sales", [ordersPanel, failuresPanel], { collapsed: true })
 */
export function row(
  title: string,
  panels: readonly Panel[],
  options: { readonly collapsed?: boolean } = {},
): Row {
  return { kind: "row", title, panels, collapsed: options.collapsed ?? false, place: callerPlace() };
}

/** Marks on the time axis of every panel, where a condition holds. */
export interface Annotation {
  readonly kind: "annotation";
  readonly name: string;
  readonly expr: AlertCondition<Labels>;
  readonly color: "red" | "orange" | "yellow" | "blue" | "green" | "purple";
  /** The text of a mark; Grafana's `{{label}}` says a label. */
  readonly text: string;
  readonly place: Place;
}

/**
 * Marks on the time axis of every panel, where a condition holds: deployments, restarts.
 *
 *     annotation("Starts", {
 *       expr: requests.process_start_time_seconds.changes("1m").gt(0),
 *       color: "blue",
 *       text: (labels) => `${labels.instance} was started`,
 *     })
 */
export function annotation<L extends Labels>(
  name: string,
  options: {
    readonly expr: AlertCondition<L>;
    readonly color: Annotation["color"];
    readonly text: string | ((labels: { readonly [K in keyof L]: string }) => string);
  },
): Annotation {
  const text = typeof options.text === "string" ? options.text : options.text(legendLabels<L>());
  return { kind: "annotation", name, ...options, text, place: callerPlace() };
}

export interface VariableOptions<L extends Labels> {
  /** What the person sees. */
  readonly title: string;
  /** The metric whose label has the values to choose from. */
  readonly of: SelectorOf<L>;
  readonly label: Name<L>;
  /** True: several values may be chosen at once, and all of them. */
  readonly multiple?: boolean;
}

/** A choice at the top of a dashboard. */
export interface Variable {
  readonly kind: "variable";
  readonly name: string;
  readonly title: string;
  readonly of: SelectorOf<Labels>;
  readonly label: string;
  readonly multiple: boolean;
  readonly place: Place;
}

/**
 * A choice at the top of a dashboard, among the values that a label has.
 *
 * Every query of the dashboard is narrowed to what is chosen, where its series have the label and the query does not say a
 * value for it already. Several values may be chosen at once, unless `multiple` is false.
 *
 *     variable("instance", { title: "Instance", of: shop.up, label: "instance" })
 */
export function variable<L extends Labels>(name: string, options: VariableOptions<L>): Variable {
  const { title, of, label, multiple = true } = options;
  return { kind: "variable", name, title, of, label, multiple, place: callerPlace() };
}

export interface DashboardOptions {
  readonly title: string;
  readonly description: string;
  /** Folder in Grafana. */
  readonly folder: string;
  readonly tags?: readonly string[];
  /** Left out: no refresh by itself. */
  readonly refresh?: RuleDuration;
  /** The time that is shown at first: the last … until now. */
  readonly last: RuleDuration;
  /** Each narrows every query of the dashboard to the values chosen, where the metric has the label. */
  readonly variables?: readonly Variable[];
  readonly annotations?: readonly Annotation[];
  readonly links?: readonly (Link | Dashboard)[];
  readonly rows: readonly Row[];
  readonly allow?: Allowances;
}

export interface Dashboard extends DashboardOptions {
  readonly kind: "dashboard";
  readonly uid: string;
  readonly place: Place;
}

/**
 * A dashboard of Grafana, by its uid: at most 40 letters, digits, `-` and `_`. Links keep working as long as it stays the same.
 *
 * It is written to a file that Grafana reads: what somebody changes in Grafana itself is not kept.
 *
 *     dashboard("ticket-shop", {
 *       title: "Ticket shop",
 *       description: "What is sold, and what fails.",
 *       folder: "Ticket shop",
 *       last: "6h",
 *       rows: [row("Sales", [ordersPanel])],
 *     })
 */
export function dashboard(uid: string, options: DashboardOptions): Dashboard {
  return { kind: "dashboard", uid, ...options, place: callerPlace() };
}
