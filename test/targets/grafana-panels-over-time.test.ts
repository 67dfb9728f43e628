import { describe, expect, it } from "vitest";
import type { Legend } from "../../generators/language/line-looks.ts";
import type { OwnOptions, QueryModel } from "../../generators/panels/panel-model.ts";
import { unknownType } from "../../generators/promql/expression-type.ts";
import { lines, panel } from "./small-dashboard.ts";
import {
  neutral,
  orders,
  writtenDataSource,
  writtenHead,
  writtenPanel,
  writtenQuery,
} from "./written-panel.ts";

const head = { ...writtenHead, datasource: writtenDataSource, targets: [writtenQuery] };
const multiTooltip = { mode: "multi", sort: "desc" };

/** Queries that are known to give one series each. */
function withoutLabels(count: number): QueryModel[] {
  const [query] = panel(orders).queries;
  if (!query) return [];
  const type = { ...unknownType, labels: new Map() };
  return Array.from({ length: count }, () => ({ ...query, analysis: { ...query.analysis, type } }));
}

describe("the smallest panel over time", () => {
  it("is a time series", () => {
    expect(writtenPanel()).toEqual({
      type: "timeseries",
      ...head,
      options: {
        legend: {
          displayMode: "table",
          placement: "bottom",
          showLegend: true,
          calcs: ["lastNotNull", "max"],
        },
        tooltip: multiTooltip,
      },
      fieldConfig: {
        defaults: {
          unit: "short",
          color: { mode: "palette-classic" },
          thresholds: neutral,
          custom: {
            drawStyle: "line",
            lineWidth: 1,
            fillOpacity: 10,
            showPoints: "never",
            spanNulls: 60_000,
            thresholdsStyle: { mode: "off" },
          },
        },
        overrides: [],
      },
    });
  });

  it("is a state timeline", () => {
    expect(writtenPanel({ type: "state timeline" })).toEqual({
      type: "state-timeline",
      ...head,
      options: {
        showValue: "auto",
        rowHeight: 0.9,
        mergeValues: true,
        alignValue: "left",
        perPage: 20,
        legend: { displayMode: "list", placement: "bottom", showLegend: true, calcs: [] },
        tooltip: multiTooltip,
      },
      fieldConfig: {
        defaults: {
          unit: "short",
          color: { mode: "thresholds" },
          thresholds: neutral,
          custom: { lineWidth: 0, fillOpacity: 70 },
        },
        overrides: [],
      },
    });
  });

  it("is a heatmap, which asks for buckets", () => {
    expect(writtenPanel({ type: "heatmap", unit: "seconds", decimals: 1 })).toEqual({
      type: "heatmap",
      ...head,
      targets: [{ ...writtenQuery, legendFormat: "{{le}}", format: "heatmap" }],
      options: {
        calculate: false,
        color: {
          mode: "scheme",
          scheme: "Oranges",
          fill: "dark-orange",
          scale: "exponential",
          exponent: 0.5,
          steps: 64,
          reverse: false,
        },
        filterValues: { le: 1e-9 },
        showValue: "never",
        cellGap: 1,
        cellValues: { unit: "short" },
        yAxis: { unit: "s", axisPlacement: "left", decimals: 1 },
        legend: { show: true },
        tooltip: { mode: "single", yHistogram: true },
        exemplars: { color: "rgba(255,0,255,0.7)" },
        selectionMode: "x",
      },
      fieldConfig: {
        defaults: { unit: "s", decimals: 1, thresholds: neutral, custom: {} },
        overrides: [],
      },
    });
  });
});

describe("a time series", () => {
  it("that is the only one has no legend: the panel's title names it", () => {
    expect(writtenPanel({ queries: withoutLabels(1) }).options).toMatchObject({
      legend: { showLegend: false },
    });
  });

  it("that is one of several has a legend", () => {
    expect(writtenPanel({ queries: withoutLabels(2) }).options).toMatchObject({
      legend: { showLegend: true },
    });
  });

  it("is stacked when its author says so", () => {
    expect(
      writtenPanel({ own: { ...lines, stacked: true, fill: 40 } }).fieldConfig?.defaults.custom,
    ).toMatchObject({
      fillOpacity: 40,
      stacking: { mode: "normal" },
    });
  });

  it("bridges gaps of four scrapes of its own job", () => {
    expect(writtenPanel({ interval: "1m" }).fieldConfig?.defaults.custom).toMatchObject({
      spanNulls: 240_000,
    });
  });

  const looks = (own: Partial<OwnOptions<"time series">>, queries = withoutLabels(2)) =>
    writtenPanel({ own: { ...lines, ...own }, queries });

  it.each<[string, Legend, object]>([
    [
      "a list on the right",
      { as: "list", at: "right" },
      { displayMode: "list", placement: "right", showLegend: true },
    ],
    [
      "other values",
      { values: ["lowest", "mean", "sum"] },
      { displayMode: "table", calcs: ["min", "mean", "sum"] },
    ],
    ["names alone", { values: [] }, { displayMode: "table", calcs: [] }],
    ["nothing", { as: "none" }, { showLegend: false }],
  ])("has the legend that its author wants: %s", (_, legend, expected) => {
    expect(looks({ legend }).options).toMatchObject({ legend: expected });
  });

  it("of a single series has a legend where its author wants one", () => {
    expect(looks({ legend: { as: "table" } }, withoutLabels(1)).options).toMatchObject({
      legend: { showLegend: true },
    });
  });

  it("shows at the pointer what its author wants", () => {
    expect(looks({ tooltip: "one series" }).options).toMatchObject({
      tooltip: { mode: "single", sort: "none" },
    });
    expect(looks({ tooltip: "none" }).options).toMatchObject({ tooltip: { mode: "none" } });
  });

  it("has lines as wide and as full as its author wants, and bridges no gap, or all", () => {
    const custom = (own: Parameters<typeof looks>[0]) => looks(own).fieldConfig?.defaults.custom;
    expect(custom({ fill: 0, lineWidth: 3 })).toMatchObject({ fillOpacity: 0, lineWidth: 3 });
    expect(custom({ gaps: "bridged" })).toMatchObject({ spanNulls: true });
    expect(custom({ gaps: "shown" })).toMatchObject({ spanNulls: false });
  });

  it.each([
    { promise: "draws what must not be high as dashed lines", lowest: "green", mode: "dashed" },
    { promise: "fills the areas as well where low values are bad", lowest: "red", mode: "dashed+area" },
  ])("$promise", ({ lowest, mode }) => {
    const thresholds = [
      { value: undefined, color: lowest },
      { value: 5, color: "orange" },
    ];
    expect(writtenPanel({ thresholds }).fieldConfig?.defaults.custom).toMatchObject({
      thresholdsStyle: { mode },
    });
  });
});
