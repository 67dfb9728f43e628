import { alert, gauge, holds, metrics, promql, recording, runs } from "signalbox";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "rules-do-not-tell-the-time";
const shop = metrics(api, {
  shop_started: gauge({ help: "When it was started.", unit: "timestamp" }),
  shop_guests: gauge({ help: "Guests.", unit: "guests" }),
});
const { shop_started: started, shop_guests: guests } = shop;

const problems = (expr: ReturnType<typeof promql>, allow = {}) => {
  const Firing = alert({ ...plainWords, expr, allow });
  return problemsOf(id, definitionsWith({ metrics: { shop }, alerts: { Firing } }));
};

describe("how long ago something was, or how far ahead it is, may be asked", () => {
  test.each([
    promql`time() - ${started} > 3600`,
    promql`${started} - time() < 3600`,
    promql`(${started} - time()) / 86400 < 7`,
    promql`time() - timestamp(${guests}) > 300`,
    promql`${started} < time()`,
    promql`time() + 3600 > ${started}`,
    promql`time() - ${started} > 3600 and ${guests} > 5`,
    promql`time() - max_over_time(${started}[1h]) > 3600`,
    promql`time() - (${started} + 60) > 3600`,
    promql`timestamp(${guests}) - ${started} > 60`,
    promql`year(${started}) < 2000`,
    promql`${guests} > 5`,
  ])("%#", (expr) => {
    expect(problems(expr)).toEqual([]);
  });
});

describe("beside a metric of which nobody knows what it is", () => {
  const opened = gauge({ help: "When it was opened.", unit: "none" });
  const unknown = metrics(api, { shop_opened: opened });
  const since = recording("instance:shop_opened:max", unknown.shop_opened.maxBy("instance"), {
    example: { given: [holds(unknown.shop_opened, 3)], expect: 3 },
  });
  const found = (expr: ReturnType<typeof promql>) => {
    const parts = {
      metrics: { unknown },
      recordings: { since },
      alerts: { Firing: alert({ ...plainWords, expr }) },
    };
    const { problems: all } = compile(definitionsWith(parts));
    return all.filter(({ check }) => check === id || check === "expressions-are-valid");
  };

  test.each([
    ["in a difference", promql`time() - ${unknown.shop_opened} > 600`],
    ["the other way round", promql`max(${unknown.shop_opened}) - time() < 600`],
    ["in a comparison", promql`${unknown.shop_opened} < time()`],
  ])("it is asked to say that it is a timestamp, and nothing else: %s", (_, expr) => {
    expect(found(expr).map(({ fix }) => fix)).toEqual([
      expect.stringMatching(
        /^say that shop_opened is a timestamp, with unit: "timestamp" where it is declared, or /,
      ),
    ]);
  });

  test("so is a recording, by its own word", () => {
    expect(found(promql`time() - ${since} > 600`).map(({ fix }) => fix)).toEqual([
      expect.stringContaining(
        'say that instance:shop_opened:max is a timestamp, with .as("timestamp") where it is',
      ),
    ]);
  });
});

describe("what time it is may not", () => {
  test.each([
    ["time", promql`${guests} > 5 and on () vector(time()) < 1e9`],
    ["time", promql`${guests} > 5 and on () vector(time() % 86400) > 3600`],
    ["time", promql`vector(time()) > 1e9`],
    ["time", promql`clamp_max(${guests}, time()) > 5`],
    ["timestamp", promql`timestamp(${guests}) > 1e9`],
    ["timestamp", promql`timestamp(${guests}) % 3600 > 60`],
    ["hour", promql`${guests} > 5 and on () hour() > 8`],
    ["day_of_week", promql`${guests} > 5 and on () day_of_week() == 4`],
    ["day_of_month", promql`${guests} > 5 and on () day_of_month() == 1`],
    ["day_of_year", promql`${guests} > 5 and on () day_of_year() == 1`],
    ["days_in_month", promql`${guests} > 5 and on () days_in_month() == 31`],
    ["minute", promql`${guests} > 5 and on () minute() < 30`],
    ["month", promql`${guests} > 5 and on () month() == 1`],
    ["year", promql`${guests} > 5 and on () year() < 2000`],
    ["time", promql`hour(vector(time())) > 8`],
  ])("by %s(): %#", (name, expr) => {
    expect(problems(expr)).toEqual([
      expect.stringContaining(
        `alert "Firing" tells the time by ${name}(): it does something else on another day, and its test knows only 1970 (${id})`,
      ),
    ]);
  });

  test("nor in a recording, at its line", () => {
    // recording
    const late = recording("instance:shop_guests:late", promql`${guests} and on () hour() > 20`, {
      example: { given: [holds(guests, 3)], expect: "missing" },
    });
    expect(problemsOf(id, definitionsWith({ metrics: { shop }, recordings: { late } }))).toEqual([
      `${at("recording")}: recording "instance:shop_guests:late" tells the time by hour(): it does something else on another day, and its test knows only 1970 (${id})\n` +
        `  fix: say with a time interval of a route when people are notified, or suppress it with a reason: allow: { "${id}": "…" }`,
    ]);
  });
});

test("with a reason it may, and the card says which day its test knows", () => {
  const expr = promql`${orderRate} > 5 and on () day_of_week() == 4`;
  const allow = { [id]: "the market is on Thursdays" };
  const scenario = runs(sales.shop_orders_total.where({ channel: "web" }), { ok: 3, limit: 5, firing: 5.25 });
  const cardOf = (options: Partial<Parameters<typeof alert>[0]>) => {
    const Thursday = alert({ ...plainWords, expr: orderRate.gt(5), scenario, ...options });
    const { files, problems: found } = compile(definitionsWith({ alerts: { Thursday } }));
    expect(found).toEqual([]);
    return files["docs/alerts/Thursday.md"];
  };
  const date = "the test begins on Thursday, 1 January 1970, at 00:00 UTC";
  expect(cardOf({ expr, allow })).toContain(date);
  expect(cardOf({})).not.toContain(date);
});
