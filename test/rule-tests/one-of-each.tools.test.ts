// A metric that is declared to have one series per instance: the tests of a rule never play two.
import { alert, gauge, holds, metrics } from "signalbox";
import { describe, expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { ruleTestOfAlert } from "../../generators/rule-tests/test-of-alert.ts";
import { seriesOfModel } from "../../scripts/simulate/series-of-model.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, plainWords } from "../checks/small-shop.ts";
import { failuresOf } from "./promtool.ts";

const machines = metrics(api, {
  shop_free_bytes: gauge({ help: "Free memory.", unit: "items" }),
  shop_machine_info: gauge({
    help: "Always 1.",
    unit: "bool",
    labels: { node: "*", kind: ["old", "new"] },
    onePer: ["instance"],
  }),
});
const { shop_free_bytes: free, shop_machine_info: info } = machines;
const newOnes = info.where({ kind: "new" });

function testOf(given: readonly ReturnType<typeof holds>[]) {
  const LittleFree = alert({
    ...plainWords,
    scenario: { given, value: 3 },
    expr: free.mul(newOnes, { on: ["instance"], groupLeft: ["node"] }).lt(10),
  });
  const { model } = resolve(definitionsWith({ metrics: { machines }, alerts: { LittleFree } }));
  const found = model.alerts.find(({ name }) => name === "LittleFree");
  if (!found) throw new Error("there is no such alert");
  return { model, ruleTest: ruleTestOfAlert(found, model) };
}

const isLow = holds(free, { ok: 30, limit: 10, firing: 3 });

describe("an alert that takes the label of such a metric", () => {
  const { ruleTest, model } = testOf([isLow, holds(newOnes, 1)]);

  test("is proven by promtool, decoys and all", async () => {
    if (!("testFile" in ruleTest)) throw new Error(JSON.stringify(ruleTest));
    expect(await failuresOf(ruleTest)).toBe("");
  });

  test("no two of its series are there for one instance at once", async () => {
    if (!("testFile" in ruleTest)) throw new Error(JSON.stringify(ruleTest));
    const { testFile } = ruleTest;
    const never = "count by (job, instance) (shop_machine_info) > 1";
    const asked = Array.from({ length: 240 }, (_, index) => ({
      expr: never,
      eval_time: `${index}m`,
      exp_samples: [],
    }));
    const tests = testFile.tests.map((group) => ({ ...group, promql_expr_test: asked }));
    const played = testFile.tests.flatMap(({ input_series: input }) => input.map(({ series }) => series));
    // A decoy of each matcher is there all the same.
    expect(played.join("\n")).toMatch(/shop_machine_info\{[^}]*kind="(?!new)/);
    expect(await failuresOf({ ...ruleTest, testFile: { ...testFile, tests } })).toBe("");
  });

  test("nor does a simulated target answer with two", () => {
    const simulated = seriesOfModel(model).filter(({ metric }) => metric === "shop_machine_info");
    expect(simulated.map(({ instance }) => instance)).toEqual(["localhost:8080"]);
  });
});

test("two that are given at once are a problem of the scenario", () => {
  const { ruleTest } = testOf([isLow, holds(newOnes, 1), holds(info.where({ kind: "old" }), 1)]);
  expect(JSON.stringify(ruleTest)).toContain("at once, of which there is only one per instance");
});
