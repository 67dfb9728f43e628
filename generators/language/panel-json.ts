/** What JSON can hold. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * A panel as Grafana shows it under Inspect, Panel JSON, without what `rawPanel` says itself: `id`, `title`, `description`, `gridPos`
 * and `links`.
 */
export interface PanelJson {
  /** The id of the plugin that draws it: `"histogram"`. */
  readonly type: string;
  /** A source of Prometheus, by a uid or by a variable such as `${DS_PROMETHEUS}`, becomes the data source of the dashboard. */
  readonly datasource?: JsonValue | undefined;
  /** Its queries: those of Prometheus are checked. */
  readonly targets?: readonly { readonly [key: string]: JsonValue | undefined }[];
  /** What only its plugin knows. */
  readonly options?: JsonValue | undefined;
  /** How values are shown: units, thresholds, and what other fields have otherwise. */
  readonly fieldConfig?: JsonValue | undefined;
  /** What is made of the answers before they are drawn. */
  readonly transformations?: readonly JsonValue[];
  /** Made of the titles of the row and the panel. */
  readonly id?: never;
  /** Said beside it. */
  readonly title?: never;
  /** Said beside it. */
  readonly description?: never;
  /** Said beside it, as `width`, `height` and `at`. */
  readonly gridPos?: never;
  /** Said beside it. */
  readonly links?: never;
  readonly [key: string]: JsonValue | undefined;
}
