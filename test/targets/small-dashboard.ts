import type { PanelType } from "../../generators/language/panel.ts";
import type { DashboardModel } from "../../generators/model/dashboard-model.ts";
import type { OwnOptions, PanelModel } from "../../generators/panels/panel-model.ts";
import type { CatalogueSeries } from "../../generators/promql/series.ts";
import { place } from "./small-model.ts";
import { analysisOf } from "./small-rules.ts";

/** Lines of which their author says nothing. */
export const lines = {
  stacked: false,
  legend: {},
  tooltip: "all series",
  fill: 10,
  lineWidth: 1,
  gaps: "short ones bridged",
} as const;

/** What only panels of this type have, where a test says nothing of it. */
const own: { readonly [T in PanelType]: OwnOptions<T> } = {
  stat: {},
  gauge: {},
  "bar gauge": {},
  "time series": lines,
  "state timeline": {},
  heatmap: {},
  table: { columns: { instance: "Server" } },
  "pie chart": { shape: "pie", labels: ["percent"], legend: ["value", "percent"] },
  text: { markdown: "Words." },
  raw: { json: { type: "histogram" }, reason: "No word draws a histogram." },
};

/** A panel of one query that shows this series, with parts of it replaced. */
export function panel(series: CatalogueSeries, parts: Partial<PanelModel> = {}): PanelModel {
  return {
    id: 2,
    type: "time series",
    title: series.name,
    description: series.help,
    position: { x: 0, y: 1, width: 12, height: 8 },
    queries: [
      {
        refId: "A",
        node: { kind: "selector", metric: series.name, matchers: [] },
        expr: series.name,
        analysis: analysisOf(series),
        unit: series.unit,
        legend: undefined,
        legendMistake: undefined,
        instant: false,
        emptyMeans: undefined,
        line: undefined,
        showsLinkedAlerts: false,
        place,
      },
    ],
    unit: series.unit,
    interval: undefined,
    decimals: undefined,
    min: undefined,
    max: undefined,
    alerts: [],
    thresholds: [],
    valueNames: undefined,
    repeat: undefined,
    own: own[parts.type ?? "time series"],
    links: [],
    place,
    allow: {},
    ...parts,
  };
}

/** A dashboard of one row, with parts of it replaced. */
export function dashboard(
  panels: readonly PanelModel[],
  parts: Partial<DashboardModel> = {},
): DashboardModel {
  return {
    uid: "shop",
    service: "shop",
    title: "Shop",
    description: "How the shop does.",
    folder: "Shop",
    tags: [],
    refresh: undefined,
    last: "1h",
    variables: [],
    annotations: [],
    links: [],
    rows: [{ id: 1, title: "Overview", collapsed: false, repeatFor: undefined, y: 0, panels }],
    place,
    allow: {},
    ...parts,
  };
}
