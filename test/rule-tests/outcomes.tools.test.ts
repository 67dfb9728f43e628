import { alert, gauge, holds, metrics } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, plainWords } from "../checks/small-shop.ts";
import { failuresOf } from "./promtool.ts";

// What an alert does where its scenario does not say it: promtool says whether it is so.

const game = metrics(api, { shop_fps: gauge({ help: "Frames a second.", unit: "fps" }) });
const { shop_fps: fps } = game;
const below = holds(fps, { ok: 90, limit: 45, firing: 44.9 });
const above = holds(fps, { ok: 30, limit: 144, firing: 150 });
const band = fps.lt(45).and(fps.gt(40));
const withPast = fps.gt(144).and(fps.offset("1h").gt(20));

function testOf(options: Pick<Parameters<typeof alert>[0], "expr" | "scenario" | "allow">): RuleTest {
  const Frames = alert({ ...plainWords, ...options });
  const { model } = resolve(definitionsWith({ metrics: { game }, alerts: { Frames } }));
  const found = ruleTestsOf(model).find(({ name }) => name === "Frames");
  if (!found) throw new Error("there is no alert");
  return found;
}

test("one condition is no other case when it gets worse", () => {
  const ruleTest = testOf({ expr: fps.lt(45), scenario: below });
  expect(ruleTest.shows.filter((name) => name.includes("worse"))).toEqual([]);
  expect(ruleTest.silences).toEqual([[]]);
});

test("two conditions that hold when it gets worse are shown to", async () => {
  const ruleTest = testOf({ expr: fps.lt(45).and(fps.lt(50)), scenario: below });
  expect(ruleTest.shows).toContain("fires when it is ten times worse");
  expect(await failuresOf(ruleTest)).toBe("");
});

test("a band fails its test, and where it is meant so the test shows that it is silent", async () => {
  const wrong = testOf({ expr: band, scenario: below });
  expect(wrong.silences).toEqual([[{ when: "worse", isSure: true }]]);
  expect(await failuresOf(wrong)).toContain('alertstate=\\"firing\\"');
  const allow = { "alerts-fire-when-it-gets-worse": "below 40 another alert fires" };
  const meant = testOf({ expr: band, scenario: below, allow });
  expect(meant.shows).toContain("silent when it is ten times worse");
  expect(await failuresOf(meant)).toBe("");
});

test("one that does not fire when its scenario says so is no matter of these", () => {
  const never = testOf({ expr: fps.gt(144).and(fps.lt(100)), scenario: above });
  expect(never.silences).toEqual([[]]);
});

test("an alert that wants a past is silent for a new target, and one that does not fires", async () => {
  const wrong = testOf({ expr: withPast, scenario: above });
  expect(wrong.silences).toEqual([[{ when: "new target", isSure: true }]]);
  const allow = { "alerts-see-new-targets": "a new hall is watched by hand" };
  const meant = testOf({ expr: withPast, scenario: above, allow });
  expect(meant.shows).toContain("silent for a target that is new, until 1h5m after its first sample");
  expect(await failuresOf(meant)).toBe("");
  const right = testOf({ expr: fps.gt(144).unless(fps.offset("1h").lt(20)), scenario: above });
  expect(right.shows).toContain("fires for a target that is new, 5m after its first sample");
  expect(await failuresOf(right)).toBe("");
});

test.each([
  [
    "the mean hides one of three, even at 0 frames",
    fps.avg().lt(45),
    below,
    "silent when one instance of three is bad, even ten times worse",
  ],
  ["the lowest shows it", fps.min().lt(45), below, "fires when one instance of three is bad"],
  [
    "the mean follows what can be far higher",
    fps.avg().gt(144),
    above,
    "silent when one instance of three is bad, fires when that is ten times worse",
  ],
  ["the highest shows it", fps.max().gt(144), above, "fires when one instance of three is bad"],
  [
    "so does a window, once it is full",
    fps.avgOverTime("5m").max().gt(144),
    above,
    "fires when one instance of three is bad",
  ],
])("%s", async (_, expr, scenario, shown) => {
  const ruleTest = testOf({ expr, scenario });
  expect(ruleTest.shows.filter((name) => name.includes("of three"))).toEqual([shown]);
  expect(await failuresOf(ruleTest)).toBe("");
});

test("of a total, three that are well are too much already, and one that is bad says nothing", () => {
  const ruleTest = testOf({
    expr: fps.sum().gt(80),
    scenario: { given: [holds(fps, { ok: 30, firing: 90 })], value: 90 },
  });
  expect(ruleTest.shows.filter((name) => name.includes("of three"))).toEqual([]);
});

test("a rule that tells instances apart has one that stays well beside it, and that is enough", () => {
  const ruleTest = testOf({ expr: fps.lt(45), scenario: below });
  expect(ruleTest.shows.filter((name) => name.includes("of three"))).toEqual([]);
});
