import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { suggestion } from "../../generators/text/suggestion.ts";
import { filesOf } from "../../generators/targets/prometheus/tests.ts";
import { nameIn, type Project } from "../project/project.ts";
import { aFewAtATime } from "../validate/a-few-at-a-time.ts";
import { askGit, gitBase } from "./git.ts";

export interface Selection {
  /** The name of one rule. */
  readonly rule?: string | undefined;
  /** Only what differs from a git base. */
  readonly changed?: boolean | undefined;
  /** The git base, where the user named one. */
  readonly base?: string | undefined;
}

export type Selected =
  { readonly ruleTests: readonly RuleTest[]; readonly what: string } | { readonly complaint: string };

/** The rule tests that a user wants tried, and how to call them; or why there are none. */
export async function selectRuleTests(
  ruleTests: readonly RuleTest[],
  { rule, changed = false, base }: Selection,
  project: Project,
): Promise<Selected> {
  if (rule !== undefined) {
    const own = ruleTests.filter(({ name }) => name === rule);
    const names = ruleTests.map(({ name }) => name);
    return own.length > 0
      ? { ruleTests: own, what: `the rule ${rule}` }
      : { complaint: `There is no rule "${rule}"${suggestion(rule, names)}.` };
  }
  if (!changed) return { ruleTests, what: "all rules" };
  const found = await gitBase(project.root, base);
  if ("complaint" in found) return found;
  const what = `the rules that differ from ${found.name}`;
  return { ruleTests: await changedSince(found.commit, ruleTests, project), what };
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
  const isChanged = await aFewAtATime(ruleTests, async (ruleTest) => {
    const { rule } = ruleTest;
    const hasWaivers = Object.keys(rule.equivalentMutants).length > 0;
    if (hasWaivers && edited.has(rule.place.file)) return true;
    return differs(ruleTest, project, commit);
  });
  return ruleTests.filter((_, index) => isChanged[index]);
}

async function differs(ruleTest: RuleTest, project: Project, commit: string): Promise<boolean> {
  for (const [path, text] of Object.entries(filesOf(ruleTest))) {
    const file = `${commit}:./${nameIn(project, project.out)}/${path}`;
    if ((await askGit(project.root, "show", file)) !== text) return true;
  }
  return false;
}
