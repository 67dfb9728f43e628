// Real runs: promtool decides which slips a proof notices.
import { expect, test } from "vitest";
import { runs, type AlertDefinition } from "signalbox";
import { resolve } from "../../generators/model/resolve.ts";
import type { MutantResult } from "../../generators/mutation/result.ts";
import { sortProblems, type Problem } from "../../generators/problem.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { mutate, type MutateOptions } from "../../scripts/mutate/mutate.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { FewOrders, sales } from "../checks/small-shop.ts";

const promtool = await findTool("promtool");
const orders = sales.shop_orders_total.where({ channel: "web" });

function subjectWith(alerts: Readonly<Record<string, AlertDefinition>> = {}) {
  const { model } = resolve(definitionsWith({ alerts }));
  return { model, proofs: ruleTestsOf(model), promtool };
}

async function tried(options: MutateOptions) {
  const outcome = await mutate(options);
  if (outcome.kind === "refused") throw new Error(outcome.problems.map(({ message }) => message).join("\n"));
  return outcome;
}

function idsOf(results: readonly MutantResult[], outcome: MutantResult["outcome"]): string[] {
  return results.filter((result) => result.outcome === outcome).map(({ mutant }) => mutant.id);
}

test("a scenario that looks closely notices every slip", async () => {
  const progress: string[] = [];
  const checked: string[] = [];
  const { results, problems } = await tried({
    ...subjectWith(),
    onChecked: (done, all) => void checked.push(`${done} of ${all}`),
    onProgress: (done, all) => void progress.push(`${done} of ${all}`),
  });
  expect(idsOf(results, "survived")).toEqual([]);
  expect(problems).toEqual([]);
  expect(results.length).toBeGreaterThan(15);
  expect(checked).toEqual(["2 of 2"]);
  expect(progress.at(-1)).toBe(`${results.length} of ${results.length}`);
});

test("one whose levels are far from the threshold does not notice that it moves", async () => {
  const scenario = runs(orders, { ok: 3, firing: 0.5 });
  const survivors: Problem[] = [];
  const { results, problems } = await tried({
    ...subjectWith({ FewOrders: { ...FewOrders, scenario } }),
    onSurvivor: (problem) => void survivors.push(problem),
  });
  expect(idsOf(results, "survived")).toEqual([
    "threshold +10%",
    "threshold -10%",
    "threshold doubled",
    "comparison not strict",
  ]);
  expect(problems.map(({ check }) => check)).toEqual(new Array(4).fill("mutants-are-killed"));
  // Each of them was told as soon as it was known.
  expect(sortProblems(survivors)).toEqual(sortProblems(problems));
});

test("what is waived does not survive, but too much of it is a problem", async () => {
  const scenario = runs(orders, { ok: 3, limit: 2, firing: 0.9375 });
  const equivalentMutants = { "comparison not strict": "A rate is never exactly 1." };
  const { results, problems } = await tried(
    subjectWith({ FewOrders: { ...FewOrders, scenario, equivalentMutants } }),
  );
  expect(idsOf(results, "waived")).toEqual(["comparison not strict"]);
  expect(idsOf(results, "survived")).toEqual(["threshold +10%", "threshold doubled"]);
  // The small shop has fewer than twenty mutants.
  expect(problems.map(({ check }) => check)).toEqual([
    "mutants-are-killed",
    "mutants-are-killed",
    "few-mutants-are-waived",
  ]);
});

test("a proof that fails as it is kills nothing: it is told instead", async () => {
  const subject = subjectWith();
  const broken = subject.proofs.map((proof): RuleTest => ({ ...proof, ruleFile: { groups: [] } }));
  const outcome = await mutate({ ...subject, proofs: broken });
  expect(outcome.kind).toBe("refused");
  expect(outcome.problems.map(({ check, message }) => [check, message.split("\n")[0]])).toEqual([
    ["proofs-hold", 'the proof of recording "instance:shop_orders:rate5m" fails as it is:'],
    ["proofs-hold", 'the proof of alert "FewOrders" fails as it is:'],
  ]);
});
