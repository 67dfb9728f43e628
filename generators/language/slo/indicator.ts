import type { RuleDuration } from "../duration.ts";
import { nodeOf } from "../expression/expression.ts";
import type { Gauge } from "../expression/series.ts";
import type { Vector } from "../expression/vector.ts";
import type { Levels, Given } from "../given.ts";
import type { Examples, OnTargets } from "../scenario.ts";
import { everyJob } from "../prometheus-metrics.ts";

/** The labels of the series of an SLO: an objective is about a whole job, however many instances it has. */
export type PerJob = { job: string };
export type JobVector = Vector<PerJob, string>;
/** A recording of an SLO. */
export type JobGauge<U extends string = string> = Gauge<PerJob, U>;

/** What an SLO measures: how much there is of something, and how much of it is bad. Made by `failing`, `slowerThan` and `timeIn`. */
export interface Indicator {
  readonly kind: "indicator";
  /** Events are counted per second, time in measured instances. */
  readonly counts: "events" | "time";
  /** How a sentence continues after a percentage: `of the requests fail`. */
  readonly words: string;
  /** All of it: 0, and not missing, while the job is scraped and nothing happens. */
  readonly total: (window: RuleDuration) => JobVector;
  readonly totalExamples: Examples;
  /** The bad part of it, where `total` is recorded. */
  readonly bad: (total: JobGauge, window: RuleDuration) => JobVector;
  readonly badExamples: (total: JobGauge) => Examples;
  /**
   * What targets do when all is well, and when this share is bad; 1 is nearly everything.
   *
   * Of time, any share is all of it.
   */
  readonly onTargets: (bad: number) => OnTargets;
}

export interface IndicatorWords {
  /** How a sentence continues after a percentage: `"of the requests fail"`. Used in the alerts, panels and help texts of the SLO. */
  readonly words: string;
}

/** `up` of the job that a selector matches; of every job if it matches none, which a check reports. */
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
