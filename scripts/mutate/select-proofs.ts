import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { suggestion } from "../../generators/promql/suggestion.ts";
import type { Project } from "../project/project.ts";
import { changedProofs } from "./changed-proofs.ts";
import { gitBase } from "./git-base.ts";

export interface Selection {
  /** The name of one rule. */
  readonly rule?: string | undefined;
  /** Only what differs from a git base. */
  readonly changed?: boolean | undefined;
  /** The git base, where the user named one. */
  readonly base?: string | undefined;
}

export type Selected =
  { readonly proofs: readonly RuleTest[]; readonly what: string } | { readonly complaint: string };

/** The proofs that a user wants tried, and how to call them; or why there are none. */
export async function selectProofs(
  proofs: readonly RuleTest[],
  { rule, changed = false, base }: Selection,
  project: Project,
): Promise<Selected> {
  if (rule !== undefined) {
    const own = proofs.filter(({ name }) => name === rule);
    const names = proofs.map(({ name }) => name);
    return own.length > 0
      ? { proofs: own, what: `the rule ${rule}` }
      : { complaint: `There is no rule "${rule}"${suggestion(rule, names)}.` };
  }
  if (!changed) return { proofs, what: "all rules" };
  const found = await gitBase(project.root, base);
  if ("complaint" in found) return found;
  const what = `the rules that differ from ${found.name}`;
  return { proofs: await changedProofs(proofs, project, found.commit), what };
}
