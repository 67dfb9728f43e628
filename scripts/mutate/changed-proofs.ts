import { filesOf } from "../../generators/outputs/prometheus-tests.ts";
import type { Proof } from "../../generators/proof/proof.ts";
import { aFewAtATime } from "../validate/a-few-at-a-time.ts";
import { askGit } from "./git.ts";

/**
 * The proofs that are not what they were at a commit: of which the tests or the rules differ, recordings that the rule reads
 * included; and those in whose files something changed that waives mutants, which no generated file shows.
 */
export async function changedProofs(
  proofs: readonly Proof[],
  root: string,
  commit: string,
): Promise<Proof[]> {
  const changedFiles = await askGit(root, "diff", "--name-only", "--relative", commit);
  const edited = new Set((changedFiles ?? "").split("\n"));
  const isChanged = await aFewAtATime(proofs, async (proof) => {
    const { rule } = proof;
    const hasWaivers = Object.keys(rule.definition.equivalentMutants ?? {}).length > 0;
    if (hasWaivers && edited.has(rule.place.file)) return true;
    return differs(proof, root, commit);
  });
  return proofs.filter((_, index) => isChanged[index]);
}

async function differs(proof: Proof, root: string, commit: string): Promise<boolean> {
  for (const [path, text] of Object.entries(filesOf(proof))) {
    if ((await askGit(root, "show", `${commit}:./out/${path}`)) !== text) return true;
  }
  return false;
}
