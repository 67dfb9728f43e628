/** Functions that Prometheus 3.13 refuses without `--enable-feature=promql-experimental-functions`, and what to write instead; empty: nothing. */
export const experimentalFunctions: Readonly<Record<string, string>> = {
  double_exponential_smoothing: "write avg_over_time() or predict_linear()",
  end: "write @ end() behind a selector",
  first_over_time: "write the selector with an offset",
  histogram_quantiles: "write histogram_quantile() for each of them",
  info: "write a join: * on (…) group_left (…)",
  mad_over_time: "write stddev_over_time()",
  max_of: "",
  min_of: "",
  range: "write $__range in a dashboard; a rule has none",
  sort_by_label: "let the table of a dashboard sort",
  sort_by_label_desc: "let the table of a dashboard sort",
  start: "write @ start() behind a selector",
  step: "write $__interval in a dashboard; a rule has none",
  ts_of_first_over_time: "",
  ts_of_last_over_time: "write timestamp() of the selector",
  ts_of_max_over_time: "",
  ts_of_min_over_time: "",
};

/** The same of aggregations. */
export const experimentalAggregations: Readonly<Record<string, string>> = {
  limit_ratio: "write a matcher for some of the series",
  limitk: "write topk(), or a matcher for some of the series",
};

/** Why what has no row may not be used. */
export function whyRefused(name: string): string {
  const instead = experimentalFunctions[name] ?? experimentalAggregations[name];
  if (instead === undefined) return `${name}() is newer than Prometheus 3.5`;
  const why = `${name}() is experimental: Prometheus refuses it without a feature flag`;
  return instead === "" ? why : `${why}; ${instead}`;
}
