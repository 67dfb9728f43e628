import type { MetricType } from "../language/metric-definition.ts";
import type { MatchOperator } from "../promql/tree.ts";

/** What the monitoring of a service takes for granted of what it exposes, and who rests on it: plain data, as it stands in JSON. */
export interface Contract {
  /** Another number, and an older checker says that it cannot read it. */
  readonly format: 1;
  readonly service: string;
  readonly owner: string;
  readonly jobs: readonly ContractJob[];
  /** Everything that reads one of the metrics, by a name that is used below. */
  readonly readers: Readonly<Record<string, Reader>>;
}

/** What one job exposes. */
export interface ContractJob {
  readonly name: string;
  readonly metrics: readonly ContractMetric[];
}

/** A metric as it was declared. */
export interface ContractMetric {
  readonly name: string;
  readonly type: MetricType;
  readonly unit: string;
  readonly help: string;
  /** Its own labels, under the names that the program gives them. */
  readonly labels: Readonly<Record<string, LabelValues>>;
  /** The upper bounds of a histogram, without +Inf. */
  readonly buckets?: readonly number[];
  readonly quantiles?: readonly number[];
  /** Why it may be missing while its program answers. */
  readonly comesAndGoes?: string;
  /** `definitions/services/shop/metrics.ts:12` */
  readonly definedAt: string;
  readonly reads: readonly Read[];
}

/** Any value, one of a list, or what a pattern of JavaScript matches as a whole. */
export type LabelValues = "*" | readonly string[] | { readonly matches: string; readonly flags: string };

export type ReaderKind = "alert" | "recording" | "panel" | "slo" | "runbook" | "dashboard";

/** Something that reads metrics, directly or through recordings. */
export interface Reader {
  readonly kind: ReaderKind;
  readonly name: string;
  /** Of an alert. */
  readonly severity?: string;
  /** Whom an alert notifies. */
  readonly notifies?: readonly string[];
  /** Of an alert: it fires when its series are missing. */
  readonly firesWhenMissing?: true;
}

/**
 * What a selector is to its reader, which decides what becomes of it where nothing is found: it has nothing; it has the others, of which
 * some read the same metric, or all read others; it waited for that; it is no longer kept silent.
 */
export type Role = "needed" | "one of its own" | "one of several" | "awaited missing" | "keeps silent";

/** One way in which a reader reads a metric. */
export interface Read {
  /** Key of the reader. */
  readonly by: string;
  /** The name that is selected, of a histogram `x_bucket`; left out: that of the metric. */
  readonly series?: string;
  readonly role: Role;
  /** What is asked of labels of the metric; left out: nothing. */
  readonly matchers?: readonly Asking[];
  /** The labels that it tells apart: by which it sums, or joins; left out: none. */
  readonly tellsApart?: readonly string[];
  /** What becomes of a label that is new on the metric: it is on what is given, or nothing fits together any more. Left out: it is dropped. */
  readonly newLabels?: "kept" | "break a join" | undefined;
}

/** A matcher on a label of the metric. */
export interface Asking {
  readonly name: string;
  readonly op: MatchOperator;
  readonly value: string;
}
