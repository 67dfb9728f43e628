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
