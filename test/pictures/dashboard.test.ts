import { describe, expect, test } from "vitest";
import {
  barGauge,
  counter,
  dashboard,
  gauge,
  gaugePanel,
  heatmap,
  histogram,
  metrics,
  pieChart,
  rawPanel,
  query,
  row,
  scrapeJob,
  service,
  stat,
  stateTimeline,
  table,
  text,
  timeSeries,
} from "signalbox";
import type { Panel } from "../../generators/language/panel.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { panelKinds } from "../../generators/panels/index.ts";
import { drawDashboard } from "../../generators/pictures/dashboard/draw-dashboard.ts";
import type { DashboardValues, ShownSeries } from "../../generators/pictures/dashboard/values.ts";
import { printSvg } from "../../generators/text/svg.ts";
import { smallPlatform } from "../checks/small-platform.ts";
import { sheetMistakes, wordsIn } from "./sheet-mistakes.ts";

const shop = scrapeJob("shop", {
  description: "The shop.",
  targets: ["localhost:9000"],
  labels: { service: "shop" },
});
const measured = metrics(shop, {
  shop_seats: gauge({ help: "Seats.", unit: "seats", labels: { hall: "*" } }),
  shop_full: gauge({ help: "Share of the seats that are taken.", unit: "ratio", labels: { hall: "*" } }),
  shop_open: gauge({ help: "Whether it is open.", unit: "bool", labels: { hall: "*" } }),
  shop_orders_total: counter({ help: "Orders.", unit: "orders", labels: { hall: "*" } }),
  shop_wait_seconds: histogram({ help: "Waiting time.", unit: "seconds", buckets: [0.1, 1, 10] }),
});

const words = { description: "For the test." };
const seats = query(measured.shop_seats, { legend: ({ hall }) => hall });
const states = { 0: { text: "Closed", color: "red" }, 1: { text: "Open", color: "green" } } as const;
const buckets = measured.shop_wait_seconds.bucket.increase("5m").sumBy("le").asVector();

/** Each type of panel: `small` as small as Grafana lets it be, or as it is by itself. */
function panelsOf(size: { readonly width?: number; readonly height?: number }, suffix: string): Panel[] {
  const titled = (title: string) => ({ ...words, ...size, title: `${title} ${suffix}`.trim() });
  return [
    stat({ ...titled("Seats"), queries: [seats] }),
    stat({ ...titled("State"), queries: [measured.shop_open], valueNames: states }),
    gaugePanel({ ...titled("Full"), queries: [query(measured.shop_full, { legend: ({ hall }) => hall })] }),
    barGauge({ ...titled("Bars"), queries: [seats] }),
    timeSeries({
      ...titled("Lines"),
      queries: [seats],
      min: 0,
      thresholds: [{ value: 90, color: "red", side: "above" }],
    }),
    timeSeries({
      ...titled("Stack"),
      stacked: true,
      queries: [query(measured.shop_orders_total.rate("5m").sumBy("hall"), { legend: ({ hall }) => hall })],
    }),
    timeSeries({
      ...titled("Both ways"),
      stacked: true,
      queries: [
        seats,
        query(measured.shop_seats, { line: { color: "red", below: true, stacked: false } }),
        query(measured.shop_full, { line: { axis: "right", inLegend: false } }),
      ],
    }),
    stateTimeline({ ...titled("States"), queries: [measured.shop_open], valueNames: states }),
    heatmap({ ...titled("Waiting"), queries: [buckets] }),
    table({
      ...titled("Halls"),
      queries: [query(measured.shop_seats, { instant: true })],
      columns: { hall: "Hall", Value: { title: "Seats", unit: "places" } },
    }),
    pieChart({ ...titled("Parts"), queries: [seats] }),
    rawPanel({
      ...titled("Spread"),
      reason: "No word draws a histogram.",
      json: { type: "histogram" },
      queries: [seats],
    }),
    text({
      ...titled("Words"),
      markdown: "# Halls\n\nStart with **the first**, then [look](https://docs.example.org) at the others.",
    }),
  ];
}

function modelOf(panels: readonly Panel[]) {
  const overview = dashboard("halls", {
    title: "Halls",
    description: "All of them.",
    folder: "Shop",
    last: "1h",
    rows: [row("Everything", panels)],
  });
  const { model } = resolve({
    platform: smallPlatform,
    services: [
      service("shop", {
        title: "Shop",
        description: "Sells.",
        owner: "Nobody",
        jobs: { shop },
        metrics: { measured },
        dashboards: { overview },
      }),
    ],
  });
  const [found] = model.dashboards;
  if (!found) throw new Error("there is no dashboard");
  return found;
}

const toMs = 3_600_000;
const note = "Drawn for a test.";

/** A series of each hall, with a gap, for every panel. */
function valuesOf(
  found: ReturnType<typeof modelOf>,
  halls: readonly string[],
  scale: number,
): DashboardValues {
  const series = (refId: string, isState: boolean): ShownSeries[] =>
    halls.map((hall, index) => ({
      refId,
      labels: { hall, le: index === halls.length - 1 ? "+Inf" : String(10 ** (index - 1)) },
      pieces: [
        [0, 1, 2, 3].map((step) => ({
          atMs: step * 500_000,
          value: isState ? step % 2 : scale * (index + 1),
        })),
        [0, 1, 2].map((step) => ({
          atMs: toMs - (2 - step) * 500_000,
          value: isState ? 1 : scale * (index + step + 1),
        })),
      ],
    }));
  const panels = found.rows.flatMap((one) => one.panels);
  return {
    time: { fromMs: 0, toMs },
    byPanel: new Map(
      panels.map((panel) => [
        panel.id,
        panel.queries.flatMap(({ refId }) => series(refId, panel.valueNames !== undefined)),
      ]),
    ),
  };
}

function drawn(panels: readonly Panel[], halls: readonly string[], scale = 20): string {
  const found = modelOf(panels);
  const [light] = drawDashboard(found, valuesOf(found, halls, scale), { note });
  if (!light) throw new Error("nothing is drawn");
  return printSvg(light, { source: "a test" });
}

const few = ["great", "small"];
const many = Array.from({ length: 12 }, (_, index) => `hall number ${index + 1} of the house`);

describe("every type of panel is drawn", () => {
  const sizes = {
    "as it is by itself": panelsOf({}, ""),
    small: panelsOf({ width: 3, height: 4 }, "with a title that has no room"),
    flat: panelsOf({ width: 24, height: 3 }, ""),
  } as const;

  test("there is one of each", () => {
    const types = new Set(sizes.small.map(({ type }) => type));
    expect([...types].sort()).toEqual(Object.keys(panelKinds).sort());
  });

  describe.each(Object.entries(sizes))("%s", (_, panels) => {
    test.each([
      ["no series", [], 20],
      ["one series", ["great"], 20],
      ["two", few, 20],
      ["many with long names", many, 20],
      ["nothing but zeros", few, 0],
      ["huge values", few, 1e17],
      ["tiny values", few, 1e-9],
    ] as const)("%s", (_, halls, scale) => {
      expect(sheetMistakes(drawn(panels, halls, scale))).toEqual([]);
    });
  });
});

test("a panel shows its title, the last values with their unit, the names and what has no data", () => {
  const shown = wordsIn(drawn(panelsOf({}, ""), few));
  expect(shown).toEqual(
    expect.arrayContaining([
      "Halls",
      "Everything",
      "Lines",
      "great",
      "small",
      "60 seats",
      "60 places",
      "Open",
      "drawn by Grafana: histogram",
      note,
    ]),
  );
  expect(wordsIn(drawn(panelsOf({}, ""), []))).toContain("No data");
});

test("a panel whose values are not known says so", () => {
  const found = modelOf(panelsOf({}, ""));
  const [light] = drawDashboard(found, { time: { fromMs: 0, toMs }, byPanel: new Map() }, { note });
  const shown = wordsIn(light ? printSvg(light, { source: "a test" }) : "");
  expect(shown.filter((text) => text === "not known").length).toBe(
    found.rows.flatMap((one) => one.panels).length - 1,
  );
});

test("only the rows that are asked for are drawn", () => {
  const found = modelOf(panelsOf({}, ""));
  const [light] = drawDashboard(found, valuesOf(found, few, 1), { rows: ["Another"], note });
  expect(wordsIn(light ? printSvg(light, { source: "a test" }) : "")).toEqual(["Halls", note]);
});
