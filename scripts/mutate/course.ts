import type { Mutant } from "../../generators/mutation/mutants.ts";
import type { TestGroup } from "../../generators/rule-tests/test-file.ts";
import type { Verdict } from "./verdicts.ts";

/** How far a mutant has come through its rule's tests. */
export interface Course {
  readonly mutant: Mutant;
  /** The stages that have not seen it yet; the next one first. */
  readonly ahead: readonly TestGroup[];
  readonly end: End | undefined;
}

/** Noticed by one stage, unnoticed by all, or what went wrong while it was tried. */
export type End = Verdict | { readonly broken: string };

export function courseOf(mutant: Mutant, stages: readonly TestGroup[]): Course {
  return { mutant, ahead: stages, end: undefined };
}

/** The course after its next stage has said this. */
export function goneOn({ mutant, ahead }: Course, verdict: Verdict): Course {
  const left = ahead.slice(1);
  const isAtEnd = verdict === "noticed" || left.length === 0;
  return { mutant, ahead: isAtEnd ? [] : left, end: isAtEnd ? verdict : undefined };
}

export function brokenOff({ mutant }: Course, why: string): Course {
  return { mutant, ahead: [], end: { broken: why } };
}
