import { describe, expect, it } from "vitest";
import { pieChart, query, type ExprIn } from "signalbox";
import { dashboardGuide } from "../../generators/targets/docs/dashboard-guide.ts";
import { resolvedPanel, shop } from "../dashboards/small-shop.ts";
import { dashboard, panel } from "./small-dashboard.ts";
import { smallModel } from "./small-model.ts";
import { orders, writtenDataSource, writtenHead, writtenPanel, writtenQuery } from "./written-panel.ts";

const words = { title: "Orders", description: "Who has them." };

describe("the smallest pie chart", () => {
  it("is written with the percentages on its slices, and all numbers in the legend", () => {
    expect(writtenPanel({ type: "pie chart" })).toEqual({
      type: "piechart",
      ...writtenHead,
      datasource: writtenDataSource,
      targets: [writtenQuery],
      options: {
        pieType: "pie",
        displayLabels: ["percent"],
        orientation: "auto",
        reduceOptions: { values: false, calcs: ["lastNotNull"], fields: "" },
        tooltip: { mode: "single", sort: "none" },
        legend: {
          displayMode: "table",
          placement: "right",
          showLegend: true,
          values: ["value", "percent"],
          calcs: [],
        },
      },
      fieldConfig: {
        defaults: { unit: "short", color: { mode: "palette-classic" }, custom: {} },
        overrides: [],
      },
    });
  });
});

describe("a pie chart", () => {
  it("is a donut with names on it, where its author says so", () => {
    const own = { shape: "donut", labels: ["name", "value"], legend: [] } as const;
    expect(writtenPanel({ type: "pie chart", own }).options).toMatchObject({
      pieType: "donut",
      displayLabels: ["name", "value"],
      legend: { displayMode: "list", values: [], showLegend: true },
    });
  });

  it("has a unit and decimals like any other", () => {
    const { fieldConfig } = writtenPanel({ type: "pie chart", unit: "bytes", decimals: 1 });
    expect(fieldConfig?.defaults).toMatchObject({ unit: "decbytes", decimals: 1 });
  });

  it("asks for the values of now, whatever its author says: a series that is gone has no slice", () => {
    const instant = (expr: ExprIn<string>, options: { instant?: boolean }) =>
      resolvedPanel(pieChart({ ...words, queries: [query(expr, options)] }))?.queries[0]?.instant;
    expect(instant(shop.shop_orders, {})).toBe(true);
    expect(instant(shop.shop_orders, { instant: false })).toBe(true);
  });

  it("has what its author left out", () => {
    const queries = [shop.shop_orders];
    expect(resolvedPanel(pieChart({ ...words, queries }))?.own).toEqual({
      shape: "pie",
      labels: ["percent"],
      legend: ["value", "percent"],
    });
    const own = { shape: "donut", labels: [], legend: ["value"] } as const;
    expect(resolvedPanel(pieChart({ ...words, queries, ...own }))?.own).toEqual(own);
  });

  it("is called by its shape in the guide", () => {
    const pies = [
      panel(orders, { type: "pie chart" }),
      panel(orders, { type: "pie chart", own: { shape: "donut", labels: [], legend: [] } }),
    ];
    const page = dashboardGuide(smallModel({ dashboards: [dashboard(pies)] }))["docs/dashboards.md"];
    expect(page).toContain("| shop_orders | pie chart | Open orders. |");
    expect(page).toContain("| shop_orders | pie chart (donut) | Open orders. |");
  });
});
