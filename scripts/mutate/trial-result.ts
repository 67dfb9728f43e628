import type { TestResult } from "./junit.ts";
import type { Candidate, Trial } from "./trial.ts";

/** What promtool makes of a trial. */
export type TrialResult =
  | {
      readonly kind: "judged";
      /** The candidates that the tests notice, and what promtool says of each. */
      readonly noticed: ReadonlyMap<Candidate, string>;
      /** One could not be evaluated: promtool looked no further, and nothing is known of the others. */
      readonly isCutShort: boolean;
    }
  | BrokenTrial;

/** Promtool gave no answer that could be understood. */
export interface BrokenTrial {
  readonly kind: "broken";
  readonly why: string;
}

/** Tells which candidate each failure is of. */
export function resultOfTrial({ candidates }: Trial, { hasRun, failures }: TestResult): TrialResult {
  if (!hasRun) return { kind: "broken", why: "promtool ran none of its tests" };
  const noticed = new Map<Candidate, string>();
  let isCutShort = false;
  for (const failure of failures) {
    const candidate = candidateOf(candidates, failure);
    // No test is needed for a rule that Prometheus refuses: signalbox must not make one.
    const isRefused = /: group ".*", rule \d+, ".*": /.test(failure);
    if (!candidate || isRefused) return { kind: "broken", why: failure.trim() };
    if (/^\s*rule: /.test(failure)) isCutShort = candidates.length > 1;
    if (!noticed.has(candidate)) noticed.set(candidate, failure.trim());
  }
  return { kind: "judged", noticed, isCutShort };
}

/** A failure begins with what was asked, and of what: only that names the candidate. */
function candidateOf(candidates: readonly Candidate[], failure: string): Candidate | undefined {
  if (candidates.length === 1) return candidates[0];
  const [asked = ""] = failure.split(", time: ");
  return candidates.find(({ name }) => asked.includes(name));
}
