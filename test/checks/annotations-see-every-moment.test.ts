import { annotation, dashboard, row, timeSeries } from "signalbox";
import { describe, expect, test } from "vitest";
import type { AlertCondition } from "../../generators/language/expression/expression.ts";
import type { Labels } from "../../generators/language/label.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "annotations-see-every-moment";
const orders = sales.shop_orders_total;

function marking(expr: AlertCondition<Labels>, allow = {}) {
  return dashboard("shop-more", {
    title: "More of the shop",
    description: "For a test.",
    folder: "Shop",
    last: "6h",
    annotations: [
      // mark
      annotation("Starts", { expr, color: "blue", text: "It was started" }),
    ],
    rows: [
      row("More", [
        timeSeries({ title: "Orders", description: "For a test.", queries: [orders.rate("5m")] }),
      ]),
    ],
    allow,
  });
}
const problems = (expr: AlertCondition<Labels>, allow = {}) =>
  problemsOf(id, definitionsWith({ dashboards: { more: marking(expr, allow) } }));

test("a window that may be shorter than a step is reported, where the annotation is", () => {
  expect(problems(orders.resets("1m").gt(0))).toEqual([
    `${at("mark")}: annotation "Starts" does not mark what lies between two steps: resets(shop_orders_total[1m]) looks back over 1m, and a step of its query may be longer, or as long (${id})\n` +
      '  fix: look back over "$__rate_interval", which is longer than a step by a scrape',
  ]);
});

describe("is reported", () => {
  test.each<[string, AlertCondition<Labels>, string]>([
    ["a value of one moment", api.up.eq(0), "it reads up at one moment of each"],
    [
      "a recording of one moment",
      orderRate.lt(1),
      "it reads instance:shop_orders:rate5m at one moment of each",
    ],
    ["a window of exactly a step", orders.resets("$__interval").gt(0), "looks back over $__interval"],
    [
      "one of two sides",
      orders
        .resets("$__rate_interval")
        .sumBy("instance")
        .gt(0)
        .and(api.up.eq(1), { on: ["instance"] }),
      "it reads up at one moment of each",
    ],
  ])("%s", (_, expr, message) => {
    expect(problems(expr)).toEqual([expect.stringContaining(message)]);
  });
});

describe("is not reported", () => {
  test.each<[string, AlertCondition<Labels>]>([
    ["what looks back over the step", orders.resets("$__rate_interval").gt(0)],
    ["a value over the step", orderRate.minOverTime("$__rate_interval").lt(1)],
    // 15 days are kept: in a window of 1,000 pixels the longest step is 21.6 minutes.
    ["a window that is longer than any step", orders.resets("30m").gt(0)],
  ])("%s", (_, expr) => expect(problems(expr)).toEqual([]));

  test("what is allowed with a reason", () => {
    expect(problems(api.up.eq(0), { [id]: "only long outages are of interest" })).toEqual([]);
  });
});

test("a condition whose value Grafana does not mark is reported", () => {
  const [only, ...others] = problems(api.up.maxOverTime("$__rate_interval").eq(0));
  expect(others).toEqual([]);
  expect(only).toContain(
    'annotation "Starts" marks nothing: where it holds its value is 0, and Grafana marks values above 0',
  );
  expect(problems(api.up.maxOverTime("$__rate_interval").eq(0).countBy("instance").gt(0))).toEqual([]);
});
