import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import type {
  AnnotationQuery,
  DashboardLink,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableOption,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Link } from "../../language/link.ts";
import type { AnnotationModel, VariableModel } from "../../model/dashboard-model.ts";
import { addressOf } from "../../panels/field-link.ts";
import { sdk } from "../../panels/sdk.ts";
import { ownSource, prometheusSource, sourceVariable } from "./provisioning.ts";

// What is at the top of a dashboard: choices, marks on the time axis, and links.

/** What Grafana's editor of variables writes: the kind of query, and the name it goes by. */
const labelValues = { qryType: 1, refId: "PrometheusVariableQueryEditor-VariableQuery" } as const;

/** The choice among the data sources of Prometheus that a Grafana has; of one alone there is nothing to choose. */
export function sourceBuilder(): DatasourceVariableBuilder {
  const { DatasourceVariableBuilder } = sdk.dashboard();
  return new DatasourceVariableBuilder(sourceVariable)
    .label("Data source")
    .type("prometheus")
    .current({ selected: true, ...ownSource });
}

/** A choice among the values of a label. */
export function variableBuilder(variable: VariableModel): QueryVariableBuilder {
  const { name, title, query, multiple, all, order, matching, hidden } = variable;
  const { QueryVariableBuilder, VariableHide, VariableRefresh, VariableSort } = sdk.dashboard();
  const sorts = {
    rising: VariableSort.NaturalAsc,
    falling: VariableSort.NaturalDesc,
    "as found": VariableSort.Disabled,
  };
  const builder = new QueryVariableBuilder(name)
    .label(title)
    .datasource(prometheusSource())
    .query({ qryType: labelValues.qryType, query, refId: labelValues.refId })
    .definition(query)
    // With the time, so that an instance which is gone can still be chosen for the time when it was there.
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(sorts[order])
    .multi(multiple)
    .includeAll(all !== false);
  const chosen = chosenAtFirst(variable);
  if (chosen) builder.current({ selected: true, ...chosen });
  if (matching !== undefined) builder.regex(matching);
  if (hidden) builder.hide(VariableHide.HideVariable);
  // Said, because Grafana would list all values that it knows: a long address, and series that come later are missed.
  if (all === "anything" || all === "some value") builder.allValue(all === "anything" ? ".*" : ".+");
  return builder;
}

/** Where nothing is said, and there is no All, Grafana takes the first that is offered. */
function chosenAtFirst({ first, multiple, all }: VariableModel): Chosen | undefined {
  const one =
    first === undefined ? all !== false && { text: "All", value: "$__all" } : { text: first, value: first };
  if (!one) return undefined;
  return multiple ? { text: [one.text], value: [one.value] } : one;
}

type Chosen = Pick<VariableOption, "text" | "value">;

/** Marks on the time axis, from a query. Its data source reads the query from `target` since Grafana 12. */
export function annotationBuilder({
  name,
  expr,
  interval,
  color,
  text,
}: AnnotationModel): Builder<AnnotationQuery> {
  const { AnnotationQueryBuilder } = sdk.dashboard();
  const { DataqueryBuilder, QueryEditorMode } = sdk.prometheus();
  const target = new DataqueryBuilder()
    .refId("Anno")
    .datasource(prometheusSource())
    .expr(expr)
    .editorMode(QueryEditorMode.Code)
    .range();
  if (interval !== undefined) target.interval(interval);
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

/** A link at the top of a dashboard. One to another dashboard takes the chosen variables along. */
export function dashboardLink(link: Link): Builder<DashboardLink> {
  const { url, time = false } = link;
  return linkBuilder({ ...link, time }, url);
}

export function panelLink(link: Link): Builder<DashboardLink> {
  return linkBuilder(link, addressOf(link));
}

function linkBuilder({ title, url, time = false }: Link, address: string): Builder<DashboardLink> {
  const { DashboardLinkBuilder, DashboardLinkType } = sdk.dashboard();
  const isInside = url.startsWith("/");
  const builder = new DashboardLinkBuilder(title)
    .type(DashboardLinkType.Link)
    .icon(isInside ? "dashboard" : "external link")
    .url(address)
    .keepTime(time)
    .includeVars(url.startsWith("/d/"))
    .targetBlank(!isInside);
  return { build: () => withoutPlacement(builder.build()) };
}

/** The SDK puts every annotation and link into a menu that is closed at first; without a placement they are seen at once. */
function withoutPlacement<T extends { readonly placement?: unknown }>({
  placement: _,
  ...shown
}: T): Omit<T, "placement"> {
  return shown;
}
