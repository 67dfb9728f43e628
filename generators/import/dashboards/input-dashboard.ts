import type { Place } from "../../language/place.ts";

// Dashboards as somebody else made them, in one form, whatever Grafana wrote them and into which kind of file.

export interface InputQuery {
  /** A, B …: as written, or as Grafana names what has no name. */
  readonly refId: string;
  /** PromQL; undefined: it asks something else than Prometheus. */
  readonly expr: string | undefined;
  /** As Grafana keeps it, with `legendFormat`, `instant`, `format` … */
  readonly json: Json;
}

export interface InputPanel {
  /** The id of the plugin that draws it. */
  readonly type: string;
  readonly title: string;
  readonly description: string;
  /** On the grid of 24 columns; `y` counts from the top of the dashboard. */
  readonly position: Readonly<Record<"x" | "y" | "width" | "height", number>>;
  readonly queries: readonly InputQuery[];
  /** The name of the variable for each of whose values there is one. */
  readonly repeat: string | undefined;
  /** The uid of the library panel that it is, whose contents stand elsewhere. */
  readonly libraryPanel: string | undefined;
  /** What else Grafana keeps of it: `options`, `fieldConfig`, `transformations` … */
  readonly json: Json;
  readonly place: Place;
}

export interface InputRow {
  /** Empty for the panels above the first row. */
  readonly title: string;
  readonly collapsed: boolean;
  readonly repeat: string | undefined;
  readonly panels: readonly InputPanel[];
}

export interface InputVariable {
  readonly name: string;
  /** Grafana's kind: `query`, `datasource`, `custom`, `interval`, `textbox`, `constant`, `adhoc`. */
  readonly type: string;
  readonly title: string;
  /** What it asks, or lists: `label_values(up, job)`. */
  readonly query: string;
  /** As Grafana keeps it, with `multi`, `includeAll`, `current` … */
  readonly json: Json;
  readonly place: Place;
}

export interface InputDashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** As written: `now-6h`. */
  readonly from: string;
  /** As written: `30s`; undefined: not by itself. */
  readonly refresh: string | undefined;
  readonly variables: readonly InputVariable[];
  /** Those at the top, as Grafana keeps them. */
  readonly links: readonly unknown[];
  /** Marks on the time axis, as Grafana keeps them; not those that it adds to every dashboard. */
  readonly annotations: readonly unknown[];
  readonly rows: readonly InputRow[];
  readonly place: Place;
}

/** Something in a file that could not be read. */
export interface UnreadPart {
  readonly place: Place;
  readonly message: string;
}

export type Json = Readonly<Record<string, unknown>>;
