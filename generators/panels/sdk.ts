import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import type { DataSourceRef } from "@grafana/grafana-foundation-sdk/common";
import type {
  DashboardLink,
  GridPos,
  Panel,
  ThresholdsConfig,
  ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";
import sdkParts from "./sdk-parts.cjs";

/**
 * Grafana's Foundation SDK, a part at a time.
 *
 * It is loaded when the first dashboard asks for it, and with require(): it is a CommonJS package of hundreds of files, which
 * Node reads twice as long through import. Nothing but the panels and the target Grafana knows the SDK: it is a preview,
 * and its objects are fixed there before anybody sees them. Every builder is made anew where it is used, because build() hands out the
 * builder's own object.
 */
export const sdk = sdkParts;

/** What the SDK's builders of all panel types have in common; the SDK itself has no name for it. */
export interface PanelBuilder extends Builder<Panel> {
  id(id: number): unknown;
  title(title: string): unknown;
  description(description: string): unknown;
  gridPos(position: GridPos): unknown;
  repeat(variable: string): unknown;
  repeatDirection(direction: "h" | "v"): unknown;
  maxPerRow(most: number): unknown;
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
