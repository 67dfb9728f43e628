import { isSameBehaviour, type Behaviour, type EachSituation, type Situation } from "../series/series.ts";
import type { ConcreteSeries } from "./concrete-series.ts";

/** What a series does in each situation of a test. */
export interface Behaviours {
  readonly behaviour: EachSituation<Behaviour>;
  /** The first sample of what grows. */
  readonly start: number;
  /** It counts requests or the like: without traffic it stands still. */
  readonly isTraffic: boolean;
}

/** A series of a test and what it does. */
export interface TestSeries extends ConcreteSeries, Behaviours {
  /** From one sample to the next. */
  readonly strideMs: number;
}

/** Whether a series does something else when the alert fires. */
export function changes({ behaviour }: Pick<TestSeries, "behaviour">): boolean {
  return !isSameBehaviour(behaviour.ok, behaviour.firing);
}

/** Whether it does something of its own at the limit. */
export function hasLimit({ behaviour }: Pick<TestSeries, "behaviour">): boolean {
  return !isSameBehaviour(behaviour.ok, behaviour.limit);
}

/** Whether the series is not there in this situation. */
export function isMissing({ behaviour }: Pick<TestSeries, "behaviour">, situation: Situation): boolean {
  const own = behaviour[situation];
  if (own.kind === "follows") return own.samples.every((sample) => sample === "missing");
  return own.kind === "missing";
}
