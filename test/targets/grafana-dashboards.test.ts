import { describe, expect, it } from "vitest";
import { filesOfEach } from "../../generators/output.ts";
import { grafanaDashboards } from "../../generators/targets/grafana/dashboards.ts";
import { fullDashboard, written } from "./full-dashboard.ts";
import { dashboard } from "./small-dashboard.ts";
import { smallModel } from "./small-model.ts";
import { writtenDataSource } from "./written-panel.ts";

describe("the file of a dashboard", () => {
  it("lies in a directory that is named as the folder is, which Grafana names the folder after", () => {
    const spaced = dashboard([], { folder: "Ticket shop", uid: "ticket-shop-production" });
    expect(
      Object.keys(filesOfEach(grafanaDashboards, smallModel({ dashboards: [spaced, dashboard([])] }))),
    ).toEqual([
      "grafana/dashboards/Ticket shop/ticket-shop-production.json",
      "grafana/dashboards/Shop/shop.json",
    ]);
  });

  it("of the smallest dashboard is exactly this", () => {
    const files = filesOfEach(grafanaDashboards, smallModel({ dashboards: [dashboard([])] }));
    expect(files["grafana/dashboards/Shop/shop.json"]).toBe(smallest);
  });

  it("says how the dashboard is shown", () => {
    expect(written(fullDashboard)).toMatchObject({
      title: "Shop",
      uid: "shop",
      description: "How the shop does.",
      tags: ["shop"],
      editable: false,
      graphTooltip: 1,
      timezone: "browser",
      schemaVersion: 42,
      refresh: "5s",
      time: { from: "now-6h", to: "now" },
    });
  });

  it("chooses its data source first, which is ours until somebody chooses another", () => {
    expect(written(fullDashboard).templating.list?.[0]).toEqual({
      type: "datasource",
      name: "datasource",
      label: "Data source",
      query: "prometheus",
      current: { selected: true, text: "Prometheus", value: "prometheus" },
      multi: false,
      includeAll: false,
      skipUrlSync: false,
      allowCustomValue: true,
      auto: false,
      auto_min: "10s",
      auto_count: 30,
    });
  });

  it("has variables that are asked again when the time changes", () => {
    const common = {
      type: "query",
      skipUrlSync: false,
      allowCustomValue: true,
      auto: false,
      auto_min: "10s",
      auto_count: 30,
      datasource: writtenDataSource,
      refresh: 2,
      sort: 7,
    };
    expect(written(fullDashboard).templating.list?.slice(1)).toEqual([
      {
        ...common,
        name: "instance",
        label: "Server",
        definition: "label_values(shop_orders, instance)",
        query: {
          qryType: 1,
          query: "label_values(shop_orders, instance)",
          refId: "PrometheusVariableQueryEditor-VariableQuery",
        },
        multi: true,
        includeAll: true,
        allValue: ".*",
        current: { selected: true, text: ["All"], value: ["$__all"] },
      },
      {
        ...common,
        name: "region",
        label: "Region",
        definition: "label_values(shop_orders, region)",
        query: {
          qryType: 1,
          query: "label_values(shop_orders, region)",
          refId: "PrometheusVariableQueryEditor-VariableQuery",
        },
        multi: false,
        includeAll: false,
      },
    ]);
  });

  it("has its annotations after those that people set by hand", () => {
    expect(written(fullDashboard).annotations.list).toEqual([
      {
        name: "Annotations & Alerts",
        builtIn: 1,
        type: "dashboard",
        datasource: { type: "grafana", uid: "-- Grafana --" },
        enable: true,
        hide: true,
        iconColor: "rgba(0, 211, 255, 1)",
      },
      {
        name: "Deployments",
        builtIn: 0,
        datasource: writtenDataSource,
        enable: true,
        hide: false,
        iconColor: "blue",
        target: {
          refId: "Anno",
          datasource: writtenDataSource,
          expr: "changes(shop_start[1m]) > 0",
          editorMode: "code",
          range: true,
          instant: false,
          // Its job is scraped more seldom than the others, and $__rate_interval is four of its scrapes at least.
          interval: "1m",
        },
        titleFormat: "Deployments",
        textFormat: "{{instance}} started",
      },
    ]);
  });

  it("has links; one to another dashboard takes time and variables along", () => {
    const common = { type: "link", tooltip: "", tags: [], asDropdown: false };
    expect(written(fullDashboard).links).toEqual([
      {
        ...common,
        title: "Guide",
        icon: "external link",
        url: "https://docs.example.org",
        keepTime: false,
        includeVars: false,
        targetBlank: true,
      },
      {
        ...common,
        title: "Detail",
        icon: "dashboard",
        url: "/d/detail",
        keepTime: true,
        includeVars: true,
        targetBlank: false,
      },
    ]);
  });

  it("has a closed row that holds its panels, and goes on right below its heading", () => {
    const shown = written(fullDashboard).panels?.map((item) => ({
      id: item.id,
      y: item.gridPos?.y,
      holds: "panels" in item ? item.panels.map(({ id }) => id) : [],
    }));
    expect(shown?.filter(({ id }) => id === 1 || (id ?? 0) >= 10)).toEqual([
      { id: 1, y: 0, holds: [] },
      { id: 10, y: 33, holds: [] },
      { id: 11, y: 37, holds: [12] },
      { id: 13, y: 38, holds: [] },
      { id: 14, y: 1, holds: [] },
    ]);
  });
});

const smallest = `{
  "title": "Shop",
  "uid": "shop",
  "description": "How the shop does.",
  "timezone": "browser",
  "editable": false,
  "graphTooltip": 1,
  "fiscalYearStartMonth": 0,
  "schemaVersion": 42,
  "templating": {
    "list": [
      {
        "type": "datasource",
        "name": "datasource",
        "skipUrlSync": false,
        "multi": false,
        "allowCustomValue": true,
        "includeAll": false,
        "auto": false,
        "auto_min": "10s",
        "auto_count": 30,
        "label": "Data source",
        "query": "prometheus",
        "current": {
          "selected": true,
          "text": "Prometheus",
          "value": "prometheus"
        }
      }
    ]
  },
  "annotations": {
    "list": [
      {
        "name": "Annotations & Alerts",
        "enable": true,
        "hide": true,
        "iconColor": "rgba(0, 211, 255, 1)",
        "builtIn": 1,
        "datasource": {
          "type": "grafana",
          "uid": "-- Grafana --"
        },
        "type": "dashboard"
      }
    ]
  },
  "tags": [],
  "time": {
    "from": "now-1h",
    "to": "now"
  },
  "links": [],
  "panels": [
    {
      "type": "row",
      "collapsed": false,
      "id": 1,
      "panels": [],
      "title": "Overview",
      "gridPos": {
        "x": 0,
        "y": 0,
        "w": 24,
        "h": 1
      }
    }
  ]
}
`;
