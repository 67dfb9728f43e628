import type { TargetModel } from "../../generators/jobs/job.ts";
import type { SimulatedSeries } from "./series.ts";
import type { World } from "./world.ts";

/** One target of a job, with what it answers and what is measured of it. */
export interface SimulatedTarget {
  readonly target: TargetModel;
  readonly series: readonly SimulatedSeries[];
  readonly world: World;
  /** The bearer token it asks for. */
  readonly token: string | undefined;
}

/**
 * What a scenario that is being played says of something that Prometheus or a probe measures: `measured("up")`.
 *
 * Undefined when no scenario says anything of it. What is missing counts as 0: a target can fail, but not take itself away.
 */
export function measuredOf(
  series: readonly SimulatedSeries[],
  world: World,
): (metric: string) => number | undefined {
  const byMetric = new Map(series.filter(({ isMeasured }) => isMeasured).map((one) => [one.metric, one]));
  return (metric) => {
    const one = byMetric.get(metric);
    return one && world.played().has(one) ? (world.read(one)?.[0] ?? 0) : undefined;
  };
}
