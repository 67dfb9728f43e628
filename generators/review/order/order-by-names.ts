import { metricNameOf, type Node } from "../../promql/tree.ts";
import { mannerOf } from "../metric-manner.ts";
import { orderOf, type Ordered } from "./order.ts";
import { noFacts, type SeriesFacts } from "./rule.ts";

/**
 * How two expressions of plain files are ordered: as far as it goes whatever the series are, else as their names suggest, with
 * the metrics of which that is said.
 */
export function orderByNames(base: Node, head: Node, facts: SeriesFacts = noFacts): Ordered | undefined {
  const sure = orderOf(base, head, facts);
  if (sure) return sure;
  const asked = new Set<string>();
  const suggested = orderOf(
    base,
    head,
    withNames(facts, (metric) => asked.add(metric)),
  );
  if (!suggested) return undefined;
  // Only those without which nothing would follow.
  const needed = [...asked].reduce<readonly string[]>(
    (left, metric) => {
      const others = left.filter((one) => one !== metric);
      const isEnough = orderOf(base, head, among(facts, others))?.fires === suggested.fires;
      return isEnough ? others : left;
    },
    [...asked],
  );
  return { ...suggested, assumes: [...needed].sort() };
}

function withNames(facts: SeriesFacts, note: (metric: string) => unknown): SeriesFacts {
  return {
    ...facts,
    isNeverNegative(selector) {
      if (facts.isNeverNegative(selector)) return true;
      const metric = metricNameOf(selector);
      if (metric === undefined || mannerOf(metric) === "any") return false;
      note(metric);
      return true;
    },
  };
}

function among(facts: SeriesFacts, metrics: readonly string[]): SeriesFacts {
  return {
    ...facts,
    isNeverNegative: (selector) =>
      facts.isNeverNegative(selector) || metrics.includes(metricNameOf(selector) ?? ""),
  };
}
