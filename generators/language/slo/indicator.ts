import type { RuleDuration } from "../duration.ts";
import type { Examples, Play } from "../scenario.ts";
import type { JobGauge, JobVector } from "./per-job.ts";

/** What an SLO measures: how much there is of something, and how much of that is bad. `failing`, `slowerThan` and `timeIn` make it. */
export interface Indicator {
  readonly kind: "indicator";
  /** Events are counted by the second, time by the instances that are measured. */
  readonly counts: "events" | "time";
  /** How a sentence goes on after a share: `of the requests fail`. */
  readonly words: string;
  /** All there is: 0, and not nothing, while the job is scraped and nothing happens. */
  readonly total: (window: RuleDuration) => JobVector;
  readonly totalExamples: Examples;
  /** What of it is bad, where `total` is recorded. */
  readonly bad: (total: JobGauge, window: RuleDuration) => JobVector;
  readonly badExamples: (total: JobGauge) => Examples;
  /**
   * What targets do when all is well, and when so much is bad: a share up to 1, which is nearly everything.
   *
   * Time is bad or it is not: a share of it is all of it.
   */
  readonly onTargets: (bad: number) => { readonly ok: readonly Play[]; readonly firing: readonly Play[] };
}

export interface IndicatorWords {
  /** How a sentence goes on after a share: `of the requests fail`. */
  readonly words: string;
}
