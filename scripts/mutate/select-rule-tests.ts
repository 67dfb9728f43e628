import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { suggestion } from "../../generators/text/suggestion.ts";
import { filesOf } from "../../generators/targets/prometheus/tests.ts";
import { nameIn, type Project } from "../project/project.ts";
import type { Extent } from "./extent.ts";
import { askGit, textsAt } from "./git.ts";

export type Selected = { readonly ruleTests: readonly RuleTest[] } | { readonly complaint: string };

/** The rule tests that are tried, or why there are none. */
export async function selectRuleTests(
  ruleTests: readonly RuleTest[],
  extent: Extent,
  project: Project,
): Promise<Selected> {
  switch (extent.kind) {
    case "all":
      return { ruleTests };
    case "rule":
      return namedRule(ruleTests, extent.name);
    case "changed":
      return { ruleTests: await changedSince(extent.base.commit, ruleTests, project) };
  }
}

function namedRule(ruleTests: readonly RuleTest[], rule: string): Selected {
  const own = ruleTests.filter(({ name }) => name === rule);
  const names = ruleTests.map(({ name }) => name);
  return own.length > 0
    ? { ruleTests: own }
    : { complaint: `There is no rule "${rule}"${suggestion(rule, names)}.` };
}

/**
 * Those that are not what they were at a commit: the tests or the rules differ, including the recordings that the rule reads.
 * A waiver shows in no generated file, so a rule that has one counts as changed when its file of definitions did.
 */
async function changedSince(
  commit: string,
  ruleTests: readonly RuleTest[],
  project: Project,
): Promise<RuleTest[]> {
  const changedFiles = await askGit(project.root, "diff", "--name-only", "--relative", commit);
  const edited = new Set((changedFiles ?? "").split("\n"));
  const out = nameIn(project, project.out);
  const files = ruleTests.flatMap((ruleTest) =>
    Object.entries(filesOf(ruleTest)).map(([path, text]) => ({ ruleTest, path: `${out}/${path}`, text })),
  );
  const paths = files.map(({ path }) => path);
  const before = await textsAt(project.root, commit, paths);
  const differ = new Set(
    files.filter(({ text }, index) => before[index] !== text).map(({ ruleTest }) => ruleTest),
  );
  return ruleTests.filter((ruleTest) => {
    const { equivalentMutants, place } = ruleTest.rule;
    const hasWaivers = Object.keys(equivalentMutants).length > 0;
    return differ.has(ruleTest) || (hasWaivers && edited.has(place.file));
  });
}
