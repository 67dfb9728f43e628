import type { Levels, Missing } from "../language/scenario.ts";
import type { ConcreteSeries } from "./concrete-series.ts";

export type Level = number | Missing;
export type Situation = "ok" | "limit" | "firing";
export type EachSituation<V> = Required<Levels<V>>;

/** What the samples of a series do in each situation. */
export type Motion =
  | { readonly kind: "holds"; readonly levels: EachSituation<Level> }
  | {
      readonly kind: "grows";
      /** From one sample to the next. */
      readonly by: EachSituation<Level>;
      /** Its first sample. */
      readonly start: number;
      /** Where it starts whenever a situation begins; undefined: it goes on. */
      readonly from: EachSituation<Level> | undefined;
      /** It counts what is asked for: without traffic it stands still. */
      readonly isTraffic: boolean;
    }
  /** A moment this many seconds ahead. */
  | { readonly kind: "is ahead"; readonly levels: EachSituation<Level> }
  /** Changes with every sample while it fires. */
  | { readonly kind: "restarts" }
  | { readonly kind: "follows"; readonly samples: EachSituation<readonly Level[]> };

/** A series and what it does. */
export interface TestSeries extends ConcreteSeries {
  /** From one sample to the next. */
  readonly strideMs: number;
  readonly motion: Motion;
}

/** Whether a signal does something else when it fires. */
export function changes({ motion }: Pick<TestSeries, "motion">): boolean {
  switch (motion.kind) {
    case "restarts":
      return true;
    case "grows":
      return motion.by.ok !== motion.by.firing || motion.from?.ok !== motion.from?.firing;
    case "follows":
      return motion.samples.ok.join() !== motion.samples.firing.join();
    default:
      return motion.levels.ok !== motion.levels.firing;
  }
}

/** Whether the series is not there in this situation. */
export function isMissing({ motion }: Pick<TestSeries, "motion">, situation: Situation): boolean {
  switch (motion.kind) {
    case "restarts":
      return false;
    case "grows":
      return motion.by[situation] === "missing";
    case "follows":
      return motion.samples[situation].every((sample) => sample === "missing");
    default:
      return motion.levels[situation] === "missing";
  }
}

/** It counts what is asked for, and stands still where nothing is. */
export function isTraffic({ motion }: Pick<TestSeries, "motion">): boolean {
  return motion.kind === "grows" && motion.isTraffic;
}
