import type { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import type { PanelModel, QueryModel } from "../../model/dashboard-model.ts";
import { prometheusSource } from "./data-source.ts";
import { shownExpr } from "./milliseconds.ts";
import { sdk } from "./sdk.ts";

/** A query as Grafana's Prometheus data source takes it. */
export function queryBuilder(query: QueryModel, { type, unit }: PanelModel): DataqueryBuilder {
  const { DataqueryBuilder, QueryEditorMode } = sdk.prometheus();
  const builder = new DataqueryBuilder()
    .refId(query.refId)
    .datasource(prometheusSource())
    .expr(shownExpr(query.expr, unit))
    .legendFormat(legendOf(query, type))
    .format(formatOf(type))
    // The expressions are written as text; the builder of the UI cannot show all of them.
    .editorMode(QueryEditorMode.Code);
  return query.instant ? builder.instant() : builder.range();
}

function legendOf({ legend }: QueryModel, type: PanelModel["type"]): string {
  // A heatmap reads the upper bounds of its buckets from the names of the series.
  if (type === "heatmap") return "{{le}}";
  // Grafana's own: the labels in which the series differ.
  return legend ?? "__auto";
}

function formatOf(type: PanelModel["type"]) {
  const { PromQueryFormat } = sdk.prometheus();
  if (type === "heatmap") return PromQueryFormat.Heatmap;
  return type === "table" ? PromQueryFormat.Table : PromQueryFormat.TimeSeries;
}
