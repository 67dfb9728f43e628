import { describe, expect, test } from "vitest";
import { readDashboards } from "../../../generators/import/dashboards/read-dashboards.ts";

const read = (text: string, path = "shop.json") => readDashboards([{ path, text }]);
const json = (value: unknown) => JSON.stringify(value, undefined, 2);

const prometheus = { type: "prometheus", uid: "${DS_PROMETHEUS}" };
const orders = {
  id: 2,
  type: "timeseries",
  title: "Orders",
  description: "Orders per second.",
  gridPos: { x: 12, y: 1, w: 12, h: 8 },
  datasource: prometheus,
  repeat: "hall",
  targets: [
    { expr: "sum(rate(shop_orders_total[5m]))", legendFormat: "now" },
    { refId: "A", expr: "shop_seats", instant: true },
  ],
  options: { legend: { showLegend: false } },
};
const hall = {
  name: "hall",
  type: "query",
  label: "Hall",
  query: { query: "label_values(shop_seats, hall)", refId: "x" },
  multi: true,
};
const classic = {
  uid: "shop",
  title: "Shop",
  tags: ["shop"],
  time: { from: "now-1h", to: "now" },
  refresh: "30s",
  templating: { list: [hall] },
  panels: [
    { type: "text", title: "Words", gridPos: { x: 0, y: 0, w: 24, h: 1 } },
    { type: "row", title: "Sales", collapsed: false, gridPos: { x: 0, y: 1, w: 24, h: 1 }, panels: [] },
    orders,
    { type: "row", title: "Halls", collapsed: true, repeat: "hall", panels: [{ ...orders, title: "Seats" }] },
  ],
};

const ordersRead = {
  type: "timeseries",
  title: "Orders",
  description: "Orders per second.",
  position: { x: 12, y: 1, width: 12, height: 8 },
  queries: [
    { refId: "B", expr: "sum(rate(shop_orders_total[5m]))", json: { legendFormat: "now" } },
    { refId: "A", expr: "shop_seats", json: { instant: true } },
  ],
  repeat: "hall",
  libraryPanel: undefined,
  json: { datasource: prometheus, options: { legend: { showLegend: false } } },
};

describe("a classic dashboard", () => {
  const [dashboard] = read(json(classic)).dashboards;

  test("is read with what it is about", () => {
    expect(dashboard).toMatchObject({
      uid: "shop",
      title: "Shop",
      description: "",
      tags: ["shop"],
      from: "now-1h",
      refresh: "30s",
      place: { file: "shop.json", line: 1 },
    });
  });

  test("has rows, the panels above the first in one without a title", () => {
    const rows = dashboard?.rows.map(({ panels, ...row }) => ({
      ...row,
      panels: panels.map(({ title }) => title),
    }));
    expect(rows).toEqual([
      { title: "", collapsed: false, repeat: undefined, panels: ["Words"] },
      { title: "Sales", collapsed: false, repeat: undefined, panels: ["Orders"] },
      { title: "Halls", collapsed: true, repeat: "hall", panels: ["Seats"] },
    ]);
  });

  test("has panels with their queries, named as Grafana does, and all else as it was", () => {
    const [panel] = dashboard?.rows[1]?.panels ?? [];
    const line = json(classic).split("\n").indexOf('      "id": 2,');
    expect(panel).toEqual({ ...ordersRead, place: { file: "shop.json", line } });
  });

  test("has variables", () => {
    const variable = {
      name: "hall",
      type: "query",
      title: "Hall",
      query: "label_values(shop_seats, hall)",
      json: { multi: true },
      place: { file: "shop.json", line: json(classic).split("\n").indexOf('        "name": "hall",') },
    };
    expect(dashboard?.variables).toEqual([variable]);
    const bare = {
      ...classic,
      templating: { list: [{ ...hall, label: null, query: "label_values(hall)" }] },
    };
    expect(read(json(bare)).dashboards[0]?.variables[0]).toMatchObject({
      title: "hall",
      query: "label_values(hall)",
    });
  });
});

test("a dashboard of Grafana before 5 has rows whose panels flow, and plugins that are others today", () => {
  const graph = { type: "graph", title: "Orders", span: 8, targets: [{ expr: "up" }] };
  const number = { type: "singlestat", title: "Seats", span: 4, targets: [] };
  const rows = [
    { title: "Sales", height: "240px", panels: [graph, number, { ...graph, height: 60 }] },
    { title: "Hidden", showTitle: false, collapse: true, height: 300, panels: [graph] },
    { title: "Last", panels: [number] },
  ];
  const [dashboard] = read(json({ title: "Shop", rows })).dashboards;
  const placed = dashboard?.rows.map(({ title, collapsed, panels }) => [
    title,
    collapsed,
    ...panels.map(({ type, position: { x, y, width, height } }) => `${type} ${x},${y} ${width}x${height}`),
  ]);
  expect(placed).toEqual([
    ["Sales", false, "timeseries 0,1 16x8", "stat 16,1 8x8", "timeseries 0,9 16x2"],
    ["", true, "timeseries 0,12 16x10"],
    ["Last", false, "stat 0,13 8x9"],
  ]);
});

describe("what a query asks", () => {
  const asked = (datasource: unknown, ofPanel?: unknown) => {
    const panel = { ...orders, datasource: ofPanel, targets: [{ refId: "A", expr: "up", datasource }] };
    const [dashboard] = read(json({ title: "Shop", panels: [panel] })).dashboards;
    return dashboard?.rows[0]?.panels[0]?.queries[0]?.expr;
  };

  test("is PromQL where its source, or that of its panel, is a Prometheus or nobody says", () => {
    for (const source of [undefined, null, "$datasource", "Prometheus", prometheus, { uid: "PBFA97" }]) {
      expect(asked(source)).toBe("up");
    }
    expect(asked(undefined, prometheus)).toBe("up");
    expect(asked(prometheus, { type: "datasource", uid: "-- Mixed --" })).toBe("up");
    expect(asked(undefined, { type: "datasource", uid: "-- Mixed --" })).toBe("up");
  });

  test("is something else of another", () => {
    expect(asked({ type: "loki", uid: "logs" })).toBeUndefined();
    expect(asked("Loki")).toBeUndefined();
    expect(asked(undefined, { type: "loki", uid: "logs" })).toBeUndefined();
  });
});

test("a library panel is known by its uid", () => {
  const panel = {
    title: "Shared",
    gridPos: { x: 0, y: 0, w: 6, h: 4 },
    libraryPanel: { uid: "abc", name: "Shared" },
  };
  const [dashboard] = read(json({ title: "Shop", panels: [panel] })).dashboards;
  expect(dashboard?.rows[0]?.panels[0]).toMatchObject({ type: "", libraryPanel: "abc", queries: [] });
});
