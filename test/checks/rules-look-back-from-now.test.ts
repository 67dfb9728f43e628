import { alert, gauge, holds, metrics, promql, recording, runs, timeSeries } from "signalbox";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, dashboardWith, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "rules-look-back-from-now";
const shop = metrics(api, { shop_guests: gauge({ help: "Guests.", unit: "guests" }) });
const { shop_guests: guests } = shop;
const orders = sales.shop_orders_total;

const problems = (expr: ReturnType<typeof promql>, allow = {}) => {
  const Firing = alert({ ...plainWords, expr, allow });
  return problemsOf(id, definitionsWith({ metrics: { shop }, alerts: { Firing } }));
};

describe("now and before may be read", () => {
  test.each([
    promql`${guests} > 5`,
    promql`${guests} offset 1h > 5`,
    promql`${guests} @ end() > 5`,
    promql`${guests} @ start() > 5`,
    promql`max_over_time((${guests} offset -30m)[1h:1m] offset 1h) > 5`,
  ])("%#", (expr) => {
    expect(problems(expr)).toEqual([]);
  });
});

describe("what is yet to come may not", () => {
  test.each([
    ["shop_guests", "5m", promql`${guests} offset -5m > 5`],
    ["shop_guests", "5m", promql`max_over_time(${guests}[1h] offset -5m) > 5`],
    ["shop_guests", "1h", promql`${guests} > 5 and ${guests} @ end() offset -1h > 5`],
    ["shop_guests", "30m", promql`max_over_time(${guests}[1h:1m] offset -30m) > 5`],
    ["shop_guests", "10m", promql`max_over_time((${guests} offset -30m)[1h:1m] offset 20m) > 5`],
  ])("%s by %s: %#", (name, ahead, expr) => {
    expect(problems(expr)).toEqual([
      expect.stringContaining(
        `alert "Firing" reads ${name} ${ahead} ahead of its evaluation, where nothing has been scraped: it finds a sample in its test only (${id})`,
      ),
    ]);
  });
});

describe("nor a moment that stays", () => {
  test.each([
    promql`${guests} @ 1000 > 5`,
    promql`${guests} @ 1000 offset -5m > 5`,
    promql`max_over_time(${guests}[1h] @ 1000) > 5`,
    promql`max_over_time(${guests}[1h:1m] @ 1000) > 5`,
    promql`max_over_time((${guests} @ 1000)[1h:1m]) > 5`,
  ])("%#", (expr) => {
    expect(problems(expr)).toEqual([
      expect.stringContaining(
        `alert "Firing" reads shop_guests @ 1000, the same moment whenever it is evaluated (${id})\n` +
          `  fix: read it now, or as it was before, with an offset above 0, or suppress it with a reason`,
      ),
    ]);
  });
});

test("in words of the language either, of a recording too, at the line of the expression", () => {
  // words
  const later = recording("instance:shop_guests:later", guests.offset("-5m"), {
    example: { given: [holds(guests, 3)], expect: 3 },
  });
  expect(problemsOf(id, definitionsWith({ metrics: { shop }, recordings: { later } }))).toEqual([
    `${at("words")}: recording "instance:shop_guests:later" reads shop_guests 5m ahead of its evaluation, where nothing has been scraped: it finds a sample in its test only (${id})\n` +
      `  fix: read it now, or as it was before, with an offset above 0, or suppress it with a reason: allow: { "${id}": "…" }`,
  ]);
});

test("unless there is a reason; a graph may show what came later", () => {
  expect(problems(promql`${guests} offset -5m > 5`, { [id]: "it is evaluated anew for the past" })).toEqual(
    [],
  );
  const panel = timeSeries({ title: "Guests", description: "Later.", queries: [guests.offset("-1h")] });
  const more = dashboardWith(panel);
  const Firing = alert({
    ...plainWords,
    expr: orders.rate("5m").sumBy("instance").gt(5),
    scenario: runs(orders.where({ channel: "web" }), { ok: 3, limit: 5, firing: 6 }),
  });
  expect(
    problemsOf(id, definitionsWith({ metrics: { shop }, alerts: { Firing }, dashboards: { more } })),
  ).toEqual([]);
});
