/** What a function takes: an instant vector, a range vector, a scalar or a string. */
export type ParameterKind = "vector" | "matrix" | "scalar" | "string";

export interface Signature {
  readonly parameters: readonly ParameterKind[];
  readonly least: number;
  /** Infinity: the last may be repeated. */
  readonly most: number;
}

const v = "vector";
const m = "matrix";
const s = "scalar";
const t = "string";

/** The functions that every Prometheus from 3.5 on has without a feature flag. */
const signatures: ReadonlyMap<string, Signature> = new Map([
  ...declare(
    [v],
    "abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count",
    "histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad scalar sgn sin sinh sort sort_desc sqrt",
    "tan tanh timestamp",
  ),
  ...declare(
    [m],
    "absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate last_over_time",
    "max_over_time min_over_time present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time",
  ),
  ...declare([], "pi time"),
  ...declare([s], "vector"),
  ...declare([v, s], "clamp_max clamp_min"),
  ...declare([v, s, s], "clamp"),
  ...declare([m, s], "predict_linear"),
  ...declare([s, m], "quantile_over_time"),
  ...declare([s, v], "histogram_quantile"),
  ...declare([s, s, v], "histogram_fraction"),
  ...declare([v, t, t, t, t], "label_replace"),
  ...optionalLast([v], "day_of_month day_of_week day_of_year days_in_month hour minute month year"),
  ...optionalLast([v, s], "round"),
  ["label_join", { parameters: [v, t, t, t], least: 3, most: Infinity }] as const,
]);

/** Functions that Prometheus refuses without `--enable-feature=promql-experimental-functions`. */
const experimental: ReadonlySet<string> = new Set([
  "double_exponential_smoothing",
  "first_over_time",
  "histogram_quantiles",
  "info",
  "mad_over_time",
  "sort_by_label",
  "sort_by_label_desc",
  "ts_of_first_over_time",
  "ts_of_last_over_time",
  "ts_of_max_over_time",
  "ts_of_min_over_time",
]);

export const experimentalAggregations: ReadonlySet<string> = new Set(["limitk", "limit_ratio"]);

/** What the function takes, or why it may not be used. */
export function signatureOf(name: string): Signature | { readonly complaint: string } {
  const signature = signatures.get(name);
  if (signature) return signature;
  if (name === "info")
    return { complaint: `${experimentalComplaint(name)}; write a join: * on (…) group_left (…)` };
  if (experimental.has(name)) return { complaint: experimentalComplaint(name) };
  return { complaint: `${name}() is newer than Prometheus 3.5` };
}

export function experimentalComplaint(name: string): string {
  return `${name}() is experimental: Prometheus refuses it without a feature flag`;
}

/** How many arguments, in words: `1`, `1 to 2`, `3 or more`. */
export function argumentCount({ least, most }: Signature): string {
  if (most === Infinity) return `${least} or more arguments`;
  if (least < most) return `${least} to ${most} arguments`;
  return `${least} argument${least === 1 ? "" : "s"}`;
}

function declare(parameters: readonly ParameterKind[], ...names: readonly string[]): [string, Signature][] {
  const signature: Signature = { parameters, least: parameters.length, most: parameters.length };
  return wordsOf(names).map((name) => [name, signature]);
}

function optionalLast(
  parameters: readonly ParameterKind[],
  ...names: readonly string[]
): [string, Signature][] {
  const signature: Signature = { parameters, least: parameters.length - 1, most: parameters.length };
  return wordsOf(names).map((name) => [name, signature]);
}

function wordsOf(lines: readonly string[]): string[] {
  return lines.join(" ").split(" ");
}
