import type { MetricDefinition } from "../language/metric-definition.ts";
import type { Place } from "../language/place.ts";
import type { Series } from "../promql/catalogue.ts";

/** A metric of one job. */
export interface MetricModel {
  readonly name: string;
  /** The job that exports it; undefined: of no job in particular. */
  readonly job: string | undefined;
  readonly service: string;
  readonly definition: MetricDefinition;
  /** What can be selected of it: a histogram has three series names. */
  readonly series: readonly Series[];
  readonly place: Place;
}
