import { alert, gauge, holds, metrics, recording } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import { ruleEntry } from "../../generators/rule-tests/rule-entry.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { api, plainWords } from "../checks/small-shop.ts";
import { failuresOf } from "../rule-tests/promtool.ts";

const game = metrics(api, { shop_fps: gauge({ help: "Frames a second.", unit: "fps" }) });
const { shop_fps: fps } = game;
const below = holds(fps, { ok: 90, limit: 45, firing: 44.9 });
const above = holds(fps, { ok: 30, limit: 144, firing: 150 });

/** The mutants of a rule that take another aggregation of all instances, and what promtool says of each. */
async function tried(parts: Parts, name: string): Promise<Record<string, boolean>> {
  const { model } = resolve(definitionsWith({ metrics: { game }, ...parts }));
  const ruleTest = ruleTestsOf(model).find((one) => one.name === name);
  if (!ruleTest) throw new Error(`there is no rule ${name}`);
  const { rule, ruleFile, testFile } = ruleTest;
  expect(await failuresOf(ruleTest)).toBe("");
  const own = JSON.stringify(ruleEntry(rule));
  const found = mutantsOf(rule, model).filter(({ operator }) => operator === "aggregation");
  const killed = found.map(async ({ id, mutated }): Promise<[string, boolean]> => {
    const groups = ruleFile.groups.map((group) => ({
      ...group,
      rules: group.rules.map((one) => (JSON.stringify(one) === own ? ruleEntry(mutated) : one)),
    }));
    return [id, (await failuresOf({ ruleFile: { groups }, testFile })) !== ""];
  });
  return Object.fromEntries(await Promise.all(killed));
}

test.each([
  ["the mean below", fps.avg().lt(45), below, { "avg to min": true }],
  ["the mean above", fps.avg().gt(144), above, { "avg to max": true }],
  ["the lowest below", fps.min().lt(45), below, { "min to max": true }],
  ["the highest above", fps.max().gt(144), above, { "max to min": true }],
  ["all above", fps.min().gt(144), above, { "min to max": true }],
  // What tells instances apart makes no number of them, and a total is one whatever its parts are.
  ["by instance", fps.avgBy("instance").lt(45), below, {}],
  ["a sum", fps.sum().lt(45), below, {}],
] as const)("of an alert: %s", async (_, expr, scenario, expected) => {
  const Frames = alert({ ...plainWords, expr, scenario });
  expect(await tried({ alerts: { Frames } }, "Frames")).toEqual(expected);
});

test("of a recording any other is another value, and its test says which it is", async () => {
  const mean = recording("job:shop_fps:avg", fps.avg(), {
    help: "Frames a second, of all.",
    example: { given: [holds(fps, 90)], expect: 90 },
  });
  const Frames = alert({ ...plainWords, expr: mean.lt(45), scenario: below });
  const parts = { recordings: { mean }, alerts: { Frames } };
  expect(await tried(parts, "job:shop_fps:avg")).toEqual({ "avg to max": true, "avg to min": true });
});
