import { filesOf } from "../../generators/targets/prometheus/tests.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { nameIn, type Project } from "../project/project.ts";
import { aFewAtATime } from "../validate/a-few-at-a-time.ts";
import { askGit } from "./git.ts";

/**
 * The proofs that are not what they were at a commit: of which the tests or the rules differ, recordings that the rule reads
 * included; and those in whose files something changed that waives mutants, which no generated file shows.
 */
export async function changedProofs(
  proofs: readonly RuleTest[],
  project: Project,
  commit: string,
): Promise<RuleTest[]> {
  const changedFiles = await askGit(project.root, "diff", "--name-only", "--relative", commit);
  const edited = new Set((changedFiles ?? "").split("\n"));
  const isChanged = await aFewAtATime(proofs, async (proof) => {
    const { rule } = proof;
    const hasWaivers = Object.keys(rule.definition.equivalentMutants ?? {}).length > 0;
    if (hasWaivers && edited.has(rule.place.file)) return true;
    return differs(proof, project, commit);
  });
  return proofs.filter((_, index) => isChanged[index]);
}

async function differs(proof: RuleTest, project: Project, commit: string): Promise<boolean> {
  for (const [path, text] of Object.entries(filesOf(proof))) {
    const file = `${commit}:./${nameIn(project, project.out)}/${path}`;
    if ((await askGit(project.root, "show", file)) !== text) return true;
  }
  return false;
}
