import { alert, counter, gauge, holds, metrics, percent, promql, ratio, share } from "signalbox";
import type { Given } from "../../generators/language/given.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "alerts-fire-when-it-gets-worse";
const game = metrics(api, {
  shop_fps: gauge({ help: "Frames a second.", unit: "fps" }),
  shop_load_ratio: gauge({ help: "How busy it is.", unit: "ratio" }),
  shop_heat: gauge({ help: "How hot it is.", unit: "celsius" }),
  shop_mode: gauge({ help: "1 closed, 2 open, 3 for guests." }),
  shop_open: gauge({ help: "1 when it is open.", unit: "bool" }),
  shop_answers_total: counter({ help: "Answers.", unit: "answers", labels: { status: ["200", "500"] } }),
});
const { shop_fps: fps, shop_load_ratio: load, shop_heat: heat, shop_mode: mode, shop_open: open } = game;

type Condition = Pick<Parameters<typeof alert>[0], "expr">["expr"];

function problems(expr: Condition, scenario: Scenario | Given, allow = {}): string[] {
  const Slow = alert({ ...plainWords, expr, scenario, allow });
  return problemsOf(id, definitionsWith({ metrics: { game }, alerts: { Slow } }));
}
const below = holds(fps, { ok: 90, limit: 45, firing: 44.9 });

test("a band that a worse level leaves is reported, with what to write", () => {
  // silent below 40
  const Slow = alert({ ...plainWords, expr: fps.lt(45).and(fps.gt(40)), scenario: below });
  expect(problemsOf(id, definitionsWith({ metrics: { game }, alerts: { Slow } }))).toEqual([
    `${at("silent below 40")}: alert "Slow" falls silent when it gets ten times worse than at \`firing\` of its scenario (${id})\n` +
      `  fix: leave out the condition that no longer holds then; if another alert takes over there, say which: allow: { "${id}": "…" }`,
  ]);
});

test("whatever is written of a band", () => {
  expect(problems(fps.lt(45).unless(fps.lt(40)), below)).toHaveLength(1);
  expect(problems(fps.lt(45).and(fps.mul(2).gt(80)), below)).toHaveLength(1);
  expect(problems(heat.gt(30).and(heat.lt(50)), holds(heat, { ok: 20, limit: 30, firing: 31 }))).toHaveLength(
    1,
  );
  expect(problems(heat.lt(5).and(heat.gt(-20)), holds(heat, { ok: 20, limit: 5, firing: 4 }))).toHaveLength(
    1,
  );
});

test("a level stays within what its unit can be", () => {
  // 0 frames are as few as there can be.
  expect(problems(fps.lt(45).and(fps.gte(0)), below)).toEqual([]);
  const busy = holds(load, { ok: ratio(0.1), limit: ratio(0.8), firing: ratio(0.81) });
  expect(problems(load.gt(ratio(0.8)).and(load.lte(ratio(1))), busy)).toEqual([]);
  expect(problems(load.gt(ratio(0.8)).and(load.lt(ratio(1))), busy)).toHaveLength(1);
});

test("a share that divides by what is left of it is silent when all fails", () => {
  const failed = game.shop_answers_total.where({ status: "500" });
  const served = game.shop_answers_total.where({ status: "200" });
  const rising = share(failed, served, { ok: percent(1), limit: percent(20), firing: percent(25) });
  const failedRate = failed.rate("5m").sumBy("instance");
  const servedRate = served.rate("5m").sumBy("instance");
  const ofServed = failedRate.div(servedRate.gt(0).series());
  expect(problems(ofServed.gt(percent(25)), { given: [rising], value: 0.33 })).toHaveLength(1);
  const all = game.shop_answers_total.rate("5m").sumBy("instance");
  expect(problems(failedRate.div(all.gt(0).series()).gt(percent(20)), rising)).toEqual([]);
});

test("what is 1 or 0, or the number of a state, does not get worse", () => {
  expect(problems(open.eq(0), holds(open, { ok: 1, firing: 0 }))).toEqual([]);
  expect(problems(mode.eq(3), holds(mode, { ok: 1, limit: 2, firing: 3 }))).toEqual([]);
});

test("a level that does not change stays as it is", () => {
  const given = [below, holds(heat, 20)];
  expect(problems(fps.lt(45).and(heat.lt(50)), { given, value: 44.9 })).toEqual([]);
});

test("a count is nothing when there is none left", () => {
  const given = [
    holds(mode.where({ job: "shop-api" }), { ok: 1, firing: "missing" }),
    holds(fps, { ok: 2, firing: 1 }),
  ];
  const [problem, ...others] = problems(promql`count(${mode}) < 2`, { given });
  expect(others).toEqual([]);
  expect(problem).toContain(
    'alert "Slow" falls silent when there is none left: count() of nothing is nothing, and not 0',
  );
  expect(problem).toContain("(count(…) or vector(0)) < 2");
  expect(problems(promql`count by (instance) (${fps} > 9) <= 3`, { given })).toHaveLength(1);
  for (const heard of [
    promql`(count(${mode}) or vector(0)) < 2`,
    promql`count(${mode}) < 2 or absent(${mode})`,
    promql`count(${mode}) > 2`,
    promql`count(${mode} < 2) > 1`,
  ]) {
    expect(problems(heard, { given })).toEqual([]);
  }
});

test("it can be allowed, with the alert that takes over", () => {
  const band = fps.lt(45).and(fps.gt(40));
  expect(problems(band, below, { [id]: "below 40 the critical alert fires" })).toEqual([]);
});

test("an allowance is in vain where it fires", () => {
  expect(problems(fps.lt(45), below, { [id]: "below 40 the critical alert fires" })).toEqual([
    expect.stringContaining("is suppressed here, but it finds nothing"),
  ]);
});
