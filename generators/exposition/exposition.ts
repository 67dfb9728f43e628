/** What an exposition says of a family: the types of Prometheus' text format and of OpenMetrics. */
export type FamilyType =
  | "counter"
  | "gauge"
  | "histogram"
  | "summary"
  | "untyped"
  | "unknown"
  | "info"
  | "stateset"
  | "gaugehistogram";

/** One line with a value. */
export interface Sample {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

/** The samples of one name, with what the exposition says of them. */
export interface Family {
  /** As the samples of a counter or a gauge are called: `shop_orders_total`. */
  readonly name: string;
  readonly type: FamilyType;
  readonly help: string;
  /** Only OpenMetrics says it. */
  readonly unit: string | undefined;
  readonly samples: readonly Sample[];
}

/** Why a text is no exposition: what is wrong, and in which line. */
export interface Unreadable {
  readonly line: number;
  readonly reason: string;
}

export type ReadExposition = { readonly families: readonly Family[] } | { readonly unreadable: Unreadable };
