import type { AlertModel } from "../../../generators/model/rule-model.ts";
import { metricKey, metricsBehind } from "../../../generators/model/metrics-behind.ts";
import { acceptedBy } from "../../../generators/promql/label-value.ts";
import type { MatcherReference } from "../../../generators/promql/extraction.ts";
import { model } from "../live-stack.ts";
import { playlist, type Piece } from "../pieces.ts";
import type { AskedQuery } from "./asked-queries.ts";
import { analyseText } from "../../promql/of-text.ts";

const pieces = playlist().toSorted((one, other) => one.alert.forMs - other.alert.forMs);

/**
 * What can be played so that a query has data: the alerts whose scenarios move what it reads. Those that move most of it come
 * first, and of alike ones those that fire soonest.
 */
export function situationsFor({ expr }: AskedQuery): Piece[] {
  const analysis = analyseText(expr, model.catalogue, { dashboard: true });
  const ofAlerts = analysis.selectors.filter(({ metric }) => metric === "ALERTS");
  const read = new Set(metricsBehind(analysis, model));
  const moved = (piece: Piece) => new Set(keysOf(piece).filter((key) => read.has(key))).size;
  return pieces
    .filter((piece) => ofAlerts.some(({ matchers }) => mayBe(piece.alert, matchers)) || moved(piece) > 0)
    .toSorted((one, other) => moved(other) - moved(one));
}

/** Whether the series of an alert that fires may pass; what its series say beside its own labels is not known. */
function mayBe({ name, labels }: AlertModel, matchers: readonly MatcherReference[]): boolean {
  const own: Readonly<Record<string, string>> = { ...labels, alertname: name, alertstate: "firing" };
  return matchers.every((matcher) => {
    const value = own[matcher.name];
    return value === undefined || acceptedBy(matcher)(value);
  });
}

function keysOf({ metrics, jobs }: Piece): string[] {
  return [...metrics].flatMap((metric) =>
    [metric, metric.replace(/_(?:bucket|count|sum)$/, "")].flatMap((name) =>
      [...jobs].map((job) => metricKey(job, name)),
    ),
  );
}
