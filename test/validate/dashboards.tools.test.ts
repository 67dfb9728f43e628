import { describe, expect, test } from "vitest";
import { dashboardQueries } from "../../generators/targets/grafana/validators/dashboard-queries.ts";
import { dashboardsShape } from "../../generators/targets/grafana/validators/dashboards-shape.ts";
import type { PanelJson } from "../../generators/language/panel-json.ts";
import { schemaChecker } from "../../scripts/validate/runners/schema-checker.ts";
import { dashboardSchema } from "../../generators/targets/grafana/schema/dashboard.ts";
import { fullDashboard, written } from "../targets/full-dashboard.ts";
import { dashboard, panel } from "../targets/small-dashboard.ts";
import { gaugeSeries } from "../targets/small-rules.ts";
import { placeOf, problemAt, problemsOfShop, replace, shopFiles, type Changes } from "./shop-subject.ts";

const problemsOf = problemsOfShop();

const path = "grafana/dashboards/The Shop/shop.json";
const requests = placeOf("dashboards.ts", "query(http.shop_requests_total");
const requestsPanel = placeOf("dashboards.ts", "timeSeries({");
const stock = placeOf("dashboards.ts", "gaugePanel({");
const shop = placeOf("dashboards.ts", "export const shopDashboard");

describe("dashboard queries: what is refused, and where", () => {
  test.each<[string, Changes, ...unknown[]]>([
    [
      "broken PromQL",
      { [path]: replace("sum by (status) (", "sum by (status) ((") },
      problemAt(
        requests,
        'panel "Request rate", query A: ',
        "unclosed left parenthesis",
        "(dashboard-queries)",
      ),
    ],
    [
      "a variable that the dashboard does not have",
      { [path]: (text) => text.replace(/(sum by \(status\).*?)\$__rate_interval/, "$1$$rate_interval") },
      problemAt(requests, 'panel "Request rate", query A uses the variable $rate_interval'),
    ],
    [
      "a broken annotation",
      { [path]: replace("changes(shop_started_seconds", "change(shop_started_seconds") },
      problemAt(placeOf("dashboards.ts", 'annotation("Starts"'), 'annotation "Starts": ', "change"),
    ],
    [
      "a broken variable",
      { [path]: replace('"query": "label_values(up{', '"query": "label_values(up{{') },
      problemAt(placeOf("dashboards.ts", 'variable("instance"'), 'variable "instance": '),
    ],
  ])("%s", async (_what, changes, ...expected) => {
    expect(await problemsOf(dashboardQueries, changes)).toEqual(expected);
  });
});

interface Written extends Record<string, unknown> {
  readonly panels?: readonly Written[];
}

/** The dashboard with one of its panels changed, found by its title. */
function panelChanged(title: string, change: (panel: Record<string, unknown>) => void): Changes {
  return {
    [path]: (text) => {
      const data: { readonly panels: readonly Written[] } = JSON.parse(text);
      const all = data.panels.flatMap((one) => [one, ...(one.panels ?? [])]);
      const found = all.find((one) => one["title"] === title);
      if (!found) throw new Error(`there is no panel ${title}`);
      change(found);
      return JSON.stringify(data, undefined, 2);
    },
  };
}

/** One change after the other. */
function bothChanged(...changes: readonly Changes[]): Changes {
  return { [path]: (text) => changes.reduce((changed, one) => one[path]?.(changed) ?? changed, text) };
}

describe("dashboards: what is refused, and where", () => {
  test.each<[string, Changes, ...unknown[]]>([
    [
      "an unknown option of a panel",
      panelChanged("Stock", (one) => Object.assign(one["options"] ?? {}, { showThresholds: true })),
      problemAt(
        stock,
        `out/${path}:`,
        'panels[3].options has the unknown key "showThresholds" (dashboards-shape)',
      ),
    ],
    [
      "an unknown option of a panel in a closed row",
      panelChanged("Request rate", (one) => Object.assign(one, { nullPointMode: "null" })),
      problemAt(requestsPanel, `out/${path}:`, 'panels[6].panels[0] has the unknown key "nullPointMode"'),
    ],
    [
      "an unknown type of panel",
      panelChanged("Stock", (one) => Object.assign(one, { type: "graph" })),
      problemAt(stock, 'panels[3] has an unknown type: "graph"'),
    ],
    [
      "a placeholder of an import by hand",
      { [path]: replace("{", '{ "__inputs": [],') },
      problemAt(shop, `out/${path}:1: the file has the unknown key "__inputs"`),
    ],
    [
      "two panels of one id",
      bothChanged(
        panelChanged("API", (one) => Object.assign(one, { id: 2 })),
        panelChanged("Stock", (one) => Object.assign(one, { id: 2 })),
      ),
      problemAt(stock, 'panel "Stock" has the id 2, as panel "API" has'),
    ],
    [
      "panels that overlap",
      panelChanged("Stock", (one) => Object.assign(one["gridPos"] ?? {}, { x: 1 })),
      problemAt(stock, 'panel "Stock" overlaps panel "API"'),
      problemAt(stock, 'panel "Stock" overlaps panel "Started"'),
    ],
    [
      "two queries of one letter",
      panelChanged("Request rate", (one) => Object.assign(one, { targets: [...list(one), ...list(one)] })),
      problemAt(requestsPanel, 'panel "Request rate" has several queries A'),
    ],
    [
      "a data source that is not provisioned",
      { [path]: (text) => text.replaceAll('"uid": "${datasource}"', '"uid": "prom"') },
      problemAt(shop, 'there is no data source "prom" in grafana/provisioning/datasources'),
    ],
    [
      "a choice of data sources that begins with one that is not provisioned",
      { [path]: (text) => text.replace('"value": "prometheus"', '"value": "prom"') },
      problemAt(shop, 'there is no data source "prom" in grafana/provisioning/datasources'),
    ],
    [
      "a data source by a variable that the dashboard does not have",
      { [path]: (text) => text.replaceAll('"uid": "${datasource}"', '"uid": "${source}"') },
      problemAt(shop, 'there is no data source "${source}" in grafana/provisioning/datasources'),
    ],
    [
      "two dashboards of one uid",
      { "grafana/dashboards/A/shop.json": () => shopFiles[path] ?? "" },
      problemAt(shop, `out/${path}:`, 'uid is "shop", as in out/grafana/dashboards/A/shop.json'),
    ],
    ["no JSON", { [path]: () => "{" }, problemAt(`out/${path}:1`, "JSON", "(dashboards-shape)")],
  ])("%s", async (_what, changes, ...expected) => {
    expect(await problemsOf(dashboardsShape, changes)).toEqual(expected);
  });
});

function list(one: Record<string, unknown>): unknown[] {
  return Array.isArray(one["targets"]) ? one["targets"] : [];
}

test("every type of panel has the shape that is asked for", () => {
  expect(schemaChecker(dashboardSchema([]))(written(fullDashboard))).toEqual([]);
});

test("variables with everything have the shape that is asked for", () => {
  const [several, one] = fullDashboard.variables;
  if (!several || !one) throw new Error("there are no variables");
  const offered = { order: "falling", matching: "/^a-(.+)/i", hidden: true, first: "a-1" } as const;
  const variables = [
    { ...several, ...offered, all: "some value" },
    { ...one, ...offered },
    { ...one, all: "anything" },
    { ...one, all: "what is offered" },
  ] as const;
  expect(schemaChecker(dashboardSchema([]))(written({ ...fullDashboard, variables }))).toEqual([]);
});

test("a table with everything has the shape that is asked for", () => {
  const link = { title: "There", url: "/d/there?var-server=${__data.fields.Server}" };
  const columns = {
    instance: { title: "Server", width: 90, link },
    Value: { title: "Seconds", unit: "ratio", decimals: 1 },
  };
  const thresholds = [{ value: undefined, color: "green" }];
  const table = panel(gaugeSeries("shop_seconds"), { type: "table", own: { columns }, thresholds });
  expect(schemaChecker(dashboardSchema([]))(written(dashboard([table])))).toEqual([]);
});

test("lines with everything have the shape that is asked for", () => {
  const line = {
    color: "red",
    dashed: true,
    width: 2,
    fill: 0,
    below: true,
    axis: "right",
    stacked: false,
    inLegend: false,
  } as const;
  const seconds = panel(gaugeSeries("shop_seconds"));
  const queries = seconds.queries.map((one) => ({ ...one, line }));
  expect(schemaChecker(dashboardSchema([]))(written(dashboard([{ ...seconds, queries }])))).toEqual([]);
});

test("panels and rows that are repeated have the shape that is asked for", () => {
  const repeat = { variable: "region", direction: "across", perRow: 4 } as const;
  const rows = fullDashboard.rows.map((row) => ({
    ...row,
    repeatFor: "region",
    panels: row.panels.map((one) => ({ ...one, repeat })),
  }));
  expect(schemaChecker(dashboardSchema([]))(written({ ...fullDashboard, rows }))).toEqual([]);
});

describe("a panel of JSON", () => {
  const fileOf = (json: PanelJson) => {
    const own = { json, reason: "No word draws a histogram." };
    return written(dashboard([panel(gaugeSeries("shop_seconds"), { type: "raw", id: 7, own })]));
  };
  const options = { bucketCount: 30 };

  test("has the shape that Grafana gives all panels, with options that only their plugin knows", () => {
    const file = fileOf({
      type: "histogram",
      options,
      fieldConfig: { defaults: { unit: "s" }, overrides: [] },
    });
    expect(schemaChecker(dashboardSchema([7]))(file)).toEqual([]);
  });

  test("with what Grafana does not know is refused", () => {
    expect(schemaChecker(dashboardSchema([7]))(fileOf({ type: "histogram", nullPointMode: "null" }))).toEqual(
      [{ path: ["panels", "1"], message: expect.stringContaining('unknown key "nullPointMode"') }],
    );
  });

  test("is refused in the place of another", () => {
    expect(schemaChecker(dashboardSchema([8]))(fileOf({ type: "histogram", options }))).toEqual([
      expect.objectContaining({ message: expect.stringContaining('"histogram"') }),
    ]);
  });
});

test("a heatmap and a pie with everything have the shape that is asked for", () => {
  const all = { decimals: 1, interval: "1m" } as const;
  const heatmap = panel(gaugeSeries("shop_seconds"), { type: "heatmap", ...all, min: 0 });
  const own = { shape: "donut", labels: ["name", "value", "percent"], legend: [] } as const;
  const donut = panel(gaugeSeries("shop_seconds"), { type: "pie chart", ...all, own });
  expect(schemaChecker(dashboardSchema([]))(written(dashboard([heatmap, donut])))).toEqual([]);
});

test("a pie with thresholds, which Grafana would not show, is refused", () => {
  const file = written(dashboard([panel(gaugeSeries("shop_seconds"), { type: "pie chart" })]));
  const changed: unknown = JSON.parse(
    JSON.stringify(file).replace('"unit":', '"thresholds":{"mode":"absolute","steps":[]},"unit":'),
  );
  expect(schemaChecker(dashboardSchema([]))(changed)).toEqual([
    {
      path: ["panels", "1", "fieldConfig", "defaults"],
      message: expect.stringContaining('unknown key "thresholds"'),
    },
  ]);
});
