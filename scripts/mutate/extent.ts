import { commandToRun } from "../command-line.ts";
import { isContinuousIntegration } from "../project/continuous-integration.ts";
import type { Project } from "../project/project.ts";
import { gitBase, workedOnBranch } from "../project/git.ts";

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

/** Which rules are tried. */
export type Extent =
  | { readonly kind: "all" }
  | { readonly kind: "rule"; readonly name: string }
  | {
      readonly kind: "changed";
      /** What the rules are compared with, and how a person calls it. */
      readonly base: { readonly commit: string; readonly name: string };
      /** On which nobody said what to try; left out: somebody did. */
      readonly branch?: string;
    };

/**
 * What a user wants tried, or why that cannot be.
 *
 * @param environment tells whether this is a machine that judges what somebody has pushed: it tries all
 */
export async function extentOf(
  { rule, changed = false, base, all = false }: Selection,
  { root }: Pick<Project, "root">,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Extent | { readonly complaint: string }> {
  if (rule !== undefined) return { kind: "rule", name: rule };
  if (changed) {
    const found = await gitBase(root, base);
    return "complaint" in found ? found : { kind: "changed", base: found };
  }
  if (all || isContinuousIntegration(environment)) return { kind: "all" };
  // Where there is no git there are no branches.
  const branch = await workedOnBranch(root).catch(() => undefined);
  return branch ? { kind: "changed", base: branch.base, branch: branch.name } : { kind: "all" };
}

/** `all rules`, `the rules that differ from origin/main`, `the rule X`. */
export function extentText(extent: Extent): string {
  switch (extent.kind) {
    case "all":
      return "all rules";
    case "rule":
      return `the rule ${extent.name}`;
    case "changed":
      return `the rules that differ from ${extent.base.name}`;
  }
}

/** How the other rules can be tried, where some were left out unasked. */
export function othersText(extent: Extent): string | undefined {
  if (extent.kind !== "changed" || extent.branch === undefined) return undefined;
  return `on branch ${extent.branch} only what differs is tried; all rules: ${commandToRun("mutate", "--all")}`;
}
