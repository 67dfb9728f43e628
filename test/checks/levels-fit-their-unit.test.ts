import {
  alert,
  counter,
  follows,
  gauge,
  gigabytes,
  grows,
  holds,
  metrics,
  percent,
  recording,
  runs,
  share,
} from "signalbox";
import { describe, expect, test } from "vitest";
import type { Given } from "../../generators/language/given.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "levels-fit-their-unit";
const shop = metrics(api, {
  shop_open: gauge({ help: "Whether it is open.", unit: "bool" }),
  shop_load: gauge({ help: "How full it is.", unit: "ratio" }),
  shop_fill: gauge({ help: "How full the shelf is.", unit: "percent" }),
  shop_memory: gauge({ help: "Memory.", unit: "bytes" }),
  shop_cold: gauge({ help: "How cold it is.", unit: "celsius" }),
  shop_skew: gauge({ help: "How far its clock is off.", unit: "seconds" }),
  shop_sold_total: counter({ help: "Sold.", unit: "things" }),
  shop_lost_total: counter({ help: "Lost.", unit: "things" }),
});
const change = recording("instance:shop_memory:delta1h", shop.shop_memory.delta("1h").sumBy("instance"), {
  example: { given: [grows(shop.shop_memory, "1h", gigabytes(1))], expect: gigabytes(1) },
});
const parts = { metrics: { shop }, recordings: { change } };

const problems = (given: Given) =>
  problemsOf(
    id,
    definitionsWith({
      ...parts,
      alerts: { Firing: alert({ ...plainWords, expr: orderRate.gt(5), scenario: { given: [given] } }) },
    }),
  );

describe("what can be is fine", () => {
  test.each<[string, Given]>([
    ["0 and 1 of a bool", holds(shop.shop_open, { ok: 1, firing: 0 })],
    ["none of a bool", holds(shop.shop_open, { ok: 1, firing: "missing" })],
    ["all of a ratio", holds(shop.shop_load, { ok: 0, limit: percent(50), firing: percent(100) })],
    ["all of a percentage", holds(shop.shop_fill, { ok: 0, firing: percent(100) })],
    ["no memory", holds(shop.shop_memory, { ok: gigabytes(1), firing: 0 })],
    ["cold", holds(shop.shop_cold, { ok: 20, firing: -20 })],
    ["a gauge that falls", grows(shop.shop_memory, "5m", { ok: 0, firing: gigabytes(-1) })],
    ["a difference below 0", holds(change, { ok: 0, firing: gigabytes(-1) })],
    ["a counter that stands still", runs(shop.shop_sold_total, { ok: 3, firing: 0 })],
    ["all of a share", share(shop.shop_lost_total, shop.shop_sold_total, { ok: 0, firing: percent(100) })],
    ["samples", follows(shop.shop_open, "15s", { ok: [1], firing: [1, 0, "missing"] })],
  ])("%s", (_, given) => {
    expect(problems(given)).toEqual([]);
  });
});

describe("what cannot be is a problem", () => {
  test.each<[string, Given, string, string]>([
    [
      "2 of a bool",
      holds(shop.shop_open, { ok: 2, firing: 0 }),
      "2 at ok for shop_open, which is 0 or 1: its unit is bool",
      "give it 0 or 1",
    ],
    [
      "half of a bool",
      holds(shop.shop_open, { ok: 1, limit: 0.5, firing: 0 }),
      "0.5 at limit for shop_open, which is 0 or 1",
      "give it 0 or 1",
    ],
    [
      "-1 of a bool",
      holds(shop.shop_open, { ok: 1, firing: -1 }),
      "-1 at firing for shop_open",
      "give it 0 or 1",
    ],
    ["always 2 of a bool", holds(shop.shop_open, 2), "2 for shop_open, which", "give it 0 or 1"],
    [
      "1.5 of a ratio",
      holds(shop.shop_load, { ok: 0, firing: percent(150) }),
      "150% at firing for shop_load, which lies between 0% and 100%: its unit is ratio",
      "give it a value between 0% and 100%",
    ],
    [
      "less than nothing of a ratio",
      holds(shop.shop_load, { ok: percent(-1), firing: percent(50) }),
      "-1% at ok for shop_load",
      "give it a value between 0% and 100%",
    ],
    [
      "101 percent",
      holds(shop.shop_fill, { ok: 0, firing: percent(101) }),
      "101% at firing for shop_fill",
      "give it a value between 0% and 100%",
    ],
    [
      "negative memory",
      holds(shop.shop_memory, { ok: 0, firing: gigabytes(-1) }),
      "-1GB at firing for shop_memory, which is never negative: its unit is bytes",
      "give it 0 or more",
    ],
    [
      "a counter that falls",
      runs(shop.shop_sold_total, { ok: 3, firing: -1 }),
      "-1 things/s at firing for shop_sold_total, which only grows",
      "give it 0 or more",
    ],
    [
      "a counter that falls in 5 minutes",
      grows(shop.shop_sold_total, "5m", { ok: 3, firing: -1 }),
      "-1 things at firing for shop_sold_total, which only grows",
      "give it 0 or more",
    ],
    [
      "more than a whole",
      share(shop.shop_lost_total, shop.shop_sold_total, { ok: 0, firing: percent(120) }),
      "120% at firing for a share, which lies between 0% and 100%",
      "give it a value between 0% and 100%",
    ],
    [
      "a sample of a bool",
      follows(shop.shop_open, "15s", { ok: [1], firing: [1, 3] }),
      "3 at firing for shop_open",
      "give it 0 or 1",
    ],
    [
      "a sample of a counter",
      follows(shop.shop_sold_total, "15s", { ok: [1], firing: [-1] }),
      "-1 things at firing for shop_sold_total, which counts from 0 on",
      "give it 0 or more",
    ],
  ])("%s", (_, given, message, fix) => {
    const [only, ...others] = problems(given);
    expect(only).toContain(`alert "Firing" is given ${message}`);
    expect(only).toContain(`(${id})\n  fix: ${fix}`);
    expect(others).toEqual([]);
  });

  test("at the line of what is given, in recordings and on targets too", () => {
    // example
    const wrong = holds(shop.shop_open, 2);
    const open = recording("instance:shop_open:max", shop.shop_open.maxBy("instance"), {
      example: { given: [wrong], expect: 2 },
    });
    // target
    const target = holds(shop.shop_open, 3);
    const Firing = alert({
      ...plainWords,
      expr: orderRate.gt(5),
      scenario: { given: [plainWords.scenario], onTargets: { ok: [target], firing: [] } },
    });
    const found = problemsOf(
      id,
      definitionsWith({ ...parts, recordings: { change, open }, alerts: { Firing } }),
    );
    expect(found).toEqual([
      expect.stringMatching(`^${at("example")}: recording "instance:shop_open:max" is given 2 for shop_open`),
      expect.stringMatching(`^${at("target")}: alert "Firing" is given 3 for shop_open`),
    ]);
  });
});
