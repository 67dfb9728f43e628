import { jobNamed } from "../lookups.ts";
import { durationInMs } from "../../language/duration.ts";
import { isExpression } from "../../language/expression/expression.ts";
import { firingAmong } from "../../language/linked-alerts.ts";
import type { Panel, QueryPanelOptions } from "../../language/panel.ts";
import type { Query } from "../../language/query.ts";
import type { Platform } from "../../language/platform.ts";
import type { QueryKind } from "../../panels/panel.ts";
import type { QueryModel } from "../../panels/panel-model.ts";
import { refIdsOf } from "../../panels/ref-id.ts";
import type { JobModel } from "../../jobs/index.ts";
import { resolveExpression, type Narrowed } from "./resolve-expression.ts";

type WrittenQuery = QueryPanelOptions["queries"][number];

/** The queries of a panel, in its order. */
export function resolveQueries(
  panel: Pick<Panel, "title" | "place"> & Pick<QueryPanelOptions, "queries">,
  { time }: QueryKind,
  narrowed: Narrowed,
): QueryModel[] {
  const queries = panel.queries.map((written): Query =>
    isQuery(written) ? written : { kind: "query", expr: written, place: panel.place },
  );
  const refIds = refIdsOf(queries.map(({ refId }) => refId));
  return queries.map((query, index) => {
    const { showsLinkedAlerts = false } = query;
    const asked = showsLinkedAlerts ? firingAmong(narrowed.linkedAlerts) : query.expr;
    const { node, expr, analysis, unit, place } = resolveExpression(asked, query.place, narrowed);
    const onlySeries = panel.queries.length === 1 && analysis.type.labels?.size === 0;
    return {
      refId: refIds[index] ?? "",
      node,
      expr,
      analysis,
      unit,
      // A series without labels has nothing else to be called by: Grafana would show its PromQL.
      legend: query.legend ?? (onlySeries ? panel.title : undefined),
      legendMistake: query.legendMistake,
      instant: time === "now" || (query.instant ?? time === "now by default"),
      emptyMeans: query.emptyMeans,
      line: query.line,
      showsLinkedAlerts,
      place,
    };
  });
}

function isQuery(written: WrittenQuery): written is Query {
  return !isExpression(written) && "kind" in written;
}

/**
 * How often the slowest job of these queries is scraped, when that is more seldom than the platform's interval.
 *
 * Grafana makes `$__rate_interval` four scrapes of the data source's interval; of a slower job that is less than two
 * samples, and `rate()` gives nothing. A panel that knows the job's interval gets it right.
 */
export function slowestInterval(
  queries: readonly Pick<QueryModel, "analysis">[],
  jobs: readonly JobModel[],
  { prometheus }: Platform,
): string | undefined {
  const asked = queries.flatMap(({ analysis }) =>
    analysis.selectors.flatMap(({ series }) => series.flatMap(({ job }) => job ?? [])),
  );
  const usual = durationInMs(prometheus.scrapeInterval) ?? 0;
  const slower = [...new Set(asked)]
    .flatMap((name) => jobNamed({ jobs }, name) ?? [])
    .filter(({ everyMs }) => everyMs > usual);
  return slower.sort((a, b) => b.everyMs - a.everyMs)[0]?.every;
}
