import { describe, expect, test } from "vitest";
import { readDashboards } from "../../../generators/import/dashboards/read-dashboards.ts";

const text = (value: unknown) => JSON.stringify(value, undefined, 2);
const read = (spec: object, apiVersion = "dashboard.grafana.app/v2beta1") => {
  const resource = { apiVersion, kind: "Dashboard", metadata: { name: "shop" }, spec };
  const [dashboard] = readDashboards([{ path: "shop.json", text: text(resource) }]).dashboards;
  return { dashboard, lines: text(resource).split("\n") };
};

const query = {
  kind: "PanelQuery",
  spec: {
    refId: "A",
    hidden: true,
    query: {
      kind: "DataQuery",
      group: "prometheus",
      version: "v0",
      datasource: { name: "${DS_PROMETHEUS}" },
      spec: { expr: "shop_seats", legendFormat: "now" },
    },
  },
};
const panelNamed = (title: string) => ({
  kind: "Panel",
  spec: {
    id: 1,
    title,
    description: "For a test.",
    links: [],
    data: {
      kind: "QueryGroup",
      spec: {
        queries: [query],
        transformations: [{ kind: "organize", spec: { id: "organize", options: { indexByName: {} } } }],
        queryOptions: { interval: "1m" },
      },
    },
    vizConfig: {
      kind: "VizConfig",
      group: "stat",
      spec: { options: { graphMode: "none" }, fieldConfig: {} },
    },
  },
});
const elements = { seats: panelNamed("Seats"), orders: panelNamed("Orders") };
const item = (name: string, place: object, others: object = {}) => ({
  kind: "GridLayoutItem",
  spec: { ...place, element: { kind: "ElementReference", name }, ...others },
});
const grid = (...items: readonly object[]) => ({ kind: "GridLayout", spec: { items } });
const place = { x: 0, y: 0, width: 6, height: 4 };

describe("a resource of v2", () => {
  const repeat = { mode: "variable", value: "hall" };
  const spec = {
    title: "Shop",
    description: "What is sold.",
    tags: ["shop"],
    timeSettings: { from: "now-1h", to: "now", autoRefresh: "30s" },
    variables: [
      {
        kind: "QueryVariable",
        spec: {
          name: "hall",
          label: "Hall",
          multi: true,
          query: {
            kind: "DataQuery",
            group: "prometheus",
            spec: { query: "label_values(shop_seats, hall)" },
          },
        },
      },
      { kind: "DatasourceVariable", spec: { name: "source", pluginId: "prometheus" } },
    ],
    elements,
    layout: grid(
      item("seats", place, { repeat }),
      item("orders", { ...place, x: 6 }),
      item("nothing", place),
    ),
  };
  const { dashboard, lines } = read(spec);

  test("is read with what it is about", () => {
    expect(dashboard).toMatchObject({
      uid: "shop",
      title: "Shop",
      description: "What is sold.",
      tags: ["shop"],
      from: "now-1h",
      refresh: "30s",
    });
  });

  test("has the panels that its layout names, in their places", () => {
    const [row, ...others] = dashboard?.rows ?? [];
    expect(others).toEqual([]);
    expect(row?.panels.map(({ title, position, repeat: by }) => ({ title, position, by }))).toEqual([
      { title: "Seats", position: place, by: "hall" },
      { title: "Orders", position: { ...place, x: 6 }, by: undefined },
    ]);
  });

  test("has panels as classic ones are", () => {
    expect(dashboard?.rows[0]?.panels[0]).toEqual({
      type: "stat",
      title: "Seats",
      description: "For a test.",
      position: place,
      queries: [
        {
          refId: "A",
          expr: "shop_seats",
          json: {
            datasource: { type: "prometheus", uid: "${DS_PROMETHEUS}" },
            hide: true,
            legendFormat: "now",
          },
        },
      ],
      repeat: "hall",
      libraryPanel: undefined,
      json: {
        options: { graphMode: "none" },
        fieldConfig: {},
        links: [],
        transformations: [{ id: "organize", options: { indexByName: {} } }],
        interval: "1m",
      },
      place: { file: "shop.json", line: lines.indexOf('      "seats": {') + 1 },
    });
  });

  test("has variables as classic ones are", () => {
    expect(dashboard?.variables).toMatchObject([
      {
        name: "hall",
        type: "query",
        title: "Hall",
        query: "label_values(shop_seats, hall)",
        json: { multi: true },
      },
      { name: "source", type: "datasource", title: "source", query: "prometheus" },
    ]);
    expect(dashboard?.variables[0]?.place.line).toBe(lines.indexOf('        "kind": "QueryVariable",'));
  });
});

describe("the layout of a resource", () => {
  const rowsOf = (layout: object) =>
    read({ title: "Shop", elements, layout }).dashboard?.rows.map(({ title, collapsed, repeat, panels }) => [
      title,
      collapsed,
      repeat,
      ...panels.map((panel) => `${panel.title} ${Object.values(panel.position).join(",")}`),
    ]);

  test("may be rows, below each other", () => {
    const row = (title: string, name: string, others: object = {}) => ({
      kind: "RowsLayoutRow",
      spec: { title, layout: grid(item(name, place)), ...others },
    });
    const rows = [
      row("Now", "seats"),
      row("Each", "orders", { collapse: true, repeat: { mode: "variable", value: "hall" } }),
    ];
    expect(rowsOf({ kind: "RowsLayout", spec: { rows } })).toEqual([
      ["Now", false, undefined, "Seats 0,1,6,4"],
      ["Each", true, "hall", "Orders 0,6,6,4"],
    ]);
  });

  test("may be tabs, which are read as rows", () => {
    const tabs = [{ kind: "TabsLayoutTab", spec: { title: "Now", layout: grid(item("seats", place)) } }];
    expect(rowsOf({ kind: "TabsLayout", spec: { tabs } })).toEqual([
      ["Now", false, undefined, "Seats 0,1,6,4"],
    ]);
  });

  test("may lay panels out by itself", () => {
    const items = ["seats", "orders", "seats"].map((name) => ({
      kind: "AutoGridLayoutItem",
      spec: { element: { kind: "ElementReference", name } },
    }));
    expect(rowsOf({ kind: "AutoGridLayout", spec: { maxColumnCount: 2, items } })).toEqual([
      ["", false, undefined, "Seats 0,0,12,8", "Orders 12,0,12,8", "Seats 0,8,12,8"],
    ]);
  });
});

test("until v2beta1 the kind of a query and of what draws is the plugin", () => {
  const { spec } = panelNamed("Seats");
  const inner = { kind: "prometheus", spec: { expr: "up" } };
  const asked = { kind: "PanelQuery", spec: { refId: "A", datasource: { uid: "PBFA97" }, query: inner } };
  const element = {
    kind: "Panel",
    spec: {
      ...spec,
      vizConfig: { kind: "stat", spec: { options: {} } },
      data: { kind: "QueryGroup", spec: { queries: [asked] } },
    },
  };
  const layout = grid(item("seats", place));
  const { dashboard } = read(
    { title: "Shop", elements: { seats: element }, layout },
    "dashboard.grafana.app/v2alpha1",
  );
  expect(dashboard?.rows[0]?.panels[0]).toMatchObject({
    type: "stat",
    queries: [{ expr: "up", json: { datasource: { type: "prometheus", uid: "PBFA97" } } }],
  });
});

test("an element that is a library panel is known by its uid", () => {
  const shared = {
    kind: "LibraryPanel",
    spec: { title: "Shared", libraryPanel: { uid: "abc", name: "Shared" } },
  };
  const { dashboard } = read({ title: "Shop", elements: { shared }, layout: grid(item("shared", place)) });
  expect(dashboard?.rows[0]?.panels[0]).toMatchObject({ title: "Shared", libraryPanel: "abc" });
});
