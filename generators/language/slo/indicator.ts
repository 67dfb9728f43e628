import type { RuleDuration } from "../duration.ts";
import { nodeOf } from "../expression/expression.ts";
import type { Gauge } from "../expression/series.ts";
import type { Vector } from "../expression/vector.ts";
import type { Levels, Given } from "../given.ts";
import type { Examples } from "../scenario.ts";
import { everyJob } from "../prometheus-metrics.ts";

/** What the series of an SLO are told apart by: an objective is about a job as a whole, however many instances it has. */
export type PerJob = { job: string };
export type JobVector = Vector<PerJob, string>;
/** A recording of an SLO. */
export type JobGauge<U extends string = string> = Gauge<PerJob, U>;

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
  readonly onTargets: (bad: number) => { readonly ok: readonly Given[]; readonly firing: readonly Given[] };
}

export interface IndicatorWords {
  /** How a sentence goes on after a share: `of the requests fail`. */
  readonly words: string;
}

/** `up` of the job that a selector is pinned to; of every job where it is pinned to none, which a check finds. */
export function upOf(selector: unknown): Gauge<{ job: string; instance: string }, "bool"> {
  const node = nodeOf(selector);
  const matchers = node.kind === "selector" ? node.matchers : [];
  const job = matchers.find(({ name, op }) => name === "job" && op === "=")?.value;
  return job === undefined ? everyJob.up : everyJob.up.where({ job });
}

/** What series do in one situation, as something that never changes. */
export function alwaysAs(given: Given, situation: keyof Required<Levels<unknown>>): Given {
  switch (given.kind) {
    case "restarts":
      return given;
    case "follows":
      return { ...given, samples: always(given.samples[situation]) };
    case "grows": {
      const from = given.from && always(given.from[situation]);
      return { ...given, levels: always(given.levels[situation]), from };
    }
    default:
      return { ...given, levels: always(given.levels[situation]) };
  }
}

function always<V>(value: V): Required<Levels<V>> {
  return { ok: value, limit: value, firing: value };
}
