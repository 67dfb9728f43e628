import type { AlertDefinition } from "../../language/alert.ts";
import type { Platform } from "../../language/platform.ts";
import type { Service } from "../../language/service.ts";
import type { SeriesCatalogue } from "../../promql/catalogue.ts";
import type { FillIn } from "../fill-in.ts";
import type { JobModel } from "../../jobs/index.ts";
import type { DrawnAlert } from "../rule-model.ts";

/** What dashboards are resolved from. */
export interface DashboardSources {
  readonly services: readonly Service[];
  readonly platform: Platform;
  /** Of all services: how often a job is scraped says how close the points of a panel can be. */
  readonly jobs: readonly JobModel[];
  readonly catalogue: SeriesCatalogue;
  readonly fill: FillIn;
  /** The alert that a definition became; undefined when no service exports it. */
  readonly alertOf: (definition: AlertDefinition) => DrawnAlert | undefined;
}
