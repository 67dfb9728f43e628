import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import type { DataSourceRef } from "@grafana/grafana-foundation-sdk/common";
import type {
  DashboardLink,
  GridPos,
  Panel,
  ThresholdsConfig,
  ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";

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
