import { metricNameOf, type Node } from "../../promql/tree.ts";
import { type KnownSigns, noSigns, seemsNeverNegative, sureFacts } from "./known-signs.ts";
import { orderOf, type Ordered } from "./order.ts";
import type { SeriesFacts } from "./rule.ts";

/**
 * How two expressions of plain files are ordered: as far as it is sure of their series, else as their names suggest, with the metrics
 * of which that is said.
 */
export function orderByNames(base: Node, head: Node, signs: KnownSigns = noSigns): Ordered | undefined {
  const sure = orderOf(base, head, sureFacts(signs));
  if (sure) return sure;
  const asked = new Set<string>();
  const seems = (metric: string) => {
    if (!seemsNeverNegative(metric, signs)) return false;
    asked.add(metric);
    return true;
  };
  const suggested = orderOf(base, head, withSigns(signs, seems));
  if (!suggested) return undefined;
  // Only those without which nothing would follow.
  const needed = [...asked].reduce<readonly string[]>(
    (left, metric) => {
      const others = left.filter((one) => one !== metric);
      const facts = withSigns(signs, (one) => others.includes(one));
      return orderOf(base, head, facts)?.fires === suggested.fires ? others : left;
    },
    [...asked],
  );
  return { ...suggested, assumes: [...needed].sort() };
}

/** What is sure, and what is assumed of some metrics. */
function withSigns(signs: KnownSigns, isAssumed: (metric: string) => boolean): SeriesFacts {
  const sure = sureFacts(signs);
  return {
    ...sure,
    isNeverNegative: (selector) => sure.isNeverNegative(selector) || isAssumed(metricNameOf(selector) ?? ""),
  };
}
