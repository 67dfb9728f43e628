// A scrape that fails takes the values of its target, and makes its `up` 0: what an alert then does is played, or it is a problem.
import { alert, gauge, holds, metrics, promql } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { filesOfEach } from "../../generators/output.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { alertCards } from "../../generators/targets/docs/alert-cards.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, plainWords } from "../checks/small-shop.ts";
import { failuresOf } from "./promtool.ts";

const game = metrics(api, { shop_fps: gauge({ help: "Frames a second.", unit: "fps" }) });
const { shop_fps: fps } = game;
const slow = holds(fps, { ok: 60, limit: 45, firing: 30 });
const isUp = holds(api.up, { ok: 1, firing: 1 });

type Expression = Parameters<typeof alert>[0]["expr"];

function modelOf(expr: Expression, given = [slow, isUp], allow = {}) {
  const Slow = alert({ ...plainWords, expr, scenario: { given }, allow });
  return testedModel(resolve(definitionsWith({ metrics: { game }, alerts: { Slow } })).model);
}

function testOf(...args: Parameters<typeof modelOf>) {
  const model = modelOf(...args);
  const found = model.ruleTests.find(({ name }) => name === "Slow");
  if (!found) throw new Error("there is no alert");
  return found;
}

const ofUp: readonly (readonly [string, Expression])[] = [
  ["a least in a minute", promql`${fps} < 45 and on(instance) min_over_time(${api.up}[1m]) == 1`],
  ["a mean in a minute", promql`${fps} < 45 and on(instance) avg_over_time(${api.up}[1m]) > 0.9`],
  ["a divisor", promql`${fps} / on(instance) ${api.up} < 45`],
  ["what it is then", promql`${fps} < 45 unless on(instance) min_over_time(${api.up}[1m]) == 0`],
];

test.each(ofUp)("what does not hold while up is 0 is a problem: %s", (_, expr) => {
  const [complaint, ...others] = testOf(expr).complaints;
  expect(others).toEqual([]);
  expect(complaint?.message).toBe(
    "waits 5m, and begins anew after each failed scrape: of up it asks what does not hold while a scrape fails",
  );
  expect(complaint?.fix).toContain('.up.maxOverTime("45s")');
});

test.each(ofUp)("its author may say why: %s", (_, expr) => {
  const { complaints } = testOf(expr, [slow, isUp], { "gaps-are-bridged": "It must be up all the time." });
  expect(complaints).toEqual([]);
});

const held: readonly (readonly [string, Expression, given: Parameters<typeof testOf>[1]])[] = [
  [
    "the greatest in a while",
    promql`${fps} < 45 and on(instance) max_over_time(${api.up}[1m]) == 1`,
    [slow, isUp],
  ],
  [
    "a divisor that is the greatest",
    promql`${fps} / on(instance) max_over_time(${api.up}[45s]) < 45`,
    [slow, isUp],
  ],
  [
    "the mean of a long time",
    promql`${fps} < 45 and on(instance) avg_over_time(${api.up}[5m]) > 0.5`,
    [slow, isUp],
  ],
  ["a demand", fps.lt(45).and(api.up.eq(1)), [slow, isUp]],
  ["a demand of what is not given", fps.lt(45).unless(api.up.eq(0)), [slow]],
];

test.each(held)("what holds while up is 0 is played: %s", async (_, expr, given) => {
  const found = testOf(expr, given);
  expect(found.complaints).toEqual([]);
  expect(found.shows.some((name) => name.startsWith("holds through a failed scrape"))).toBe(true);
  const played = found.testFile.tests.find(({ name }) => name.includes("failed scrape"));
  const up = played?.input_series.find(({ series }) => series.startsWith("up{"));
  expect(up?.values).toMatch(/1x\d+ 0 1x\d+ 0x\d+/);
  expect(await failuresOf(found)).toBe("");
});

test.each(["30s", "1m"] as const)("the last value of %s that its author reads is played", async (window) => {
  const expr = fps.lastOverTime(window).lt(45);
  const found = testOf(expr, [slow]);
  expect(found.complaints).toEqual([]);
  expect(found.shows).toContain("holds through a failed scrape, and ends soon when its target is gone");
  expect(await failuresOf(found)).toBe("");
  expect(filesOfEach(alertCards, modelOf(expr, [slow]))["docs/alerts/Slow.md"]).toContain(
    `because the last value stands for ${window}; for as long it goes on when its target is gone.`,
  );
});
