import { query, rawPanel, variable } from "signalbox";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import type { PanelJson } from "../../generators/language/panel-json.ts";
import type { Panel } from "../../generators/language/panel.ts";
import { definitionsWith, problemsOf } from "../checks/small-definitions.ts";
import { api, dashboardWith, orderRate } from "../checks/small-shop.ts";

const words = {
  title: "Waiting",
  description: "How long people wait.",
  reason: "No word draws a histogram.",
};
const ours = { type: "prometheus", uid: "${datasource}" };
const loki = { type: "loki", uid: "logs" };

/** A panel as it stands in the file of its dashboard. */
function built(panel: Panel, parts: Partial<ReturnType<typeof dashboardWith>> = {}): unknown {
  const dashboard = { ...dashboardWith(panel), ...parts };
  const { files, problems } = compile(definitionsWith({ dashboards: { dashboard } }));
  expect(problems).toEqual([]);
  const file: { panels: unknown[] } = JSON.parse(files["grafana/dashboards/Shop/shop-more.json"] ?? "");
  return file.panels[1];
}

const ofJson = (json: PanelJson) => built(rawPanel({ ...words, json }));
const asked = { refId: "A", datasource: ours, expr: "instance:shop_orders:rate5m" };

describe("a panel as JSON", () => {
  test("is what Grafana knows of it, with what its author says beside it", () => {
    const json = { type: "histogram", options: { bucketCount: 30 }, transparent: true };
    expect(
      built(
        rawPanel({
          ...words,
          json,
          width: 6,
          links: [{ title: "Guide", url: "https://docs.shop.internal" }],
        }),
      ),
    ).toEqual({
      type: "histogram",
      id: expect.any(Number),
      title: "Waiting",
      description: "How long people wait.",
      gridPos: { x: 0, y: 1, w: 6, h: 8 },
      links: [expect.objectContaining({ title: "Guide", url: "https://docs.shop.internal" })],
      datasource: ours,
      targets: [],
      options: { bucketCount: 30 },
    });
  });

  test("asks the data source that the dashboard chooses, by whatever name its author's Grafana has it", () => {
    const sources = [
      "${DS_PROMETHEUS}",
      "$datasource",
      { uid: "${DS_PROM}" },
      { type: "prometheus", uid: "PBFA97" },
    ];
    for (const datasource of [undefined, null, "", ...sources]) {
      const targets = [{ refId: "A", expr: asked.expr, datasource }];
      expect(ofJson({ type: "histogram", datasource, targets })).toMatchObject({
        datasource: ours,
        targets: [asked],
      });
    }
  });

  test("leaves other data sources alone, of the panel and of a query", () => {
    const lines = { refId: "A", datasource: loki, expr: '{job="shop"} |= "wait"' };
    const mixed = { type: "datasource", uid: "-- Mixed --" };
    const targets = [lines, { ...asked, refId: "B" }];
    expect(ofJson({ type: "logs", datasource: mixed, targets })).toMatchObject({
      datasource: mixed,
      targets,
    });
    const { datasource: _, ...ofPanel } = lines;
    expect(ofJson({ type: "logs", datasource: loki, targets: [ofPanel] })).toMatchObject({
      datasource: loki,
      targets: [ofPanel],
    });
  });

  test("keeps what its queries say besides", () => {
    const said = {
      legendFormat: "{{instance}}",
      format: "table",
      interval: "1m",
      exemplar: true,
      range: true,
    };
    const targets = [{ refId: "A", expr: asked.expr, ...said, instant: true }];
    expect(ofJson({ type: "histogram", targets })).toMatchObject({
      targets: [{ ...asked, ...said, instant: true, editorMode: "code" }],
    });
  });

  test("names the queries that have no name, and those beside it, by the free letters", () => {
    const targets = [{ expr: asked.expr }, { refId: "A", expr: asked.expr }];
    const json = { type: "histogram", targets };
    expect(built(rawPanel({ ...words, json, queries: [query(orderRate, { legend: "now" })] }))).toMatchObject(
      {
        targets: [{ ...asked, refId: "B" }, asked, { ...asked, refId: "C", legendFormat: "now" }],
      },
    );
  });

  test("is narrowed by the variables of its dashboard", () => {
    const instance = variable("instance", { title: "Instance", of: api.up, label: "instance" });
    const json = { type: "histogram", targets: [{ refId: "A", expr: asked.expr }] };
    expect(built(rawPanel({ ...words, json }), { variables: [instance] })).toMatchObject({
      targets: [{ refId: "A", expr: 'instance:shop_orders:rate5m{instance=~"$instance"}' }],
    });
  });

  test("says what it means that it is empty, unless its JSON says so", () => {
    const queries = [query(orderRate, { emptyMeans: "Nobody orders." })];
    const noValueOf = (json: PanelJson) => built(rawPanel({ ...words, json, queries }));
    expect(noValueOf({ type: "histogram" })).toMatchObject({
      fieldConfig: { defaults: { noValue: "Nobody orders." }, overrides: [] },
    });
    const fieldConfig = { defaults: { noValue: "0", unit: "bps" }, overrides: [] };
    expect(noValueOf({ type: "histogram", fieldConfig })).toMatchObject({ fieldConfig });
  });

  test("is not of the unit that its queries have: its JSON says which", () => {
    expect(
      built(rawPanel({ ...words, json: { type: "histogram" }, queries: [orderRate] })),
    ).not.toHaveProperty("fieldConfig");
  });
});

test("a query in it is checked as any other", () => {
  const json = { type: "histogram", targets: [{ refId: "A", expr: "rate(shop_order_total[5m])" }] };
  const dashboards = { more: dashboardWith(rawPanel({ ...words, json })) };
  expect(problemsOf("expressions-are-valid", definitionsWith({ dashboards }))).toEqual([
    expect.stringContaining("unknown metric 'shop_order_total' (did you mean 'shop_orders_total'?)"),
  ]);
});

test("the reason is a text like any other", () => {
  const dashboards = {
    more: dashboardWith(rawPanel({ ...words, json: { type: "histogram" }, reason: " " })),
  };
  expect(problemsOf("texts-are-written", definitionsWith({ dashboards }))).toEqual([
    expect.stringContaining('panel "Waiting"'),
  ]);
});
