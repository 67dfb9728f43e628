import {
  bytes,
  counter,
  gauge,
  metrics,
  pieChart,
  promql,
  query,
  stat,
  stateTimeline,
  timeSeries,
} from "signalbox";
import { describe, expect, test } from "vitest";
import type { Panel } from "../../generators/language/panel.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, dashboardWith } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "panels-suit-their-queries";
const words = { title: "Sold", description: "For a test." };

const stock = metrics(api, {
  shop_sold_total: counter({
    help: "What was sold.",
    unit: "items",
    labels: { kind: ["book", "map"], shelf: ["only"] },
  }),
  shop_disk_bytes: gauge({ help: "Space in use.", unit: "bytes", labels: { disk: ["a", "b"] } }),
  shop_full: gauge({ help: "How full it is.", unit: "ratio", labels: { disk: ["a", "b"] } }),
  shop_used: gauge({ help: "How full it is.", unit: "percent", labels: { disk: ["a", "b"] } }),
  shop_counted: gauge({ help: "When it was counted.", unit: "timestamp", labels: { disk: ["a", "b"] } }),
  shop_open: gauge({ help: "Whether it is open.", unit: "bool", labels: { disk: ["a", "b"] } }),
});
const { shop_sold_total: sold, shop_disk_bytes: disk, shop_full: full } = stock;
const inShownTime = sold.increase("$__range");

function problems(panel: Panel): string[] {
  return problemsOf(id, definitionsWith({ metrics: { stock }, dashboards: { more: dashboardWith(panel) } }));
}

describe("a pie is reported", () => {
  test("that has one slice, with what to do instead", () => {
    // one slice
    const panel = pieChart({ ...words, queries: [inShownTime.sum()] });
    expect(problems(panel)).toEqual([
      `${at("one slice")}: panel "Sold" is a pie of one slice: its only query returns one series (${id})\n` +
        '  fix: keep the label of the parts, as with .sumBy("…"), or show the number with stat(…)',
    ]);
  });
  test("that has one slice, because its label has one value, or because it is a number", () => {
    expect(problems(pieChart({ ...words, queries: [inShownTime.sumBy("shelf")] }))).toHaveLength(1);
    expect(
      problems(pieChart({ ...words, unit: "items", queries: [promql`scalar(sum(${disk}))`] })),
    ).toHaveLength(1);
  });
  test.each([
    ["ratios", full, "parts already"],
    ["percentages", stock.shop_used, "parts already"],
    ["timestamps", stock.shop_counted, "do not add up"],
    ["states", stock.shop_open, "those that are 0 have no slice"],
  ])("that adds up %s", (what, queried, why) => {
    expect(problems(pieChart({ ...words, queries: [queried] }))).toEqual([
      expect.stringMatching(`panel "Sold" makes a pie of ${what}.*${why}`),
    ]);
  });
  test.each(["$__interval", "$__rate_interval"] as const)("that looks back over %s", (window) => {
    const panel = pieChart({ ...words, queries: [sold.rate(window).sumBy("kind")] });
    expect(problems(panel)).toEqual([
      expect.stringContaining(
        `panel "Sold" looks back over ${window}, which depends on the width of a time axis`,
      ),
    ]);
  });
});

describe("a pie is fine", () => {
  test.each<[string, Panel]>([
    [
      "of the parts of what happened in the shown time",
      pieChart({ ...words, queries: [inShownTime.sumBy("kind")] }),
    ],
    ["of the parts of now", pieChart({ ...words, queries: [disk] })],
    ["of the parts of a fixed time", pieChart({ ...words, queries: [sold.rate("5m").sumBy("kind")] })],
    [
      "of two numbers",
      pieChart({
        ...words,
        queries: [
          query(disk.sum(), { legend: "used" }),
          query(promql`vector(${bytes(1000)}) - sum(${disk})`, { legend: "free" }),
        ],
      }),
    ],
    ["whose query is wrong itself", pieChart({ ...words, queries: [promql`nothing[$__interval`] })],
  ])("%s", (_, panel) => {
    expect(problems(panel)).toEqual([]);
  });
});

describe("a state timeline", () => {
  const upOrDown = { 0: { text: "Closed", color: "red" }, 1: { text: "Open", color: "green" } } as const;
  const open = stock.shop_open;

  test("is reported without a name or a colour for its states", () => {
    // nameless
    const panel = stateTimeline({ ...words, queries: [open] });
    expect(problems(panel)).toEqual([
      `${at("nameless")}: panel "Sold" has one colour for all states: nothing says which number means what (${id})\n` +
        '  fix: name the states with valueNames, such as { 0: { text: "Down", color: "red" } }, or colour them with thresholds',
    ]);
  });
  test("is reported when it queries only the current state", () => {
    const panel = stateTimeline({
      ...words,
      valueNames: upOrDown,
      queries: [query(open, { instant: true })],
    });
    expect(problems(panel)).toEqual([expect.stringContaining("queries only the current value")]);
  });
  test("is fine with names, or with thresholds", () => {
    expect(problems(stateTimeline({ ...words, valueNames: upOrDown, queries: [open] }))).toEqual([]);
    const thresholds = [{ value: 0.9, color: "red", side: "above" }] as const;
    expect(problems(stateTimeline({ ...words, thresholds, queries: [full] }))).toEqual([]);
  });
});

test("other panels may show all of that", () => {
  expect(problems(stat({ ...words, queries: [full.max()] }))).toEqual([]);
  expect(problems(timeSeries({ ...words, queries: [sold.rate("$__rate_interval").sum()] }))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the two shares make the whole" };
  expect(problems(pieChart({ ...words, allow, queries: [full] }))).toEqual([]);
});
