import type { LabelSpec } from "../language/label.ts";
import type { Computed } from "../language/metric-definition.ts";

/** Both ends belong to it. */
export interface Interval {
  readonly min: number;
  readonly max: number;
}

/** One name that can be selected, as one job exports it: a histogram is three of these. */
export interface CatalogueSeries {
  readonly name: string;
  /** `bucket`: the buckets of a histogram; `recorded`: of a recording rule. */
  readonly type: "counter" | "gauge" | "bucket" | "recorded";
  readonly unit: string;
  /** Of buckets, and of recordings of bucket rates: the unit of what was observed. */
  readonly observed?: string | undefined;
  readonly labels: ReadonlyMap<string, LabelSpec>;
  /** Sets of labels of which each tells its series apart, where fewer than all of them do. */
  readonly keys?: readonly (readonly string[])[] | undefined;
  /** Those of its labels that the target gives it: of one job they are the same on every series. */
  readonly ofTarget?: readonly string[] | undefined;
  /** True: the labels could not be told, any may be there. Only of recordings that have a problem themselves. */
  readonly anyLabels?: boolean | undefined;
  /** What its samples are statistics of, when a program computed them; through recordings too. */
  readonly statistics?: readonly Statistic[] | undefined;
  /** Of recordings: it is made of the growth of counters and of nothing else. */
  readonly growth?: boolean | undefined;
  /** Limits that no sample leaves, where they are known. */
  readonly interval?: Interval | undefined;
  /** Name of the declared metric: of `x_bucket` it is `x`. */
  readonly metric: string;
  /** Undefined: of no job in particular, such as a recording; every matcher on `job` is left to the labels. */
  readonly job: string | undefined;
  readonly help: string;
}

/** A number that a program made of its observations before it was scraped. */
export interface Statistic {
  /** Name of the declared metric. */
  readonly metric: string;
  /** `quantile`: of a summary. */
  readonly what: Computed | "quantile";
  /** The recording through which it came; undefined: it was selected itself. */
  readonly through?: string;
}
