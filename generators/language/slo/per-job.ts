import type { Gauge } from "../expression/gauge.ts";
import type { Vector } from "../expression/vector.ts";

/** What the series of an SLO are told apart by: an objective is about a job as a whole, however many instances it has. */
export type PerJob = { job: string };
export type JobVector = Vector<PerJob, string>;
/** A recording of an SLO. */
export type JobGauge<U extends string = string> = Gauge<PerJob, U>;
