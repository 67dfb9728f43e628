import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import type { AnnotationQuery } from "@grafana/grafana-foundation-sdk/dashboard";
import type { AnnotationModel } from "../../model/dashboard-model.ts";
import { prometheusSource } from "./data-source.ts";
import { sdk } from "./sdk.ts";

/** Marks on the time axis, from a query. Its data source reads the query from `target` since Grafana 12. */
export function annotationBuilder({ name, expr, color, text }: AnnotationModel): Builder<AnnotationQuery> {
  const { AnnotationQueryBuilder } = sdk.dashboard();
  const { DataqueryBuilder, QueryEditorMode } = sdk.prometheus();
  const target = new DataqueryBuilder()
    .refId("Anno")
    .datasource(prometheusSource())
    .expr(expr)
    .editorMode(QueryEditorMode.Code)
    .range();
  const builder = new AnnotationQueryBuilder()
    .name(name)
    .datasource(prometheusSource())
    .iconColor(color)
    .target(target)
    .titleFormat(name)
    .textFormat(text);
  return { build: () => withoutPlacement(builder.build()) };
}

/** The marks that people set by hand: Grafana adds them to every dashboard, and misses them in a file without. */
export function ownAnnotations(): Builder<AnnotationQuery> {
  const { AnnotationQueryBuilder } = sdk.dashboard();
  const builder = new AnnotationQueryBuilder()
    .name("Annotations & Alerts")
    .datasource({ type: "grafana", uid: "-- Grafana --" })
    .type("dashboard")
    .builtIn(1)
    .hide(true)
    .iconColor("rgba(0, 211, 255, 1)");
  return { build: () => withoutPlacement(builder.build()) };
}

/** The SDK puts every annotation into a menu that is closed at first; without a placement it can be switched at once. */
function withoutPlacement({ placement: _, ...annotation }: AnnotationQuery): AnnotationQuery {
  return annotation;
}
