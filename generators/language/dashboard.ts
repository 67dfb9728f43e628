import type { Allowances } from "./allow.ts";
import type { AlertCondition } from "./expression/expression.ts";
import type { Labels } from "./label.ts";
import type { RuleDuration } from "./duration.ts";
import { legendLabels } from "./legend.ts";
import type { Link } from "./link.ts";
import type { Panel } from "./panel.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Variable } from "./variable.ts";

/** A row of panels under a heading. They flow from left to right, and wrap where 24 columns are full. */
export interface Row {
  readonly kind: "row";
  readonly title: string;
  readonly panels: readonly Panel[];
  /** True: closed until somebody opens it. */
  readonly collapsed: boolean;
  readonly place: Place;
}

/** A heading and the panels under it. */
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

/** Marks on the time axis, such as deployments. */
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

/** A Grafana dashboard by its uid: at most 40 letters, digits, `-` and `_`; links keep working as long as it stays. */
export function dashboard(uid: string, options: DashboardOptions): Dashboard {
  return { kind: "dashboard", uid, ...options, place: callerPlace() };
}
