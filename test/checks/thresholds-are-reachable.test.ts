import { alert, counter, gauge, histogram, metrics, percent, promql, ratio, seconds } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "thresholds-are-reachable";

const shop = metrics(api, {
  shop_load: gauge({
    help: "How full the shop is.",
    // the load
    unit: "ratio",
  }),
  shop_battery: gauge({ help: "Of the till.", unit: "percent", labels: { till: "*" } }),
  shop_open: gauge({ help: "1 while it is open.", unit: "bool" }),
  shop_queue: gauge({ help: "People who wait.", unit: "people" }),
  shop_visits_total: counter({ help: "Visits.", unit: "visits", labels: { end: ["bought", "left"] } }),
  // the waiting time
  shop_wait_seconds: histogram({ help: "How long people wait.", unit: "seconds", buckets: [1, 10, 60] }),
  shop_change_euros: histogram({ help: "Change given.", unit: "euros", buckets: [-5, 0, 5] }),
});
const { shop_load, shop_battery, shop_open, shop_queue, shop_visits_total, shop_wait_seconds } = shop;
const p99 = shop_wait_seconds.quantile(0.99, "5m");

function problems(Firing: ReturnType<typeof alert>): string[] {
  return problemsOf(id, definitionsWith({ metrics: { shop }, alerts: { Firing } }));
}
const firing = (expr: ReturnType<typeof promql>) => problems(alert({ ...plainWords, expr }));

test("a quantile above the highest bucket is reported, with both fixes", () => {
  // too slow
  const Firing = alert({ ...plainWords, expr: p99.gt(seconds(60)) });
  expect(problems(Firing)).toEqual([
    `${at("too slow")}: alert "Firing" wants a value > 1m, which is never true: a quantile of shop_wait_seconds lies between 0s and 1m, its highest bucket (${id})\n` +
      `  fix: ask for less than 1m, or add a higher bucket at ${at("the waiting time")}`,
  ]);
});

test("a ratio above 1 is reported, with the metric that could have another unit", () => {
  const expr = shop_load.gt(percent(120));
  const [problem = ""] = problems(alert({ ...plainWords, expr }));
  expect(problem).toContain(
    `alert "Firing" wants a value > 120%, which is never true: shop_load lies between 0% and 100% (${id})`,
  );
  expect(problem).toMatch(/fix: ask for less than 100%, or give shop_load another unit at .*:\d+$/);
});

test("text is reported at its own line, and a recording like an alert", () => {
  const full = recording(
    "instance:shop_full:count",
    // full
    promql`count by (instance) (${shop_load} > 1)`,
  );
  expect(problemsOf(id, definitionsWith({ metrics: { shop }, recordings: { full } }))).toEqual([
    expect.stringContaining(
      `${at("full")}: recording "instance:shop_full:count" wants a value > 100%, which is never`,
    ),
  ]);
});

type Row = readonly [text: string, expr: ReturnType<typeof promql>, words: string, fix: string];
const never: readonly Row[] = [
  ["> its highest", promql`${shop_load} > 1`, "> 100%, which is never true", "less than 100%"],
  [">= more", promql`${shop_load} >= 1.01`, ">= 101%, which is never true", "at most 100%"],
  ["< its lowest", promql`${shop_load} < 0`, "< 0%, which is never true", "more than 0%"],
  ["<= less", promql`${shop_load} <= -0.1`, "<= -10%, which is never true", "at least 0%"],
  ["== beyond", promql`${shop_load} == 2`, "== 200%, which is never true", "a value between 0% and 100%"],
];
const always: readonly Row[] = [
  [">= its lowest", promql`${shop_load} >= 0`, ">= 0%, which is always true", "more than 0%"],
  ["> less", promql`${shop_load} > -0.1`, "> -10%, which is always true", "at least 0%"],
  ["<= its highest", promql`${shop_load} <= 1`, "<= 100%, which is always true", "less than 100%"],
  ["< more", promql`${shop_load} < 1.5`, "< 150%, which is always true", "at most 100%"],
  ["!= beyond", promql`${shop_load} != 2`, "!= 200%, which is always true", "a value between 0% and 100%"],
];
test.each([...never, ...always])("a ratio %s", (_, expr, words, fix) => {
  const [problem = "", ...others] = firing(expr);
  expect(others).toEqual([]);
  expect(problem).toContain(`wants a value ${words}: shop_load lies between 0% and 100%`);
  expect(problem).toContain(`fix: ask for ${fix}`);
});

test.each([
  ["> 0", promql`${shop_load} > 0`],
  [">= 1", promql`${shop_load} >= 1`],
  ["< 1", promql`${shop_load} < 1`],
  ["<= 0", promql`${shop_load} <= 0`],
  ["== 1", promql`${shop_load} == 1`],
  ["!= 0", promql`${shop_load} != 0`],
])("a ratio %s holds now and then", (_, expr) => {
  expect(firing(expr)).toEqual([]);
});

describe("the limits follow the value through what is made of it", () => {
  test.each([
    ["a percentage", shop_battery.gt(percent(101)), "> 101%"],
    ["a state", shop_open.eq(2), "== 2"],
    ["what Prometheus measures itself", api.up.gt(1), "> 1"],
    ["the mean over time", shop_load.avgOverTime("5m").gt(percent(150)), "> 150%"],
    ["the highest of several", shop_battery.maxBy("instance").gt(percent(150)), "> 150%"],
    ["a ratio in percent", promql`${shop_load} * 100 > 150`, "> 150%"],
    ["what is left of 1", promql`1 - ${shop_load} < 0`, "< 0%"],
    [
      "a part of the whole",
      shop_visits_total
        .where({ end: "left" })
        .rate("5m")
        .sum()
        .div(shop_visits_total.rate("5m").sum())
        .gt(percent(100)),
      "> 100%",
    ],
    ["a number on the left", promql`1.5 < ${shop_load}`, "> 150%"],
    ["a factor", promql`${shop_load} > 2 * 0.75`, "> 150%"],
    ["a comparison within an aggregation", promql`count(${shop_load} > 1.5) > 5`, "> 150%"],
    ["the right side of unless", promql`${orderRate} unless on (instance) ${shop_load} > 1.5`, "> 150%"],
    ["the outer of two comparisons", promql`${shop_load} > 0.5 < 0`, "< 0%"],
    ["bool, which gives 0 for ever", promql`(${shop_load} > bool 1.5) == 0`, "> 150%"],
    ["the 0 or 1 that bool gives", promql`(${shop_load} > bool 0.5) == 2`, "== 2"],
    [
      "a negative bucket",
      promql`histogram_quantile(0.5, rate(${shop.shop_change_euros.bucket}[5m])) < -5`,
      "< -5 euros",
    ],
  ])("%s", (_, expr, words) => {
    const Firing = alert({ ...plainWords, expr });
    const [problem = "", ...others] = problems(Firing);
    expect(others).toEqual([]);
    expect(problem).toContain(`wants a value ${words}, which is never true`);
  });

  test.each([
    ["a number of people", shop_queue.gt(1_000_000)],
    ["a sum of ratios", shop_load.sum().gt(percent(300))],
    ["a part of something else", promql`sum(rate(${shop_visits_total}[5m])) / sum(${shop_queue}) > 5`],
    ["a quantile of the highest bucket", p99.gte(seconds(60))],
    ["a quantile below the highest bucket", p99.gt(seconds(59))],
    ["a mean, which knows no buckets", shop_wait_seconds.mean("5m").gt(seconds(300))],
    ["a ratio of 1", shop_load.gte(ratio(1))],
    ["a comparison of two vectors", promql`${shop_load} > ${shop_load} offset 1d`],
    ["a growth", promql`deriv(${shop_load}[5m]) > 5`],
  ])("%s can be anything, or just this", (_, expr) => {
    expect(problems(alert({ ...plainWords, expr }))).toEqual([]);
  });
});

describe("what counts or misses series gives nothing instead of 0", () => {
  const fix =
    "fix: ask whether the series exists, with absent(…), or give it a value where it does not, with … or vector(0)";
  test.each([
    ["count", promql`count(${shop_queue} > 5) == 0`, "count() returns 1 or more, or returns nothing"],
    ["COUNT", promql`COUNT(${shop_queue} > 5) < 1`, "count() returns 1 or more, or returns nothing"],
    [
      "count_over_time",
      promql`count_over_time(${shop_queue}[5m]) < 1`,
      "count_over_time() returns 1 or more",
    ],
    ["count_values", promql`count_values("value", ${shop_queue}) < 1`, "count_values() returns 1 or more"],
    ["present_over_time", promql`present_over_time(${shop_queue}[5m]) == 0`, "present_over_time() returns 1"],
    ["absent", promql`absent(${shop_queue}) == 0`, "absent() returns 1, or returns nothing"],
    ["absent_over_time", promql`absent_over_time(${shop_queue}[5m]) > 1`, "absent_over_time() returns 1"],
    ["group", promql`group(${shop_queue}) != 1`, "group() returns 1"],
  ])("%s", (_, expr, because) => {
    const [problem = ""] = firing(expr);
    expect(problem).toContain(`which is never true: ${because}`);
    expect(problem).toContain(fix);
  });

  test.each([
    ["absent", promql`absent(${shop_queue})`],
    ["absent == 1", promql`absent(${shop_queue}) == 1`],
    ["count > 0", promql`count(${shop_queue} > 5) > 0`],
    ["count >= 2", promql`count(${shop_queue} > 5) >= 2`],
    ["count or 0", promql`(count(${shop_queue} > 5) or vector(0)) == 0`],
  ])("%s asks for existence, or for more", (_, expr) => {
    expect(firing(expr)).toEqual([]);
  });
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the exporter once gave more than 1, and we want to know of it" };
  expect(problems(alert({ ...plainWords, allow, expr: shop_load.gt(percent(120)) }))).toEqual([]);
});
