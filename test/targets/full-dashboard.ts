import { writtenAs } from "../promql/of-text.ts";
import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import type { DashboardModel } from "../../generators/model/dashboard-model.ts";
import type { PanelModel } from "../../generators/panels/panel-model.ts";
import { filesOfEach } from "../../generators/output.ts";
import { grafanaDashboards } from "../../generators/targets/grafana/dashboards.ts";
import { dashboard, panel } from "./small-dashboard.ts";
import { place, smallModel } from "./small-model.ts";
import { analysisOf } from "./small-rules.ts";
import { orders } from "./written-panel.ts";

const types: readonly PanelModel["type"][] = [
  "stat",
  "gauge",
  "bar gauge",
  "time series",
  "state timeline",
  "heatmap",
  "table",
  "pie chart",
  "text",
];

/** A dashboard with everything: an open row with a panel of each type, and a closed one. */
export const fullDashboard: DashboardModel = dashboard([], {
  tags: ["shop"],
  refresh: "5s",
  last: "6h",
  variables: [
    {
      name: "instance",
      title: "Server",
      query: "label_values(shop_orders, instance)",
      selector: "shop_orders",
      analysis: analysisOf(),
      label: "instance",
      multiple: true,
      all: "anything",
      first: undefined,
      order: "rising",
      matching: undefined,
      hidden: false,
      place,
    },
    {
      name: "region",
      title: "Region",
      query: "label_values(shop_orders, region)",
      selector: "shop_orders",
      analysis: analysisOf(),
      label: "region",
      multiple: false,
      all: false,
      first: undefined,
      order: "rising",
      matching: undefined,
      hidden: false,
      place,
    },
  ],
  annotations: [
    {
      name: "Deployments",
      node: writtenAs("changes(shop_start[1m]) > 0"),
      expr: "changes(shop_start[1m]) > 0",
      analysis: analysisOf(),
      interval: "1m",
      color: "blue",
      text: "{{instance}} started",
      textMistake: undefined,
      place,
    },
  ],
  links: [
    { title: "Guide", url: "https://docs.example.org" },
    { title: "Detail", url: "/d/detail", time: true },
  ],
  rows: [
    {
      id: 1,
      title: "Overview",
      collapsed: false,
      repeatFor: undefined,
      y: 0,
      panels: types.map((type, index) =>
        panel(orders, { type, id: index + 2, position: { x: 0, y: 1 + 4 * index, width: 24, height: 4 } }),
      ),
    },
    {
      id: 11,
      title: "Detail",
      collapsed: true,
      repeatFor: undefined,
      y: 37,
      panels: [panel(orders, { id: 12, position: { x: 0, y: 38, width: 24, height: 8 } })],
    },
    {
      id: 13,
      title: "More",
      collapsed: false,
      repeatFor: undefined,
      y: 38,
      panels: [panel(orders, { id: 14 })],
    },
  ],
});

/** A dashboard as Grafana reads it from its file. */
export function written(model: DashboardModel): Dashboard {
  const text = filesOfEach(grafanaDashboards, smallModel({ dashboards: [model] }))[
    `grafana/dashboards/Shop/${model.uid}.json`
  ];
  return JSON.parse(text ?? "");
}
