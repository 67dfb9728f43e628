import type { Panel, QueryPanel, TextPanel } from "../../language/panel.ts";
import type { GridPosition, PanelModel, QueryModel } from "../dashboard-model.ts";
import type { DashboardSources } from "./dashboard-sources.ts";
import { isAlert, regionsOfAlert, regionsOfLine } from "./panel-thresholds.ts";
import type { Narrowed } from "./resolve-expression.ts";
import { resolveQueries } from "./resolve-queries.ts";
import { slowestInterval } from "./slowest-interval.ts";
import { thresholdSteps } from "./threshold-steps.ts";

/** Where a panel stands in its dashboard. */
interface Placed {
  readonly id: number;
  readonly position: GridPosition;
}

/** A panel with everything that its author left out. */
export function resolvePanel(
  panel: Panel,
  placed: Placed,
  narrowed: Narrowed,
  sources: DashboardSources,
): PanelModel {
  const { type, title, description, links = [], place, allow = {} } = panel;
  const own = panel.type === "text" ? textPanel(panel) : queryPanel(panel, narrowed, sources);
  return { ...placed, type, title, description, ...own, links, place, allow };
}

type OwnFacts = Omit<
  PanelModel,
  "id" | "position" | "type" | "title" | "description" | "links" | "place" | "allow"
>;

function textPanel({ markdown }: TextPanel): OwnFacts {
  return { ...nothingToDraw, markdown };
}

function queryPanel(panel: QueryPanel, narrowed: Narrowed, sources: DashboardSources): OwnFacts {
  const queries = resolveQueries(panel, narrowed);
  const unit = panel.unit ?? unitOfQueries(queries, panel.type);
  return {
    ...nothingToDraw,
    queries,
    unit,
    ...thresholdsOf(panel, unit, sources),
    interval: slowestInterval(queries, sources.jobs, sources.platform),
    decimals: panel.decimals,
    min: panel.min,
    max: panel.max,
    valueNames: panel.valueNames,
    stacked: panel.type === "time series" && (panel.stacked ?? false),
    columns: panel.type === "table" ? panel.columns : undefined,
  };
}

/** The first unit that is known: when there are several, the author must say which one the panel has. */
function unitOfQueries(queries: readonly QueryModel[], type: QueryPanel["type"]): string {
  // The axis of a heatmap is what was observed; the cells count observations.
  const units = queries.map(({ analysis, unit }) => (type === "heatmap" ? analysis.type.observed : unit));
  return units.find((unit) => unit !== undefined && unit !== "none") ?? "none";
}

function thresholdsOf(panel: QueryPanel, unit: string, { alertOf }: DashboardSources) {
  const written = panel.thresholds ?? [];
  const alerts = written.flatMap((threshold) => (isAlert(threshold) ? (alertOf(threshold) ?? []) : []));
  const lines = written.flatMap((threshold) => (isAlert(threshold) ? [] : threshold));
  const regions = [
    ...alerts.flatMap((alert) => regionsOfAlert(alert, unit)),
    ...lines.flatMap((line) => regionsOfLine(line, unit)),
  ];
  return { alerts, thresholds: thresholdSteps(regions) };
}

const nothingToDraw: OwnFacts = {
  queries: [],
  unit: undefined,
  interval: undefined,
  decimals: undefined,
  min: undefined,
  max: undefined,
  alerts: [],
  thresholds: [],
  valueNames: undefined,
  stacked: false,
  columns: undefined,
  markdown: undefined,
};
