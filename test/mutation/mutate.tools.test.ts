// Real runs: promtool decides which mistakes a test notices.
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runs, type AlertDefinition } from "signalbox";
import { resolve } from "../../generators/model/resolve.ts";
import type { MutantResult, TriedMutant } from "../../generators/mutation/results.ts";
import { sortProblems, type Problem } from "../../generators/problem.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import { emptyShelf, shelfAt } from "../../scripts/kept/shelf.ts";
import { mutate } from "../../scripts/mutate/mutate.ts";
import { runTrials } from "../../scripts/mutate/run-trials.ts";
import type { Trial } from "../../scripts/mutate/trial.ts";
import type { TrialResult } from "../../scripts/mutate/trial-result.ts";
import { isVerdict, type Verdict } from "../../scripts/mutate/verdicts.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { FewOrders, sales } from "../checks/small-shop.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

const promtool = await findTool("promtool");
const orders = sales.shop_orders_total.where({ channel: "web" });

function subjectWith(alerts: Readonly<Record<string, AlertDefinition>> = {}) {
  const { model } = resolve(definitionsWith({ alerts }));
  // Without the guard of their job, which is not what these tests are about.
  const ruleTests = ruleTestsOf(model).filter(
    ({ rule }) => rule.kind !== "alert" || rule.guardOf === undefined,
  );
  return { model, ruleTests, promtool, shelf: emptyShelf<Verdict>() };
}

function idsOf(results: readonly MutantResult<TriedMutant>[], outcome: MutantResult["outcome"]): string[] {
  return results.filter((result) => result.outcome === outcome).map(({ mutant }) => mutant.id);
}

test("a scenario that looks closely notices every mistake", async () => {
  const progress: string[] = [];
  const { results, problems } = await mutate({
    ...subjectWith(),
    onProgress: (done, all) => void progress.push(`${done} of ${all}`),
  });
  expect(idsOf(results, "survived")).toEqual([]);
  expect(problems).toEqual([]);
  expect(results.length).toBeGreaterThan(15);
  expect(progress.at(-1)).toBe(`${results.length} of ${results.length}`);
});

test("one whose levels are far from the threshold does not notice that it moves", async () => {
  const scenario = runs(orders, { ok: 3, firing: 0.5 });
  const survivors: Problem[] = [];
  const { results, problems } = await mutate({
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
  // Each of them was reported as soon as it was known.
  expect(sortProblems(survivors)).toEqual(sortProblems(problems));
});

test("what is waived does not survive, but too much of it is a problem", async () => {
  const scenario = runs(orders, { ok: 3, limit: 2, firing: 0.9375 });
  const equivalentMutants = {
    "comparison not strict": "A rate is never exactly 1.",
    "threshold +10%": "It is played closer to it elsewhere.",
  };
  const { results, problems } = await mutate(
    subjectWith({ FewOrders: { ...FewOrders, scenario, equivalentMutants } }),
  );
  expect(idsOf(results, "waived")).toEqual(["threshold +10%", "comparison not strict"]);
  expect(idsOf(results, "survived")).toEqual(["threshold doubled"]);
  // The small shop has fewer than forty mutants.
  expect(problems.map(({ check }) => check)).toEqual(["mutants-are-killed", "few-mutants-are-waived"]);
});

test("a test that fails without any mutation kills nothing: it is reported, and does not hide what the others say", async () => {
  const subject = subjectWith();
  const [recording, ...others] = subject.ruleTests;
  if (!recording) throw new Error("the small shop has two rules");
  const broken: RuleTest = { ...recording, ruleFile: { groups: [] } };
  const { results, problems } = await mutate({ ...subject, ruleTests: [broken, ...others] });
  expect(problems.map(({ check, message }) => [check, message.split("\n")[0]])).toEqual([
    ["rule-tests-pass", 'the test of recording "instance:shop_orders:rate5m" fails without any mutation:'],
  ]);
  expect(new Set(results.map(({ mutant }) => mutant.rule.name))).toEqual(new Set(["FewOrders"]));
  expect(idsOf(results, "killed")).toHaveLength(results.length);
});

describe("what promtool has said", () => {
  const levels = runs(orders, { ok: 3, limit: 2, firing: 0.9375 });
  const subject = subjectWith({ FewOrders: { ...FewOrders, scenario: levels } });
  // Where it is not asked, nothing is missed.
  const absent = { path: "/no/promtool", version: promtool.version };

  async function shelfIn(): Promise<string> {
    return join(await temporaryFolder(), "mutants.json");
  }

  function open(path: string) {
    return shelfAt(path, isVerdict, 0);
  }

  test("is not asked again while nothing changes, and gives the same report", async () => {
    const path = await shelfIn();
    const first = await mutate({ ...subject, shelf: open(path) });
    expect(idsOf(first.results, "survived")).not.toEqual([]);
    expect(await mutate({ ...subject, promtool: absent, shelf: open(path) })).toEqual(first);
  });

  test("is asked again of what differs, with the same result as from nothing", async () => {
    const path = await shelfIn();
    await mutate({ ...subject, shelf: open(path) });
    const changed = subjectWith({ FewOrders: { ...FewOrders, for: "20m", scenario: levels } });
    const again = await mutate({ ...changed, shelf: open(path) });
    expect(again).toEqual(await mutate(changed));
    // The recording did not change: nobody had to be asked about it.
    const kept = await mutate({
      ...changed,
      ruleTests: changed.ruleTests.slice(0, 1),
      promtool: absent,
      shelf: open(path),
    });
    expect(kept.problems).toEqual([]);
    expect(kept.results.length).toBeGreaterThan(0);
  });

  test("is asked again of another promtool", async () => {
    const path = await shelfIn();
    await mutate({ ...subject, shelf: open(path) });
    const other = await mutate({ ...subject, promtool: { ...absent, version: "9.9.9" }, shelf: open(path) });
    expect(other.results).toEqual([]);
    expect(new Set(other.problems.map(({ check }) => check))).toEqual(new Set(["mutants-are-tried"]));
  });
});

describe("mutants that are tried together", () => {
  test("are judged as each by itself", async () => {
    const subject = subjectWith({
      FewOrders: { ...FewOrders, scenario: runs(orders, { ok: 3, firing: 0.5 }) },
    });
    for (const ruleTest of subject.ruleTests) {
      const mutants = mutantsOf(ruleTest.rule, subject.model);
      for (const group of ruleTest.testFile.tests) {
        const named = [undefined, ...mutants].map((mutant, index) => ({ mutant, name: `X${index}X` }));
        const alone = [undefined, ...mutants].map((mutant) => ({ mutant, name: ruleTest.name }));
        const noticed: string[] = [];
        const together: string[] = [];
        const note = (into: string[]) => (_: Trial, result: TrialResult) => {
          if (result.kind === "judged")
            for (const { mutant } of result.noticed.keys()) into.push(mutant?.id ?? "");
        };
        const options = { promtool, isStopped: () => false };
        const trials = alone.map((one) => ({ ruleTest, group, candidates: [one] }));
        await runTrials(trials, { ...options, onDone: note(noticed) });
        await runTrials([{ ruleTest, group, candidates: named }], { ...options, onDone: note(together) });
        expect(together.sort()).toEqual(noticed.sort());
      }
    }
  });
});

describe("a promtool that gives no answer", () => {
  /** It crashes wherever a rule waits for 20 minutes. */
  async function crashingPromtool() {
    const path = join(await temporaryFolder(), "promtool");
    writeFileSync(
      path,
      `#!/bin/sh\ngrep -q '"for":"20m"' */rules.yml && kill -9 $$\nexec "${promtool.path}" "$@"\n`,
    );
    chmodSync(path, 0o755);
    return { path, version: promtool.version };
  }

  test("is named with the mutant, and does not hide what is known of the others", async () => {
    const subject = subjectWith({ FewOrders: { ...FewOrders, for: "10m" } });
    const { results, problems, untried } = await mutate({ ...subject, promtool: await crashingPromtool() });
    expect(problems.map(({ check, message }) => [check, message.split("\n")[0]])).toEqual([
      ["mutants-are-tried", expect.stringContaining('alert "FewOrders" cannot be tried with for 10m → 20m')],
    ]);
    expect(problems[0]?.message).toContain("promtool ended with code 137 and wrote no results");
    expect(problems[0]?.fix).toMatch(/mutate.* --rule FewOrders$/);
    const whole = await mutate(subject);
    expect(results).toEqual(whole.results.filter(({ mutant }) => mutant.id !== "for doubled"));
    expect(untried).toBe(0);
  });

  test("on the rule as it is says nothing of its mutants", async () => {
    const subject = subjectWith({ FewOrders: { ...FewOrders, for: "20m" } });
    const { results, problems } = await mutate({ ...subject, promtool: await crashingPromtool() });
    expect(problems.map(({ message }) => message.split("\n")[0])).toEqual([
      'the test of alert "FewOrders" cannot be run:',
    ]);
    expect(new Set(results.map(({ mutant }) => mutant.rule.name))).toEqual(
      new Set(["instance:shop_orders:rate5m"]),
    );
  });
});

test("who stops it early has what is known by then", async () => {
  const controller = new AbortController();
  const subject = subjectWith();
  controller.abort();
  const { results, untried } = await mutate({ ...subject, signal: controller.signal });
  expect([results, untried > 15]).toEqual([[], true]);
});
