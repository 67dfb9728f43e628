import { join } from "node:path";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { suggestion } from "../../generators/text/suggestion.ts";
import { filesOf } from "../../generators/targets/prometheus/tests.ts";
import { nameIn, type Project } from "../project/project.ts";
import type { Extent } from "./extent.ts";
import { askGit, textsAt } from "../project/git.ts";
import { filesMadeOf } from "./made-of.ts";

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
  const own = ruleTests.filter((one) => one.rule.id === rule);
  const names = ruleTests.map((one) => one.rule.id);
  return own.length > 0
    ? { ruleTests: own }
    : { complaint: `There is no rule "${rule}"${suggestion(rule, names)}.` };
}

/**
 * Those that are not what they were at a commit: the tests or the rules differ, including the recordings that the rule reads, or their
 * waivers may.
 */
async function changedSince(
  commit: string,
  ruleTests: readonly RuleTest[],
  project: Project,
): Promise<RuleTest[]> {
  const out = nameIn(project, project.out);
  const files = ruleTests.flatMap((ruleTest) =>
    Object.entries(filesOf(ruleTest)).map(([path, text]) => ({ ruleTest, path: `${out}/${path}`, text })),
  );
  const paths = files.map(({ path }) => path);
  const before = await textsAt(project.root, commit, paths);
  const differ = new Set(
    files.filter(({ text }, index) => before[index] !== text).map(({ ruleTest }) => ruleTest),
  );
  const waiversMayDiffer = await waiversSince(commit, ruleTests, project);
  return ruleTests.filter((ruleTest) => differ.has(ruleTest) || waiversMayDiffer(ruleTest));
}

/**
 * A waiver shows in no generated file. It may have come, changed or gone where a file that the rule is made of was edited, and the rule
 * has one, or its own file or one that was edited had: there the rule may have stood before.
 */
async function waiversSince(commit: string, ruleTests: readonly RuleTest[], { root }: Project) {
  const edited = await editedSince(commit, root);
  const own = [...new Set(ruleTests.map(({ rule }) => rule.place.file))];
  const before = await textsAt(root, commit, [...edited, ...own]);
  const hadWaivers = (index: number) => before[index]?.includes("equivalentMutants") ?? false;
  const anyHad = edited.some((_, index) => hadWaivers(index));
  const had = new Set(own.filter((_, index) => hadWaivers(edited.length + index)));
  // One that is new is not among them before git knows it.
  const isNew = own.filter((_, index) => before[edited.length + index] === undefined);
  const changed = new Set([...edited, ...isNew].map((file) => join(root, file)));
  const madeOf = filesMadeOf();
  return ({ rule: { equivalentMutants, place } }: RuleTest): boolean =>
    (anyHad || had.has(place.file) || Object.keys(equivalentMutants).length > 0) &&
    [...madeOf(join(root, place.file))].some((file) => changed.has(file));
}

/** What may hold definitions and is not as it was, by its path from the project, wherever in the repository it lies. */
async function editedSince(commit: string, root: string): Promise<string[]> {
  const top = await askGit(root, "rev-parse", "--show-toplevel");
  const names = await askGit(root, "diff", "--name-only", "--no-renames", "--no-relative", "-z", commit);
  return (names ?? "")
    .split("\0")
    .filter((name) => /\.(?:ts|json)$/.test(name))
    .map((name) => nameIn({ root }, join(top?.replace(/\n$/, "") ?? root, name)));
}
