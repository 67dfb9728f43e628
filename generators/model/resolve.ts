import { groupBy } from "../group-by.ts";
import { alertMetrics } from "../language/prometheus-metrics.ts";
import { metricGroupOf } from "../language/metric.ts";
import type { AlertDefinition } from "../language/alert.ts";
import type { Job } from "../language/jobs.ts";
import type { Service } from "../language/service.ts";
import type { Definitions, Platform } from "../language/platform.ts";
import { seriesCatalogue } from "../promql/catalogue.ts";
import type { CatalogueSeries } from "../promql/series.ts";
import { ownMetricsOf } from "../jobs/of-jobs.ts";
import type { Problem } from "../problem.ts";
import { resolveDashboards } from "./resolve-dashboards.ts";
import { deployedFrom } from "./deployed.ts";
import { alertsByDashboard } from "./alert-relations.ts";
import { fillIn } from "./fill-in.ts";
import { withGuards } from "./guards/guards.ts";
import { declaredParts, resolvePlatform } from "./resolve-platform.ts";
import type { Model } from "./model.ts";
import { compareText } from "../text/order.ts";
import { alertsOf } from "./parts-of-service.ts";
import { alertConditions, resolveAlerts, type FiringCondition } from "./resolve-alerts.ts";
import { resolveGroups } from "./resolve-groups.ts";
import { resolveJobs } from "./resolve-jobs.ts";
import { resolveGroup, resolveMetrics } from "./resolve-metrics.ts";
import { resolveRecordings } from "./resolve-recordings.ts";
import { withIds } from "./rule-ids.ts";
import { resolveRunbooks } from "./resolve-runbooks.ts";
import { resolveSlos } from "./resolve-slos.ts";
import { resolveLogs, resolveService } from "./resolve-services.ts";

export interface Resolved {
  readonly model: Model;
  /** What could not be resolved, such as recordings that read each other in a cycle. */
  readonly problems: readonly Problem[];
}

/** Fills in everything that definitions leave to names, defaults and other definitions. */
export function resolve({ platform, services: listed }: Definitions): Resolved {
  // By name, so that the order of the list changes nothing.
  const written = [...listed].sort((a, b) => compareText(a.name, b.name));
  const metrics = written.flatMap(resolveMetrics);
  const jobs = written.flatMap((service) => resolveJobs(service, platform, metrics));
  const services = withGuards(written, { jobs, metrics });
  const measured = measuredSeries(services, metrics);
  const fill = fillIn(services);
  const resolved = resolveRecordings(services, measured, fill);
  const { series: recorded, problems } = resolved;
  const asWritten = withIds(resolved.recordings);
  const catalogue = seriesCatalogue([...measured, ...recorded]);
  const conditions = services.flatMap((service) => alertConditions(service, catalogue, fill));
  const groups = groupsOf(resolved, conditions, platform);
  const slos = services.flatMap(resolveSlos);
  const deployed = deployedFrom({ catalogue, jobs, recordings: asWritten, groups, slos });
  const recordings = asWritten.map((one) => ({ ...one, deployed: deployed({ ...one, forMs: 0 }) }));
  const sources = { services, platform, jobs, catalogue, fill, alertOf: alertsByDefinition(conditions) };
  const dashboards = resolveDashboards(sources, alertsByDashboard(conditions, recordings));
  const resolvedPlatform = resolvePlatform(platform, services);
  const model = {
    platform: resolvedPlatform,
    services: services.map(resolveService),
    jobs,
    metrics,
    groups,
    recordings,
    alerts: withIds(resolveAlerts(conditions, { dashboards, recordings, platform, fill, deployed })),
    dashboards,
    runbooks: services.flatMap((service) => resolveRunbooks(service, sources)),
    slos,
    logs: services.flatMap(resolveLogs),
    declaredParts: declaredParts(resolvedPlatform, jobs),
    catalogue,
  };
  return { model, problems };
}

/** The groups of the recordings, then of the alerts. */
function groupsOf(
  { recordings, groups }: ReturnType<typeof resolveRecordings>,
  conditions: readonly FiringCondition[],
  platform: Platform,
): Model["groups"] {
  return [
    ...resolveGroups("recordings", recordings, (one) => groups.get(one), platform),
    ...resolveGroups("alerts", conditions, ({ definition }) => definition.group, platform),
  ];
}

/** All that is there before anything is recorded. */
function measuredSeries(
  services: readonly Service[],
  metrics: readonly { readonly series: readonly CatalogueSeries[] }[],
): CatalogueSeries[] {
  return [
    ...metrics.flatMap(({ series }) => series),
    ...services.flatMap((service) => Object.values(service.jobs).flatMap(jobSeries)),
    ...alertSeries(services),
  ];
}

/** What a panel or a runbook shows of an alert that it has as a definition. */
function alertsByDefinition(conditions: readonly FiringCondition[]) {
  const byDefinition = groupBy(conditions, ({ definition }) => definition);
  return (wanted: AlertDefinition) => {
    // Exported twice it has two names; the first is meant.
    const found = byDefinition.get(wanted)?.[0];
    return found && { name: found.name, severity: found.severity, threshold: found.threshold };
  };
}

/** What nobody declares: `up` and the like, which Prometheus makes of each job, and what an exporter measures. */
function jobSeries(job: Job): CatalogueSeries[] {
  return ownMetricsOf(job).flatMap(seriesOf);
}

/** Of alerts by the names that there are, so that one that is misspelt or deleted is a mistake where it is asked for. */
function alertSeries(services: readonly Service[]): CatalogueSeries[] {
  const names = [...new Set(services.flatMap(alertsOf).map(([name, { named }]) => named ?? name))];
  return seriesOf(alertMetrics).map((series) => ({
    ...series,
    labels: new Map([...series.labels, ["alertname", names.length === 0 ? "*" : names]]),
  }));
}

function seriesOf(handles: object): CatalogueSeries[] {
  const group = metricGroupOf(handles);
  return group ? resolveGroup(group, "prometheus").flatMap(({ series }) => series) : [];
}
