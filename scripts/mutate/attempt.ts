import type { Mutant } from "../../generators/mutation/mutants.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import type { TestGroup } from "../../generators/rule-tests/test-file.ts";
import { stagesOf } from "../../generators/mutation/stages.ts";
import { brokenOff, type Course, courseOf, goneOn } from "./course.ts";
import type { Relabel, Trial } from "./trial.ts";
import type { TrialResult } from "./trial-result.ts";
import type { Verdict, Verdicts } from "./verdicts.ts";

/** The mutants of one rule on their way through its tests. */
export interface Attempt {
  readonly ruleTest: RuleTest;
  /** What each of them goes through, until one notices it. */
  readonly stages: readonly TestGroup[];
  /** In the order of the mutants. */
  readonly courses: readonly Course[];
  /** What those go through that only a label shows which a ruler adds: the same, with that label. */
  readonly labelled: ReadonlyMap<TestGroup, Relabel>;
  /** Each is tried by itself, and under the rule's own name. */
  readonly isAlone: boolean;
  /** Why the tests say nothing about mutants: they fail, or cannot be run, with the rule as it is. */
  readonly fault: Fault | undefined;
}

export interface Fault {
  readonly kind: "fails" | "broken";
  /** In the words of promtool. */
  readonly why: string;
}

export function attemptOf(
  ruleTest: RuleTest,
  mutants: readonly Mutant[],
  { isAlone, relabel }: Pick<Attempt, "isAlone"> & { readonly relabel: Relabel },
): Attempt {
  const stages = stagesOf(ruleTest.testFile.tests);
  const labelled = ruleTest.testFile.tests.map((group) => ({ ...group }));
  const courses = mutants.map((mutant) =>
    courseOf(mutant, mutant.operator === "addedLabels" ? labelled : stages),
  );
  return {
    ruleTest,
    stages: [...stages, ...labelled],
    courses,
    labelled: new Map(labelled.map((group) => [group, relabel])),
    isAlone,
    fault: undefined,
  };
}

/** The attempt with all that is known of its mutants. */
export function withVerdicts(attempt: Attempt, verdicts: Verdicts): Attempt {
  const courses = attempt.courses.map((course) => {
    let now = course;
    for (;;) {
      const verdict = verdictOf(attempt, now, verdicts);
      if (verdict === undefined) return now;
      now = goneOn(now, verdict);
    }
  });
  return { ...attempt, courses };
}

function verdictOf(attempt: Attempt, { mutant, ahead }: Course, verdicts: Verdicts): Verdict | undefined {
  const [group] = ahead;
  return group && verdicts.of(trialOf({ ...attempt, group }, mutant));
}

/** What has to be tried next: each mutant in the first stage that has not seen it; nothing where all is known. */
export function nextTrials(attempt: Attempt, verdicts: Verdicts): Trial[] {
  const { stages, courses, isAlone, fault } = attempt;
  if (fault) return [];
  return stages.flatMap((group): Trial[] => {
    const place = { ...attempt, group };
    const waiting = courses.filter(({ ahead }) => ahead[0] === group).map(({ mutant }) => mutant);
    if (waiting.length === 0 && attempt.labelled.has(group)) return [];
    const isKnown = verdicts.of(trialOf(place, undefined)) !== undefined;
    // The rule as it is goes with them: a stage that notices it says nothing of the others.
    const mutants = isKnown ? waiting : [undefined, ...waiting];
    if (isAlone) return mutants.map((mutant) => trialOf(place, mutant));
    return mutants.length === 0 ? [] : [trialOf(place, ...mutants)];
  });
}

interface TrialPlace extends Pick<Attempt, "ruleTest" | "isAlone" | "labelled"> {
  readonly group: TestGroup;
}

function trialOf(
  { ruleTest, group, isAlone, labelled }: TrialPlace,
  ...mutants: readonly (Mutant | undefined)[]
): Trial {
  const { name: own } = ruleTest;
  // What stands behind the number keeps the first from being the beginning of the tenth.
  const nameAt = (index: number) => (isAlone ? own : `${own}__${index}__`);
  const candidates = mutants.map((mutant, index) => ({ mutant, name: nameAt(index) }));
  return { ruleTest, group, candidates, relabel: labelled.get(group) };
}

/** The attempt after one of its trials; what promtool has said is noted. */
export function afterTrial(attempt: Attempt, trial: Trial, result: TrialResult, verdicts: Verdicts): Attempt {
  const { ruleTest, group, candidates } = trial;
  const { labelled } = attempt;
  const isAlone = candidates.every(({ name }) => name === ruleTest.name);
  // Whatever is wrong with many together is found out with each by itself.
  if (result.kind === "broken")
    return isAlone ? withBroken(attempt, trial, result.why) : { ...attempt, isAlone: true };
  const original = candidates.find(({ mutant }) => mutant === undefined);
  const complaint = original && result.noticed.get(original);
  if (complaint !== undefined)
    return isAlone ? { ...attempt, fault: { kind: "fails", why: complaint } } : { ...attempt, isAlone: true };
  for (const candidate of candidates) {
    const isNoticed = result.noticed.has(candidate);
    if (!isNoticed && result.isCutShort) continue;
    const verdict = isNoticed ? "noticed" : "unnoticed";
    verdicts.note(trialOf({ ruleTest, group, isAlone, labelled }, candidate.mutant), verdict);
  }
  return withVerdicts(attempt, verdicts);
}

function withBroken(attempt: Attempt, { candidates }: Trial, why: string): Attempt {
  const [broken] = candidates;
  if (broken?.mutant === undefined) return { ...attempt, fault: { kind: "broken", why } };
  const courses = attempt.courses.map((course) =>
    course.mutant === broken.mutant ? brokenOff(course, why) : course,
  );
  return { ...attempt, courses };
}
