import type { UnitRule } from "./result-unit.ts";

/** What an expression can be: an instant vector, a range vector, a number or a text. */
export type ParameterKind = "vector" | "matrix" | "scalar" | "string";

/** What a function or an aggregation takes at a place; of a number also what it means there. */
export type Parameter = ParameterKind | "quantile" | "seconds ahead";

const kinds: Readonly<Record<Parameter, ParameterKind>> = {
  vector: "vector",
  matrix: "matrix",
  scalar: "scalar",
  string: "string",
  quantile: "scalar",
  "seconds ahead": "scalar",
};

export function kindOfParameter(parameter: Parameter): ParameterKind {
  return kinds[parameter];
}

/** What is known about a function of PromQL; whatever treats functions differently reads it here. */
export interface FunctionRow {
  readonly takes: readonly Parameter[];
  /** Left out: each of them once. */
  readonly last?: "optional" | "repeated";
  readonly gives: "vector" | "scalar";
  /** What it works on, which says how it is inferred and evaluated. */
  readonly of: "numbers" | "window" | "dates" | "histograms" | "series";
  readonly unit: UnitRule;
  readonly labels: LabelRule;
  readonly values: ValueRule;
  readonly statistics: StatisticRule;
  /** Of what only grows: of a part it is never more than of the whole. */
  readonly addsUp?: true;
  /** It does the same to each bucket of a histogram, so that they stay buckets. */
  readonly buckets?: "stay";
  /** What it makes sense of: growth, which starts again at 0, or what goes up and down. */
  readonly for?: "counters" | "gauges";
  /** It gives a series where there is none. */
  readonly givesWithoutSeries?: true;
  /** It asks when the samples came, and not what they are. */
  readonly asksWhen?: true;
  /** Of a number: a larger one never gives less. */
  readonly rises?: true;
  /** The first version of Prometheus that works it out as all later ones do; left out: all from 3.5 on. */
  readonly since?: string;
  /** Its second parameter is the lowest or the highest that it gives. */
  readonly bound?: "lowest" | "highest";
}

/** `asked for`: those that the selector is sure of, as `absent()` has. */
export type LabelRule = "kept" | "rewritten" | "asked for" | "without le" | "none";

/**
 * What the numbers of the result are: the samples as they are, values that they had or that lie between these, the 1 of what is
 * there, how many there are, or numbers of their own.
 */
export type ValueRule = "samples" | "picked" | "one" | "number" | "own";

/**
 * What becomes of a statistic that a program computed, such as a p99: it stays one, several are merged into one, or the result
 * is a fact about it and no statistic any more.
 */
export type StatisticRule = "kept" | "merged" | "fact";

/** A function of what a series did in a window. */
export interface WindowRow extends FunctionRow {
  readonly of: "window";
  /** How many samples the window must hold for it to say something. */
  readonly samples: 1 | 2;
  /** What is left over a shorter window, where nothing changes: the same, as large a part, or less. */
  readonly narrowed: "same" | "part" | "less";
  /** What more samples do to it, before those that are there or between them. Left out: nobody knows. */
  readonly withMore?: "more" | "less" | "more where none is negative";
  /** The value of the last sample, whatever was before. */
  readonly givesTheLast?: true;
  /** Each sample makes it more: it counts them, or adds them up. */
  readonly ofEachSample?: true;
  /** What it says of a counter's growth: how much in all, how much a second, or how much a second between the last two samples. */
  readonly growth?: "in all" | "per second" | "at last";
}
