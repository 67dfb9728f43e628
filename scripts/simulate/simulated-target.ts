import type { JobModel } from "../../generators/jobs/index.ts";
import type { TargetModel } from "../../generators/jobs/job.ts";
import type { SimulatedSeries } from "./series.ts";
import type { Level } from "../../generators/language/given.ts";
import type { Wanted } from "./route.ts";
import type { World } from "./world.ts";

/** One target of a job, with what it answers and what is measured of it. */
export interface SimulatedTarget {
  readonly target: TargetModel;
  readonly series: readonly SimulatedSeries[];
  readonly world: World;
  /** The headers without which it does not answer. */
  readonly wanted: Wanted;
}

/** What a scenario that is being played says of something that Prometheus or a probe measures; undefined: nothing. */
export type Measured = (metric: string) => Level | undefined;

export function measuredOf({ series, world }: Pick<SimulatedTarget, "series" | "world">): Measured {
  const byMetric = new Map(series.filter(({ isMeasured }) => isMeasured).map((one) => [one.metric, one]));
  return (metric) => {
    const one = byMetric.get(metric);
    return one && world.played().has(one) ? (world.read(one)?.[0] ?? "missing") : undefined;
  };
}

/** What is said as a number; what is missing is none. */
export function numberOf(measured: Measured, metric: string): number | undefined {
  const level = measured(metric);
  return level === "missing" ? undefined : level;
}

/**
 * Whether it does not answer. One that Prometheus has in a file cannot take itself away: a missing `up` is one of 0.
 *
 * One that is found by name answers until Prometheus has noticed that it is gone. That takes five seconds, at any speed: where minutes
 * are seconds, it would be down for so long that people are notified.
 */
export function isDown(measured: Measured, { absentWhileStopped }: Found): boolean {
  return measured("up") === 0 || (isAbsent(measured) && !absentWhileStopped);
}

type Found = Pick<JobModel, "absentWhileStopped">;

/** Whether it is not there, where Prometheus looks for it by name. */
export function isAbsent(measured: Measured): boolean {
  return measured("up") === "missing";
}

/** Whether it answers, and there is nothing in the answer: no sample at all, or not that of the probe, which is in each. */
export function answersNothing(measured: Measured, job: Found): boolean {
  const samples = measured("scrape_samples_scraped");
  return (
    !isDown(measured, job) &&
    (samples === 0 || samples === "missing" || measured("probe_success") === "missing")
  );
}
