import { createRequire } from "node:module";
import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import type { DataSourceRef } from "@grafana/grafana-foundation-sdk/common";
import type {
  DashboardLink,
  GridPos,
  Panel,
  ThresholdsConfig,
  ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";

const load = createRequire(import.meta.url);

/**
 * Grafana's Foundation SDK, a part at a time.
 *
 * It is loaded when the first dashboard asks for it, and with require(): it is a CommonJS package of hundreds of files, which
 * Node reads twice as long through import. Nothing but the panels and the target Grafana knows the SDK: it is a preview,
 * and its objects are fixed there before anybody sees them. Every builder is made anew where it is used, because build() hands out the
 * builder's own object.
 */
export const sdk = {
  common: (): typeof import("@grafana/grafana-foundation-sdk/common") =>
    load("@grafana/grafana-foundation-sdk/common"),
  dashboard: (): typeof import("@grafana/grafana-foundation-sdk/dashboard") =>
    load("@grafana/grafana-foundation-sdk/dashboard"),
  prometheus: (): typeof import("@grafana/grafana-foundation-sdk/prometheus") =>
    load("@grafana/grafana-foundation-sdk/prometheus"),
  stat: (): typeof import("@grafana/grafana-foundation-sdk/stat") =>
    load("@grafana/grafana-foundation-sdk/stat"),
  gauge: (): typeof import("@grafana/grafana-foundation-sdk/gauge") =>
    load("@grafana/grafana-foundation-sdk/gauge"),
  barGauge: (): typeof import("@grafana/grafana-foundation-sdk/bargauge") =>
    load("@grafana/grafana-foundation-sdk/bargauge"),
  timeSeries: (): typeof import("@grafana/grafana-foundation-sdk/timeseries") =>
    load("@grafana/grafana-foundation-sdk/timeseries"),
  stateTimeline: (): typeof import("@grafana/grafana-foundation-sdk/statetimeline") =>
    load("@grafana/grafana-foundation-sdk/statetimeline"),
  heatmap: (): typeof import("@grafana/grafana-foundation-sdk/heatmap") =>
    load("@grafana/grafana-foundation-sdk/heatmap"),
  table: (): typeof import("@grafana/grafana-foundation-sdk/table") =>
    load("@grafana/grafana-foundation-sdk/table"),
  pieChart: (): typeof import("@grafana/grafana-foundation-sdk/piechart") =>
    load("@grafana/grafana-foundation-sdk/piechart"),
  text: (): typeof import("@grafana/grafana-foundation-sdk/text") =>
    load("@grafana/grafana-foundation-sdk/text"),
};

/** What the SDK's builders of all panel types have in common; the SDK itself has no name for it. */
export interface PanelBuilder extends Builder<Panel> {
  id(id: number): unknown;
  title(title: string): unknown;
  description(description: string): unknown;
  gridPos(position: GridPos): unknown;
  links(links: Builder<DashboardLink>[]): unknown;
  datasource(source: DataSourceRef): unknown;
  targets(queries: Builder<Dataquery>[]): unknown;
  interval(interval: string): unknown;
  unit(unit: string): unknown;
  noValue(text: string): unknown;
  decimals(decimals: number): unknown;
  min(min: number): unknown;
  max(max: number): unknown;
  mappings(mappings: ValueMapping[]): unknown;
  thresholds(thresholds: Builder<ThresholdsConfig>): unknown;
}
