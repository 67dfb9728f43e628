// Recordings and alerts may have one name, as names-are-unique has it, if their labels tell them apart.
import { alert } from "signalbox";
import { expect, test } from "vitest";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { critical, low } from "./small-platform.ts";
import { orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const problems = (parts: Parts) => problemsOf("names-are-unique", definitionsWith(parts));

test("alerts of one name are told apart by a label", () => {
  const One = alert({ ...plainWords, severity: critical, expr: orderRate.gt(5) });
  const Two = alert({ ...plainWords, named: "One", severity: low, expr: orderRate.gt(3) });
  expect(problems({ alerts: { One, Two } })).toEqual([]);
  // of the same severity
  const Three = alert({ ...plainWords, named: "One", severity: low, expr: orderRate.gt(4) });
  expect(problems({ alerts: { One, Two, Three } })).toEqual([
    expect.stringMatching(/alertname "One" is defined twice: also at .*\n.*tell them apart by their labels/),
  ]);
  const Other = alert({
    ...plainWords,
    named: "One",
    severity: low,
    labels: { area: "eu" },
    expr: orderRate.gt(4),
  });
  const Both = alert({
    ...plainWords,
    named: "One",
    severity: low,
    labels: { area: "us" },
    expr: orderRate.gt(4),
  });
  expect(problems({ alerts: { One, Other, Both } })).toEqual([]);
});

test("recordings of one name are told apart by a label that both set", () => {
  const rate = sales.shop_orders_total.rate("5m").sum();
  const web = recording("job:shop_orders:rate5m", rate, { labels: { tier: "web" } });
  const phone = recording("job:shop_orders:rate5m", rate, { labels: { tier: "phone" } });
  expect(problems({ recordings: { web, phone } })).toEqual([]);
  // not told apart
  const other = recording("job:shop_orders:rate5m", rate, { labels: { area: "eu" } });
  const [problem, ...more] = problems({ recordings: { web, phone, other } });
  expect(more).toEqual([]);
  expect(problem).toContain(`${at("not told apart")}: recording "job:shop_orders:rate5m" is defined twice`);
  expect(problem).toContain(
    'rename one of them, or set a label of both to different values, such as labels: { tier: "web" }',
  );
});

test("a recording is not named as a metric is", () => {
  // as a metric
  const odd = recording("shop_orders_total", sales.shop_orders_total.rate("5m").sum());
  expect(problems({ recordings: { odd } })).toEqual([
    expect.stringContaining(
      `${at("as a metric")}: recording "shop_orders_total" has the name of a metric: also at`,
    ),
  ]);
});

test("recordings of one name have one unit", () => {
  const rate = sales.shop_orders_total.rate("5m").sum();
  const web = recording("job:shop_orders:rate5m", rate, { labels: { tier: "web" } });
  // of another unit
  const growth = recording("job:shop_orders:rate5m", sales.shop_orders_total.increase("5m").sum(), {
    labels: { tier: "phone" },
  });
  expect(problems({ recordings: { web, growth } })).toEqual([
    expect.stringContaining(
      `${at("of another unit")}: recording "job:shop_orders:rate5m" gives orders, but orders/s at`,
    ),
  ]);
});
