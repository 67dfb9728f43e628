import type { FunctionRow, LabelRule, ValueRule, WindowRow } from "./function-row.ts";
import type { UnitRule } from "./result-unit.ts";

const usual = {
  takes: ["vector"],
  gives: "vector",
  labels: "kept",
  values: "own",
  statistics: "kept",
} as const;
const ofGrowth = {
  samples: 2,
  statistics: "merged",
  for: "counters",
  addsUp: true,
  buckets: "stay",
} as const;

/** The functions that every Prometheus from 3.5 on has without a feature flag. */
export const functions = {
  // Of each number.
  abs: ofNumbers("same"),
  acos: ofNumbers("none"),
  acosh: ofNumbers("none"),
  asin: ofNumbers("none"),
  asinh: ofNumbers("none"),
  atan: ofNumbers("none"),
  atanh: ofNumbers("none"),
  ceil: ofNumbers("same", { rises: true }),
  clamp: ofNumbers("same", { takes: ["vector", "scalar", "scalar"], rises: true }),
  clamp_max: ofNumbers("same", { takes: ["vector", "scalar"], rises: true, bound: "highest" }),
  clamp_min: ofNumbers("same", { takes: ["vector", "scalar"], rises: true, bound: "lowest" }),
  cos: ofNumbers("none"),
  cosh: ofNumbers("none"),
  deg: ofNumbers("none", { rises: true }),
  exp: ofNumbers("none"),
  floor: ofNumbers("same", { rises: true }),
  ln: ofNumbers("none"),
  log10: ofNumbers("none"),
  log2: ofNumbers("none"),
  rad: ofNumbers("none", { rises: true }),
  round: ofNumbers("same", { takes: ["vector", "scalar"], last: "optional", rises: true }),
  sgn: ofNumbers("none", { statistics: "fact", rises: true }),
  sin: ofNumbers("none"),
  sinh: ofNumbers("none"),
  sqrt: ofNumbers("none"),
  tan: ofNumbers("none"),
  tanh: ofNumbers("none"),

  // Of what series did in a window.
  absent_over_time: {
    ...ofWindow("none", { values: "one", statistics: "fact" }),
    labels: "asked for",
    givesWithoutSeries: true,
  },
  avg_over_time: ofWindow("same", {
    values: "picked",
    statistics: "merged",
    narrowed: "same",
    buckets: "stay",
  }),
  changes: ofWindow("count", { samples: 2, statistics: "fact", withMore: "more" }),
  count_over_time: ofWindow("count", {
    values: "number",
    statistics: "fact",
    ofEachSample: true,
    withMore: "more",
  }),
  delta: ofWindow("difference", { samples: 2, statistics: "merged", for: "gauges", narrowed: "part" }),
  deriv: ofWindow("per second", { samples: 2, statistics: "merged", for: "gauges" }),
  idelta: ofWindow("difference", { samples: 2, statistics: "merged", for: "gauges" }),
  increase: ofWindow("same", { narrowed: "part", growth: "in all", ...ofGrowth }),
  irate: ofWindow("per second", { narrowed: "same", growth: "at last", ...ofGrowth }),
  last_over_time: ofWindow("same", { values: "picked", givesTheLast: true, buckets: "stay" }),
  max_over_time: ofWindow("same", { values: "picked", narrowed: "same", withMore: "more" }),
  min_over_time: ofWindow("same", { values: "picked", narrowed: "same", withMore: "less" }),
  predict_linear: ofWindow("same", {
    takes: ["matrix", "seconds ahead"],
    samples: 2,
    statistics: "merged",
    for: "gauges",
  }),
  present_over_time: ofWindow("bool", { values: "one", statistics: "fact" }),
  quantile_over_time: ofWindow("same", {
    takes: ["quantile", "matrix"],
    values: "picked",
    statistics: "merged",
    narrowed: "same",
  }),
  rate: ofWindow("per second", { narrowed: "same", growth: "per second", ...ofGrowth }),
  resets: ofWindow("count", { samples: 2, statistics: "fact", for: "counters", withMore: "more" }),
  stddev_over_time: ofWindow("same", { statistics: "merged" }),
  stdvar_over_time: ofWindow("none", { statistics: "merged" }),
  sum_over_time: ofWindow("same", {
    statistics: "merged",
    ofEachSample: true,
    withMore: "more where none is negative",
    buckets: "stay",
  }),

  // Of timestamps; without an argument of the time of evaluation.
  day_of_month: ofDates(),
  day_of_week: ofDates(),
  day_of_year: ofDates(),
  days_in_month: ofDates(),
  hour: ofDates(),
  minute: ofDates(),
  month: ofDates(),
  year: ofDates(),

  // Of histograms: of buckets the first two, of native ones the others.
  // Before 3.8 what lies in the lowest of the buckets was no number.
  histogram_fraction: {
    ...ofHistograms("ratio", ["scalar", "scalar", "vector"], "without le"),
    since: "3.8",
  },
  histogram_quantile: ofHistograms("observed", ["quantile", "vector"], "without le"),
  histogram_avg: ofHistograms("none"),
  histogram_count: ofHistograms("count"),
  histogram_stddev: ofHistograms("none"),
  histogram_stdvar: ofHistograms("none"),
  histogram_sum: ofHistograms("none"),

  // Of series as a whole.
  absent: ofSeries("none", {
    labels: "asked for",
    values: "one",
    statistics: "fact",
    givesWithoutSeries: true,
  }),
  label_join: ofSeries("same", {
    takes: ["vector", "string", "string", "string"],
    last: "repeated",
    labels: "rewritten",
    values: "samples",
    buckets: "stay",
  }),
  label_replace: ofSeries("same", {
    takes: ["vector", "string", "string", "string", "string"],
    labels: "rewritten",
    values: "samples",
    buckets: "stay",
  }),
  pi: ofSeries("none", { takes: [], gives: "scalar", labels: "none" }),
  scalar: ofSeries("same", { gives: "scalar", labels: "none" }),
  sort: ofSeries("same", { values: "samples" }),
  sort_desc: ofSeries("same", { values: "samples" }),
  time: ofSeries("timestamp", { takes: [], gives: "scalar", labels: "none" }),
  timestamp: ofSeries("timestamp", { statistics: "fact", asksWhen: true }),
  vector: ofSeries("same", { takes: ["scalar"], labels: "none", givesWithoutSeries: true }),
} as const satisfies Readonly<Record<string, FunctionRow>>;

export type FunctionName = keyof typeof functions;

/** The functions of one kind: a record with these keys lacks none, and gets a new one with its row. */
export type FunctionOf<Kind extends FunctionRow["of"]> = {
  [Name in FunctionName]: (typeof functions)[Name]["of"] extends Kind ? Name : never;
}[FunctionName];

/** What is known about the function of this name; undefined for what is none, or not yet one. */
export function functionNamed(name: string): FunctionRow | WindowRow | undefined {
  return isFunctionName(name) ? functions[name] : undefined;
}

/** The same for functions of a window alone. */
export function windowFunctionNamed(name: string): WindowRow | undefined {
  const row: FunctionRow | undefined = functionNamed(name);
  return row && isOfWindow(row) ? row : undefined;
}

/** Whether its numbers are ones that its series have or had, or lie between such: a threshold of the result is one for them too. */
export function givesTheirValues({ values }: { readonly values: ValueRule }): boolean {
  return values === "samples" || values === "picked";
}

export function takesSeries({ takes }: FunctionRow): boolean {
  return takes.some((parameter) => parameter === "vector" || parameter === "matrix");
}

/** Whether it asks for what is not there. */
export function asksForAbsence(name: string): boolean {
  return functionNamed(name)?.labels === "asked for";
}

function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

export function isFunctionOf<Kind extends FunctionRow["of"]>(
  kind: Kind,
  name: string,
): name is FunctionOf<Kind> {
  return functionNamed(name)?.of === kind;
}

function isOfWindow(row: FunctionRow): row is WindowRow {
  return row.of === "window";
}

type Facts<Row extends FunctionRow> = Partial<Omit<Row, "of" | "unit">>;
type RowOf<Kind extends FunctionRow["of"]> = FunctionRow & { readonly of: Kind };

function ofNumbers(unit: UnitRule, facts: Facts<FunctionRow> = {}): RowOf<"numbers"> {
  return { ...usual, of: "numbers", unit, ...facts };
}

function ofWindow(unit: UnitRule, facts: Facts<WindowRow>): WindowRow {
  return { ...usual, of: "window", takes: ["matrix"], unit, samples: 1, narrowed: "less", ...facts };
}

function ofDates(): RowOf<"dates"> {
  return { ...usual, of: "dates", last: "optional", unit: "none" };
}

function ofHistograms(
  unit: UnitRule,
  takes: FunctionRow["takes"] = ["vector"],
  labels: LabelRule = "kept",
): RowOf<"histograms"> {
  return { ...usual, of: "histograms", takes, unit, labels, statistics: "merged" };
}

function ofSeries(unit: UnitRule, facts: Facts<FunctionRow>): RowOf<"series"> {
  return { ...usual, of: "series", unit, ...facts };
}
