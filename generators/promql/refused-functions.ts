/** Functions and aggregations that Prometheus refuses without `--enable-feature=promql-experimental-functions`, and what to write instead. */
const experimental: Readonly<Record<string, string>> = {
  double_exponential_smoothing: "",
  first_over_time: "",
  histogram_quantiles: "",
  info: "; write a join: * on (…) group_left (…)",
  limit_ratio: "",
  limitk: "",
  mad_over_time: "",
  sort_by_label: "",
  sort_by_label_desc: "",
  ts_of_first_over_time: "",
  ts_of_last_over_time: "",
  ts_of_max_over_time: "",
  ts_of_min_over_time: "",
};

/** Why what has no row may not be used. */
export function whyRefused(name: string): string {
  const instead = experimental[name];
  return instead === undefined
    ? `${name}() is newer than Prometheus 3.5`
    : `${name}() is experimental: Prometheus refuses it without a feature flag${instead}`;
}
