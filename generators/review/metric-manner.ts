/** What the name of a metric says of its values, by the conventions of Prometheus and its exporters. */
export type MetricManner = "0 or 1" | "1" | "never negative" | "any";

/** What is up or not, what is there or not. */
const switches =
  /(?:^|_|:)up$|^probe_success$|_(?:successful|enabled|paused|leader|readonly|access_mode|condition|phase)$|_status_(?:ready|waiting|\w*reason)$/;
/** What is there only to carry labels. */
const carriers = /_info$|^ALERTS$|_(?:owner|role|labels|node_name)$/;
/** Units and things that are counted: none of them is below 0. */
const amounts =
  /_(?:total|number|bucket|count|sum|bytes|seconds|ratio|percent|cores|pods|replicas|entries|files|free|size|avail|used|requests|connections|errors|failures|length|capacity|limit)(?:$|_|:)/;
/** Differences, and what has a scale of its own. */
const signed = /offset|drift|skew|diff|balance|celsius|temperature|dbm|slope/i;

/** Asked where nothing else is known: a name is no proof. */
export function mannerOf(metric: string): MetricManner {
  if (carriers.test(metric)) return "1";
  if (switches.test(metric)) return "0 or 1";
  if (signed.test(metric)) return "any";
  return amounts.test(metric) ? "never negative" : "any";
}
