import type { Panel, ThresholdsConfigBuilder, ValueMapping } from "@grafana/grafana-foundation-sdk/dashboard";
import type { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import type { ValueNames } from "../../language/panel.ts";
import type { PanelModel, QueryModel } from "../../panels/panel-model.ts";
import { shownUnit } from "../../panels/columns.ts";
import { panelBuilder, panelKinds } from "../../panels/index.ts";
import type { QueryKind, Scraping } from "../../panels/panel.ts";
import { sdk, type PanelBuilder } from "../../panels/sdk.ts";
import { grafanaUnit, shownExpr, shownValue } from "../../panels/units.ts";
import { panelLink } from "./controls.ts";
import { prometheusSource } from "./provisioning.ts";

/** A panel as Grafana stores it. */
export function grafanaPanel(panel: PanelModel, scraping: Scraping): Panel {
  const builder = panelBuilder(panel, scraping);
  const { queries } = panelKinds[panel.type];
  describe(builder, panel);
  if (queries) {
    ask(builder, panel, queries);
    draw(builder, panel);
  }
  // The direction of a repetition says nothing without one, and panels have a background unless they say otherwise.
  const { repeatDirection, transparent: _, type, ...built } = builder.build();
  const { id, title, description } = panel;
  // What a reader looks for comes first.
  return { type, id, title, description, ...built, ...(built.repeat !== undefined && { repeatDirection }) };
}

function describe(builder: PanelBuilder, { id, title, description, position, ...panel }: PanelModel): void {
  const { links, repeat } = panel;
  builder.id(id);
  builder.title(title);
  builder.description(description);
  builder.gridPos({ x: position.x, y: position.y, w: position.width, h: position.height });
  if (links.length > 0) builder.links(links.map(panelLink));
  if (repeat === undefined) return;
  builder.repeat(repeat.variable);
  builder.repeatDirection(repeat.direction === "across" ? "h" : "v");
  if (repeat.direction === "across") builder.maxPerRow(repeat.perRow);
}

function ask(builder: PanelBuilder, panel: PanelModel, kind: QueryKind): void {
  builder.datasource(prometheusSource());
  if (panel.interval !== undefined) builder.interval(panel.interval);
  builder.targets(panel.queries.map((query) => queryBuilder(query, panel, kind)));
}

function draw(builder: PanelBuilder, panel: PanelModel): void {
  const { unit, decimals, min, max, valueNames } = panel;
  if (unit !== undefined) builder.unit(grafanaUnit(unit));
  if (decimals !== undefined) builder.decimals(decimals);
  if (min !== undefined) builder.min(shownValue(min, unit));
  if (max !== undefined) builder.max(shownValue(max, unit));
  const nothing = emptyMeans(panel);
  if (nothing !== undefined) builder.noValue(nothing);
  if (valueNames) builder.mappings(valueMappings(valueNames));
  if (panelKinds[panel.type].thresholds) builder.thresholds(thresholdsBuilder(panel));
}

/** What stands in the place of "No data", where each of its queries may have none. */
function emptyMeans({ queries }: PanelModel): string | undefined {
  const meanings = queries.flatMap((query) => query.emptyMeans ?? []);
  return meanings.length > 0 && meanings.length === queries.length
    ? [...new Set(meanings)].join(" ")
    : undefined;
}

/** A query as Grafana's Prometheus data source takes it. */
function queryBuilder(query: QueryModel, panel: PanelModel, kind: QueryKind): DataqueryBuilder {
  const { DataqueryBuilder, PromQueryFormat, QueryEditorMode } = sdk.prometheus();
  const formats = {
    time_series: PromQueryFormat.TimeSeries,
    table: PromQueryFormat.Table,
    heatmap: PromQueryFormat.Heatmap,
  };
  const builder = new DataqueryBuilder()
    .refId(query.refId)
    .datasource(prometheusSource())
    .expr(shownExpr(query.expr, shownUnit(query, panel)))
    // `__auto` is Grafana's own: the labels in which the series differ.
    .legendFormat(kind.legend ?? query.legend ?? "__auto")
    .format(formats[kind.format])
    // The expressions are written as text; the builder of the UI cannot show all of them.
    .editorMode(QueryEditorMode.Code);
  return query.instant ? builder.instant() : builder.range();
}

/**
 * The colours of a panel's values, lowest first.
 *
 * They are always said: a panel without thresholds would get Grafana's own, which are red from 80. Such a panel is blue,
 * because green would say that all is well, and nobody decided that.
 */
function thresholdsBuilder({ thresholds, unit }: PanelModel): ThresholdsConfigBuilder {
  const { ThresholdsConfigBuilder, ThresholdsMode } = sdk.dashboard();
  const steps = thresholds.map(({ value, color }) => ({
    // Null is minus infinity, and only the first step may have it; JSON knows no infinity.
    value: value === undefined ? null : shownValue(value, unit),
    color,
  }));
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps(steps.length > 0 ? steps : [{ value: null, color: "blue" }]);
}

/** The names and colours of the states 0, 1, …; `index` keeps their order in the legend. */
function valueMappings(names: ValueNames): ValueMapping[] {
  const { MappingType } = sdk.dashboard();
  const options = Object.entries(names).map(([value, { text, color }], index) => [
    value,
    { text, color, index },
  ]);
  return [{ type: MappingType.ValueToText, options: Object.fromEntries(options) }];
}
