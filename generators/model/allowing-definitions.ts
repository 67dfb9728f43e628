import { routesUnder } from "./routing-model.ts";
import type { Allowing } from "../definition.ts";
import { partsOfJobs } from "../jobs/of-jobs.ts";
import type { Model } from "./model.ts";

/** Every definition that can carry an allowance, each once. */
export function allowingDefinitions(model: Model): Allowing[] {
  const { platform } = model;
  const panels = model.dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  return [
    ...model.services,
    ...model.jobs,
    ...partsOfJobs(model.jobs).map(({ definition }) => definition),
    ...model.metrics.map(({ definition }) => definition),
    ...model.recordings,
    ...model.alerts,
    ...model.dashboards,
    ...model.slos,
    ...panels,
    ...model.runbooks,
    ...model.logs,
    platform,
    platform.deploy,
    ...Object.values(platform.severities),
    ...Object.values(platform.receivers),
    ...Object.values(platform.timeIntervals),
    ...routesUnder(platform.routing),
    ...Object.values(platform.inhibitions),
    ...model.declaredParts,
  ];
}
