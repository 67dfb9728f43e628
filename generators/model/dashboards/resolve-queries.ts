import { isExpression } from "../../language/expression/expression.ts";
import type { Query, QueryPanel } from "../../language/panel.ts";
import type { QueryModel } from "../dashboard-model.ts";
import { refIdAt } from "./ref-id.ts";
import { resolveExpression, type Narrowed } from "./resolve-expression.ts";

/** The queries of a panel, in its order. */
export function resolveQueries(panel: QueryPanel, narrowed: Narrowed): QueryModel[] {
  return panel.queries.map((written, index) => {
    const query = queryOf(written, panel);
    const { expr, analysis, unit, place } = resolveExpression(query.expr, query.place, narrowed);
    const onlySeries = panel.queries.length === 1 && analysis.type.labels?.size === 0;
    return {
      refId: refIdAt(index),
      expr,
      analysis,
      unit,
      // A series without labels has nothing else to be called by: Grafana would show its PromQL.
      legend: query.legend ?? (onlySeries ? panel.title : undefined),
      // A row of a table is a series of now; over time it would be one for each step.
      instant: panel.type === "table" || (query.instant ?? false),
      emptyMeans: query.emptyMeans,
      place,
    };
  });
}

function queryOf(written: QueryPanel["queries"][number], { place }: QueryPanel): Query {
  return isQuery(written) ? written : { kind: "query", expr: written, place };
}

function isQuery(written: QueryPanel["queries"][number]): written is Query {
  return !isExpression(written) && "kind" in written;
}
