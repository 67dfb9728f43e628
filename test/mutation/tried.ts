import { expect } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import type { OperatorName } from "../../generators/mutation/operators/index.ts";
import { formatProblem } from "../../generators/problem.ts";
import { ruleEntry } from "../../generators/rule-tests/rule-entry.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { failuresOf, failuresOfEach } from "../rule-tests/promtool.ts";

/** What one operator makes of a rule whose test holds, and whether promtool notices. */
export async function tried(
  parts: Parts,
  name: string,
  operator: OperatorName,
): Promise<Record<string, boolean>> {
  const { model } = resolve(definitionsWith(parts));
  const ruleTest = ruleTestsOf(model).find((one) => one.name === name);
  if (!ruleTest) throw new Error(`there is no rule ${name}`);
  const { rule, ruleFile, testFile } = ruleTest;
  expect(await failuresOf(ruleTest)).toBe("");
  const own = JSON.stringify(ruleEntry(rule));
  const found = mutantsOf(rule, model).filter((mutant) => mutant.operator === operator);
  const mutated = found.map((mutant) => {
    const groups = ruleFile.groups.map((group) => ({
      ...group,
      rules: group.rules.map((one) => (JSON.stringify(one) === own ? ruleEntry(mutant.mutated) : one)),
    }));
    return { ruleFile: { groups }, testFile };
  });
  const failures = await failuresOfEach(mutated);
  return Object.fromEntries(found.map(({ id }, index) => [id, failures[index] !== ""]));
}

/** What the build says of definitions. */
export function complaintsOf(parts: Parts): string[] {
  return compile(definitionsWith(parts)).problems.map(formatProblem);
}
