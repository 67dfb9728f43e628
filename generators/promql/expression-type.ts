import type { LabelSpec } from "../language/label.ts";
import type { Interval, CatalogueSeries, Statistic } from "./series.ts";

export type Kind = "scalar" | "vector" | "matrix" | "string" | "unknown";

/** Label names, each with the values it may have. */
export type LabelMap = ReadonlyMap<string, LabelSpec>;

/** What keeps the samples within limits, whatever `max`, `avg` or a filter did to them. */
export type Bound =
  /** They are values of these series. */
  | { readonly kind: "series"; readonly series: readonly CatalogueSeries[] }
  /** They are quantiles of these buckets. */
  | { readonly kind: "buckets"; readonly series: readonly CatalogueSeries[] }
  /** They lie between two numbers, as a part of the whole lies between 0 and 1. */
  | ({ readonly kind: "interval" } & Interval);

/** What an expression gives. */
export interface ExpressionType {
  readonly kind: Kind;
  /** Undefined: cannot be told, any label may be there. */
  readonly labels?: LabelMap | undefined;
  /** Sets of labels of which each tells the series apart: no two of them differ elsewhere only. Left out: none but all of them. */
  readonly keys?: readonly (readonly string[])[] | undefined;
  /** `none`: cannot be told, or has none. */
  readonly unit: string;
  /** What the samples are, as long as no function made something else of them; of the rates of buckets a comparison leaves some. */
  readonly samples?: CatalogueSeries["type"] | "bucket rate" | "some bucket rates" | undefined;
  /** Of buckets and their rates: the unit of what was observed. */
  readonly observed?: string | undefined;
  /** The series that were selected, as long as no function made something else of them. */
  readonly series?: readonly CatalogueSeries[] | undefined;
  readonly bound?: Bound | undefined;
  /** What the samples are statistics of, when a program computed them: of none, undefined. */
  readonly statistics?: readonly Statistic[] | undefined;
  /** Gives only the series for which something holds: what an alert needs. */
  readonly condition: boolean;
  /** The number, where it is a constant. */
  readonly literal?: number | undefined;
}

/** Nothing can be told, so nothing that follows is wrong because of it. */
export const unknownType: ExpressionType = { kind: "unknown", unit: "none", condition: false };
