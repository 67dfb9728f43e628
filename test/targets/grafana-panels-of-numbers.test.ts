import { describe, expect, it } from "vitest";
import { panel } from "./small-dashboard.ts";
import {
  neutral,
  orders,
  writtenDataSource,
  writtenHead,
  writtenPanel,
  writtenQuery,
} from "./written-panel.ts";

const head = { ...writtenHead, datasource: writtenDataSource, targets: [writtenQuery] };
const lastValue = { values: false, calcs: ["lastNotNull"], fields: "" };

describe("the smallest panel that shows a number", () => {
  it("is a stat with its history behind the number", () => {
    expect(writtenPanel({ type: "stat" })).toEqual({
      type: "stat",
      ...head,
      options: {
        graphMode: "area",
        colorMode: "value",
        justifyMode: "auto",
        textMode: "auto",
        wideLayout: true,
        showPercentChange: false,
        percentChangeColorMode: "standard",
        orientation: "auto",
        reduceOptions: lastValue,
      },
      fieldConfig: { defaults: { unit: "short", thresholds: neutral }, overrides: [] },
    });
  });

  it("is a gauge", () => {
    expect(writtenPanel({ type: "gauge" })).toEqual({
      type: "gauge",
      ...head,
      options: {
        showThresholdLabels: false,
        showThresholdMarkers: true,
        sizing: "auto",
        minVizWidth: 75,
        minVizHeight: 75,
        orientation: "auto",
        reduceOptions: lastValue,
      },
      fieldConfig: { defaults: { unit: "short", thresholds: neutral }, overrides: [] },
    });
  });

  it("is a bar gauge", () => {
    expect(writtenPanel({ type: "bar gauge" })).toEqual({
      type: "bargauge",
      ...head,
      options: {
        displayMode: "basic",
        valueMode: "color",
        namePlacement: "auto",
        showUnfilled: true,
        sizing: "auto",
        minVizWidth: 8,
        minVizHeight: 16,
        maxVizHeight: 300,
        orientation: "horizontal",
        legend: { displayMode: "list", placement: "bottom", showLegend: false, calcs: [] },
        reduceOptions: lastValue,
      },
      fieldConfig: { defaults: { unit: "short", thresholds: neutral }, overrides: [] },
    });
  });
});

describe("a stat", () => {
  it("of a state is a tile in the colour of the state, without a history", () => {
    const valueNames = {
      0: { text: "down", color: "red" },
      1: { text: "up", color: "green" },
    } as const;
    const { options, fieldConfig } = writtenPanel({ type: "stat", unit: "bool", valueNames });
    expect(options).toMatchObject({ colorMode: "background", graphMode: "none" });
    expect(fieldConfig?.defaults).toMatchObject({
      unit: "none",
      mappings: [
        {
          type: "value",
          options: {
            0: { text: "down", color: "red", index: 0 },
            1: { text: "up", color: "green", index: 1 },
          },
        },
      ],
    });
  });

  it("of the current value has no history", () => {
    const queries = panel(orders).queries.map((query) => ({ ...query, instant: true }));
    const { options, targets } = writtenPanel({ type: "stat", queries });
    expect(options).toMatchObject({ graphMode: "none" });
    expect(targets).toMatchObject([{ instant: true, range: false }]);
  });
});

describe("the ends of a dial", () => {
  it.each([
    { unit: "ratio", parts: {}, expected: { min: 0, max: 1 } },
    { unit: "percent", parts: {}, expected: { min: 0, max: 100 } },
    { unit: "percent", parts: { max: 50 }, expected: { min: 0, max: 50 } },
    { unit: "ratio", parts: { min: 0.5 }, expected: { min: 0.5, max: 1 } },
    { unit: "bytes", parts: { min: 0, max: 16e9 }, expected: { min: 0, max: 16e9 } },
    { unit: "count", parts: {}, expected: {} },
  ])("of $unit with $parts are $expected", ({ unit, parts, expected }) => {
    for (const type of ["gauge", "bar gauge"] as const) {
      const { min, max } = writtenPanel({ type, unit, ...parts }).fieldConfig?.defaults ?? {};
      expect({ min, max }).toEqual({ min: undefined, max: undefined, ...expected });
    }
  });
});

describe("what every panel of numbers can have", () => {
  it("is written where Grafana looks for it", () => {
    const built = writtenPanel({
      type: "stat",
      interval: "1m",
      decimals: 2,
      min: 1,
      max: 9,
      thresholds: [
        { value: undefined, color: "green" },
        { value: 5, color: "red" },
      ],
      links: [
        { title: "Guide", url: "https://docs.example.org/shop" },
        { title: "Detail", url: "/d/detail?x=1", time: true },
      ],
    });
    expect(built.interval).toBe("1m");
    expect(built.fieldConfig?.defaults).toMatchObject({
      decimals: 2,
      min: 1,
      max: 9,
      thresholds: {
        mode: "absolute",
        steps: [
          { value: null, color: "green" },
          { value: 5, color: "red" },
        ],
      },
    });
    expect(built.links).toMatchObject([
      { title: "Guide", url: "https://docs.example.org/shop", targetBlank: true },
      { title: "Detail", url: "/d/detail?x=1&${__url_time_range}", targetBlank: false },
    ]);
  });

  it("is shown in milliseconds when it is a timestamp, limits and thresholds too", () => {
    const built = writtenPanel({
      type: "stat",
      unit: "timestamp",
      min: 1,
      thresholds: [
        { value: undefined, color: "green" },
        { value: 2, color: "red" },
      ],
    });
    expect(built.targets).toMatchObject([{ expr: "1000 * (shop_orders)" }]);
    expect(built.fieldConfig?.defaults).toMatchObject({
      unit: "dateTimeAsIso",
      min: 1000,
      thresholds: { steps: [{ value: null }, { value: 2000 }] },
    });
  });
});
