import { groupBy } from "../group-by.ts";
import type { JobModel } from "../jobs/index.ts";
import { recordedNode } from "../promql/recorded-node.ts";
import type { Node } from "../promql/tree.ts";
import { remembered } from "../remembered.ts";
import type { DashboardModel } from "./dashboard-model.ts";
import type { LogModel, MetricModel, Model, RunbookModel, ServiceModel } from "./model.ts";
import type { AlertModel, RecordingModel, RuleGroupModel } from "./rule-model.ts";
import type { SloModel } from "./slo-model.ts";

// Whoever looks for one thing among all asks here: a list is gone through once, however many ask. Of two with one name, which is
// a mistake that a check finds, the first is meant.

type Rule = AlertModel | RecordingModel;

/** A list by what each has, in the order of the list. */
function listsBy<T>(keyOf: (one: T) => string): (list: readonly T[], key: string) => readonly T[] {
  const tableOf = remembered((list: readonly T[]) => groupBy(list, keyOf));
  return (list, key) => tableOf(list).get(key) ?? [];
}

const alertsByName = listsBy(({ name }: AlertModel) => name);
const recordingsByName = listsBy(({ name }: RecordingModel) => name);
const groupsByName = listsBy(({ kind, name }: RuleGroupModel) => `${kind} ${name}`);
const jobsByName = listsBy(({ name }: JobModel) => name);
const metricsByKey = listsBy(({ job, name }: MetricModel) => `${job ?? ""} ${name}`);
const servicesByName = listsBy(({ name }: ServiceModel) => name);

export function alertNamed({ alerts }: Pick<Model, "alerts">, name: string): AlertModel | undefined {
  return alertsByName(alerts, name)[0];
}

export function recordingNamed(
  { recordings }: Pick<Model, "recordings">,
  name: string,
): RecordingModel | undefined {
  return recordingsByName(recordings, name)[0];
}

export function recordingsNamed(
  { recordings }: Pick<Model, "recordings">,
  name: string,
): readonly RecordingModel[] {
  return recordingsByName(recordings, name);
}

/** What the recordings of a name record, as one expression; undefined: there is none. */
export function recordedUnder(model: Pick<Model, "recordings">, name: string): Node | undefined {
  return recordedNode(recordingsNamed(model, name));
}

const placesOfRecordings = remembered(placesIn<RecordingModel>);
const placesOfGroups = remembered(placesIn<RuleGroupModel>);

function placesIn<T>(list: readonly T[]): ReadonlyMap<T, number> {
  return new Map(list.map((one, index) => [one, index]));
}

/** Each of these once, in the order of the model: what a recording reads comes before it. */
export function inOrderOf(
  { recordings }: Pick<Model, "recordings">,
  some: Iterable<RecordingModel>,
): readonly RecordingModel[] {
  return inPlaces(some, placesOfRecordings(recordings));
}

/** The groups of some rules, each once, in the order of the model. */
export function groupsOf(
  { groups }: Pick<Model, "groups">,
  rules: readonly Pick<Rule, "kind" | "group">[],
): readonly RuleGroupModel[] {
  const own = rules.flatMap(({ kind, group }) => groupsByName(groups, `${kind}s ${group}`));
  return inPlaces(own, placesOfGroups(groups));
}

function inPlaces<T>(some: Iterable<T>, places: ReadonlyMap<T, number>): readonly T[] {
  return [...new Set(some)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** The group in which a rule is evaluated. */
export function groupOf(
  { groups }: Pick<Model, "groups">,
  { kind, group }: Pick<Rule, "kind" | "group">,
): RuleGroupModel | undefined {
  return groupsByName(groups, `${kind}s ${group}`)[0];
}

export function jobNamed({ jobs }: Pick<Model, "jobs">, name: string): JobModel | undefined {
  return jobsByName(jobs, name)[0];
}

const namesOfJobs = remembered((jobs: Model["jobs"]) => jobs.map(({ name }) => name));

export function jobNames({ jobs }: Pick<Model, "jobs">): readonly string[] {
  return namesOfJobs(jobs);
}

/** The metric that a job exports, or one of no job in particular. */
export function metricNamed(
  { metrics }: Pick<Model, "metrics">,
  { job, name }: Pick<MetricModel, "job" | "name">,
): MetricModel | undefined {
  return metricsByKey(metrics, `${job ?? ""} ${name}`)[0];
}

export function serviceNamed({ services }: Pick<Model, "services">, name: string): ServiceModel | undefined {
  return servicesByName(services, name)[0];
}

// Of one title, or by mistake of one uid, there may be several.

const dashboardsByTitle = listsBy(({ title }: DashboardModel) => title);
const dashboardsByUid = listsBy(({ uid }: DashboardModel) => uid);
const runbooksByTitle = listsBy(({ title }: RunbookModel) => title);

export function dashboardsTitled(
  { dashboards }: Pick<Model, "dashboards">,
  title: string,
): readonly DashboardModel[] {
  return dashboardsByTitle(dashboards, title);
}

export function dashboardsWithUid(
  { dashboards }: Pick<Model, "dashboards">,
  uid: string,
): readonly DashboardModel[] {
  return dashboardsByUid(dashboards, uid);
}

export function runbooksTitled(
  { runbooks }: Pick<Model, "runbooks">,
  title: string,
): readonly RunbookModel[] {
  return runbooksByTitle(runbooks, title);
}

// What belongs to a service, and what belongs to something else, in the order of the model.

const jobsByService = listsBy(({ service }: JobModel) => service);
const alertsByService = listsBy(({ service }: AlertModel) => service);
const recordingsByService = listsBy(({ service }: RecordingModel) => service);
const dashboardsByService = listsBy(({ service }: DashboardModel) => service);
const runbooksByService = listsBy(({ service }: RunbookModel) => service);
const slosByService = listsBy(({ service }: SloModel) => service);
const metricsByService = listsBy(({ service }: MetricModel) => service);
const logsByService = listsBy(({ service }: LogModel) => service);
const metricsByJob = listsBy(({ job }: MetricModel) => job ?? "");
const slosByDashboard = listsBy(({ dashboard }: SloModel) => dashboard);

/** What a service has of each. */
export function partsOfService(model: Model, service: string) {
  return {
    jobs: jobsByService(model.jobs, service),
    alerts: alertsByService(model.alerts, service),
    recordings: recordingsByService(model.recordings, service),
    dashboards: dashboardsByService(model.dashboards, service),
    runbooks: runbooksByService(model.runbooks, service),
    slos: slosByService(model.slos, service),
    metrics: metricsByService(model.metrics, service),
    logs: logsByService(model.logs, service),
  };
}

export function jobsOfService({ jobs }: Pick<Model, "jobs">, service: string): readonly JobModel[] {
  return jobsByService(jobs, service);
}

export function metricsOfJob({ metrics }: Pick<Model, "metrics">, job: string): readonly MetricModel[] {
  return metricsByJob(metrics, job);
}

/** The objectives that have a row on a dashboard. */
export function slosOnDashboard({ slos }: Pick<Model, "slos">, uid: string): readonly SloModel[] {
  return slosByDashboard(slos, uid);
}
