import { groupBy } from "../../group-by.ts";
import type { AlertDefinition } from "../../language/alert.ts";
import { nodeOf } from "../../language/expression/expression.ts";
import { metricGroupOf } from "../../language/metric.ts";
import type { RuleGroup } from "../../language/rule-group.ts";
import type { Service } from "../../language/service.ts";
import type { JobModel } from "../../jobs/index.ts";
import { ownMetricsOf } from "../../jobs/of-jobs.ts";
import type { MetricModel, Model } from "../model.ts";
import { alertsOf, type GuardedService, recordingsOf } from "../parts-of-service.ts";
import { resolveGroup } from "../resolve-metrics.ts";
import { blindnessOf, type Needing } from "./blindness.ts";
import { guardAlert } from "./guard-alert.ts";
import { needsAmong } from "./needs-of-alert.ts";

/**
 * The services with their guards: alerts on targets that answer, and not with what other alerts rest on. These would be silent, and `up`
 * is 1.
 */
export function withGuards(
  services: readonly Service[],
  { jobs, metrics }: Pick<Model, "jobs" | "metrics">,
): readonly GuardedService[] {
  const needsOf = needsAmong(
    [...metrics, ...services.flatMap(exporterMetrics)],
    services.flatMap(recordingsOf),
  );
  const alerts = services
    .flatMap(alertsOf)
    .map(([name, definition]) => ({ name, definition, needs: needsOf(nodeOf(definition.expr)) }));
  const byJob = groupBy(
    alerts.flatMap((alert) => [...new Set(alert.needs.map(({ job }) => job))].map((job) => ({ job, alert }))),
    ({ job }) => job,
  );
  // Of two services, or jobs, of one name, which is a problem of its own, the first is meant.
  const guarded = new Map(jobs.toReversed().map((job) => [job.name, job]));
  const firstOf = new Map(services.toReversed().map((service) => [service.name, service]));
  return services.map((service) => {
    const own = jobs.filter(
      (job) =>
        job.service === service.name && guarded.get(job.name) === job && firstOf.get(job.service) === service,
    );
    // Of their own, as an author may have a group of any name that a service gives.
    const group: RuleGroup = {
      kind: "rule group",
      name: `${service.name}_guards`,
      every: undefined,
      place: service.place,
    };
    const guards = own.flatMap((job) => {
      const resting = (byJob.get(job.name) ?? []).map(({ alert }) => alert);
      return guardsOf(job, group, resting);
    });
    return { ...service, guards: Object.fromEntries(guards) };
  });
}

/** One for each severity: a thing of which only a mild alert knows wakes nobody, and what wakes somebody says all that would. */
function guardsOf(
  job: JobModel,
  group: RuleGroup,
  alerts: readonly Needing[],
): readonly (readonly [name: string, AlertDefinition])[] {
  if (job.unguarded !== undefined) return [];
  const bySeverity = groupBy(blindnessOf(job, alerts), ({ severity }) => severity);
  return [...bySeverity.values()].flatMap(([first, ...others]) =>
    first ? [guardAlert(job, group, [first, ...others])] : [],
  );
}

/** What an exporter measures by itself, such as whether a probe succeeded. */
function exporterMetrics({ name, jobs }: Service): MetricModel[] {
  const groups = Object.values(jobs).flatMap((job) =>
    ownMetricsOf(job).flatMap((one) => metricGroupOf(one) ?? []),
  );
  return groups.flatMap((group) => resolveGroup(group, name));
}
