import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { suggestion } from "../../generators/text/suggestion.ts";
import { filesOf } from "../../generators/targets/prometheus/tests.ts";
import { commandToRun } from "../command-line.ts";
import { nameIn, type Project } from "../project/project.ts";
import { askGit, gitBase, textsAt, workedOnBranch } from "./git.ts";

export interface Selection {
  /** Whatever else would be chosen. */
  readonly all?: boolean | undefined;
  /** The name of one rule. */
  readonly rule?: string | undefined;
  /** Only what differs from a git base. */
  readonly changed?: boolean | undefined;
  /** The git base, where the user named one. */
  readonly base?: string | undefined;
}

export type Selected = Choice | { readonly complaint: string };

interface Choice {
  readonly ruleTests: readonly RuleTest[];
  readonly what: string;
  /** How the others can be tried, where some were left out unasked. */
  readonly others?: string;
}

/**
 * The rule tests that a user wants tried, and how to call them; or why there are none.
 *
 * @param environment tells whether this is a machine that judges what somebody has pushed: it tries all
 */
export async function selectRuleTests(
  ruleTests: readonly RuleTest[],
  { rule, changed = false, base, all = false }: Selection,
  project: Project,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Selected> {
  if (rule !== undefined) return namedRule(ruleTests, rule);
  if (changed) {
    const found = await gitBase(project.root, base);
    return "complaint" in found ? found : differing(found, ruleTests, project);
  }
  const branch = all || isJudged(environment) ? undefined : await branchIn(project);
  if (!branch) return { ruleTests, what: "all rules" };
  const others = `on branch ${branch.name} only what differs is tried; all rules: ${commandToRun("mutate", "--all")}`;
  return { ...(await differing(branch.base, ruleTests, project)), others };
}

/** Every service that builds what is pushed sets it. */
function isJudged({ CI: ci = "" }: NodeJS.ProcessEnv): boolean {
  return !["", "0", "false"].includes(ci);
}

/** Where there is no git there are no branches. */
function branchIn({ root }: Project) {
  return workedOnBranch(root).catch(() => undefined);
}

function namedRule(ruleTests: readonly RuleTest[], rule: string): Selected {
  const own = ruleTests.filter(({ name }) => name === rule);
  const names = ruleTests.map(({ name }) => name);
  return own.length > 0
    ? { ruleTests: own, what: `the rule ${rule}` }
    : { complaint: `There is no rule "${rule}"${suggestion(rule, names)}.` };
}

async function differing(
  { commit, name }: { readonly commit: string; readonly name: string },
  ruleTests: readonly RuleTest[],
  project: Project,
): Promise<Choice> {
  const changed = await changedSince(commit, ruleTests, project);
  return { ruleTests: changed, what: `the rules that differ from ${name}` };
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
  const before = await textsAt(
    project.root,
    commit,
    files.map(({ path }) => path),
  );
  const differ = new Set(
    files.filter(({ text }, index) => before[index] !== text).map(({ ruleTest }) => ruleTest),
  );
  return ruleTests.filter((ruleTest) => {
    const { equivalentMutants, place } = ruleTest.rule;
    const hasWaivers = Object.keys(equivalentMutants).length > 0;
    return differ.has(ruleTest) || (hasWaivers && edited.has(place.file));
  });
}
