import { likelyOrder } from "../../generators/mutation/first-groups.ts";
import type { Mutant } from "../../generators/mutation/mutants.ts";
import type { TestGroup } from "../../generators/rule-tests/test-file.ts";
import type { Verdict } from "./verdicts.ts";

/** How far a mutant has come through the groups of its rule's tests. */
export interface Course {
  readonly mutant: Mutant;
  /** Those that have not seen it yet; the next one first. */
  readonly ahead: readonly TestGroup[];
  readonly end: End | undefined;
}

/** Noticed by one group, unnoticed by all, or what went wrong while it was tried. */
export type End = Verdict | { readonly broken: string };

export function courseOf(mutant: Mutant, groups: readonly TestGroup[]): Course {
  return { mutant, ahead: likelyOrder(mutant.operator, groups), end: undefined };
}

/** The course after its next group has said this. */
export function goneOn({ mutant, ahead }: Course, verdict: Verdict): Course {
  const left = ahead.slice(1);
  const isAtEnd = verdict === "noticed" || left.length === 0;
  return { mutant, ahead: isAtEnd ? [] : left, end: isAtEnd ? verdict : undefined };
}

export function brokenOff({ mutant }: Course, why: string): Course {
  return { mutant, ahead: [], end: { broken: why } };
}
