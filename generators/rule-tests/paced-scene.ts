import { atItsPace } from "./births.ts";
import { during, okThen, type PhasedSeries } from "./phases.ts";
import { greatestCommonDivisor, leastCommonMultiple, roundUp } from "./timeline.ts";
import { reachOf } from "./memory.ts";
import type { Setup } from "./setup.ts";
import type { Surroundings } from "./test-of-alert.ts";

/** All is well for as long as a rule looks back, and then as a scenario says: with as many samples as in production. */
export interface PacedScene {
  readonly series: readonly PhasedSeries[];
  /** The first bad sample. */
  readonly badMs: number;
  /** Divides the time between two samples of each series, and between two evaluations. */
  readonly stepMs: number;
  /** How far back the rules look, one through the other: what was before that no longer counts. */
  readonly reachMs: number;
  /** For how long something may be bad before another target of the scenario is scraped. */
  readonly apartMs: number;
}

export function pacedScene(setup: Pick<Setup, "bad">, { rules, everyMs }: Surroundings): PacedScene {
  const paced = setup.bad.map(atItsPace);
  const strides = paced.map(({ strideMs }) => strideMs);
  // Where nothing is sampled or evaluated any step does.
  const stepMs = greatestCommonDivisor([everyMs, ...strides]) || 1000;
  const reachMs = rules.reduce((sum, rule) => sum + reachOf(rule), 0);
  const badMs = roundUp(
    Math.max(reachMs, 2 * everyMs, ...strides),
    leastCommonMultiple([everyMs, ...strides].filter((ms) => ms > 0)),
  );
  const targets = new Set(paced.map(({ labels }) => `${labels["job"]} ${labels["instance"]}`));
  return {
    series: paced.map(during(okThen("firing", badMs))),
    badMs,
    stepMs,
    reachMs,
    apartMs: targets.size > 1 ? Math.max(0, ...strides) : 0,
  };
}

/** How many samples it has until a moment. */
export function sampleCount({ series }: Pick<PacedScene, "series">, untilMs: number): number {
  return series.reduce((sum, { series: { strideMs } }) => sum + untilMs / Math.max(1, strideMs), 0);
}
