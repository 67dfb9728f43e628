import type * as z from "zod";
import { durationInMs } from "../language/duration.ts";
import type { AlertDefinition } from "../language/alert.ts";
import type { Given } from "../language/given.ts";
import { allGiven, examplesOf, scenariosOf } from "../language/scenario.ts";
import type { Dashboard } from "../language/dashboard.ts";
import type { Deployment, Definitions, Platform } from "../language/platform.ts";
import { metricGroupOf } from "../language/metric.ts";
import type { Panel } from "../language/panel.ts";
import type { Place } from "../language/place.ts";
import type { Receiver } from "../language/routing.ts";
import type { Job } from "../language/jobs.ts";
import type { Service } from "../language/service.ts";
import { jobTypes } from "../jobs/index.ts";
import { notifierTypes } from "../notifiers/index.ts";
import { panelKinds } from "../panels/index.ts";
import type { Problem } from "../problem.ts";
import { worded } from "./worded.ts";
import { routesUnder, receiversIn } from "./routing-model.ts";
import { alertsOf, dashboardsOf, recordingsOf } from "./parts-of-service.ts";
import { nounOfSecret } from "../secrets/name-of-secret.ts";
import { secretsIn } from "./secrets-in.ts";
import * as platformShapes from "./platform-shapes.ts";
import * as shapes from "./shapes.ts";
import { unexpectedExports } from "./unexpected-exports.ts";

const check = "definitions-are-well-formed";

/** A definition, the shape it must have, and how messages call it. */
interface Shaped {
  readonly what: string;
  readonly place: Place;
  readonly value: unknown;
  readonly shape: z.ZodType;
}

/** What stands among the definitions and is none. All else reads them as what they should be. */
export function unexpectedDefinitions({ platform, services }: Definitions): Problem[] {
  return unexpectedExports(platform, services).map((problem) => ({ check, ...problem }));
}

/** What is wrong with single definitions, before anything is made of them: what types cannot say, or a cast got around. */
export function shapeProblems({ platform, services }: Definitions): Problem[] {
  const unexpected = unexpectedDefinitions({ platform, services });
  if (unexpected.length > 0) return unexpected;
  const all = [
    ...services.flatMap((service) => ofService(service, platform)),
    ...ofPlatform(platform),
    ...receiversIn(platform, services).flatMap(ofReceiver),
  ];
  const secrets = secretsIn([platform, services.map(({ jobs, copies }) => [jobs, copies])]);
  return [
    ...all,
    ...secrets.map((secret) => shaped(nounOfSecret(secret.name), secret, shapes.secretShape)),
  ].flatMap(problemsOf);
}

function problemsOf({ what, place, value, shape }: Shaped): Problem[] {
  const issues = shape.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => ({ check, place, ...worded(what, issue) }));
}

function ofService(service: Service, platform: Platform): Shaped[] {
  const { jobs, metrics, runbooks = {}, slos = {}, logs = {}, inhibitions = {}, copies = {} } = service;
  const dashboards = dashboardsOf(service);
  const groups = Object.values(metrics).flatMap((value) => metricGroupOf(value)?.metrics ?? []);
  const panels = dashboards.flatMap(panelsOf);
  return [
    named("service", service, shapes.serviceShape),
    ...Object.values(jobs).map((job) => ofJob(job, platform)),
    ...groups.map((metric) =>
      named("metric", metric, metric.foreignNames ? shapes.foreignMetricShape : shapes.metricShape),
    ),
    ...recordingsOf(service).map((recording) => named("recording", recording, shapes.recordingShape)),
    ...alertsOf(service).map(([alert, value]) => shaped(`alert "${alert}"`, value, shapes.alertShape)),
    ...alertsOf(service).flatMap(([alert, value]) => ofScenarios(`alert "${alert}"`, value)),
    ...recordingsOf(service).flatMap(({ name, example }) =>
      examplesOf(example).flatMap(({ given }) => ofGiven(`recording "${name}"`, given)),
    ),
    ...Object.values(slos).map((slo) => shaped(`SLO "${slo.id}"`, slo, shapes.sloShape)),
    ...dashboards.map((dashboard) =>
      shaped(`dashboard "${dashboard.uid}"`, dashboard, shapes.dashboardShape),
    ),
    ...panels.map((panel) => shaped(`panel "${panel.title}"`, panel, shapes.panelShape)),
    ...panels.map((panel) => shaped(`panel "${panel.title}"`, panel, panelKinds[panel.type].shape)),
    ...Object.values(runbooks).map((runbook) =>
      shaped(`runbook "${runbook.title}"`, runbook, shapes.runbookShape),
    ),
    ...Object.values(logs).map((log) => shaped(`log source "${log.id}"`, log, shapes.logShape)),
    ...Object.values(inhibitions).map((one) => named("inhibition", one, platformShapes.inhibitionShape)),
    ...Object.values(copies).map((copy) =>
      shaped(`the copy route to "${copy.receiver.name}"`, copy, platformShapes.routeShape),
    ),
  ];
}

function ofScenarios(what: string, { scenario, place }: AlertDefinition): Shaped[] {
  return scenariosOf(scenario).flatMap((value) => [
    { what: `${what}: its scenario`, place, value, shape: shapes.scenarioShape },
    ...ofGiven(what, allGiven(value)),
  ]);
}

function ofGiven(what: string, given: readonly Given[]): Shaped[] {
  return given.map((value) => shaped(`${what}: ${value.kind}(…)`, value, shapes.givenShape));
}

/** Where the rows are not well formed, that is said first. */
function panelsOf(dashboard: Dashboard): readonly Panel[] {
  const isWellFormed = shapes.dashboardShape.safeParse(dashboard).success;
  return isWellFormed ? dashboard.rows.flatMap(({ panels }) => panels) : [];
}

function ofJob(job: Job, { prometheus: { scrapeInterval } }: Platform): Shaped {
  const { shape } = jobTypes[job.kind];
  // An interval of the platform that is malformed is reported once, and not for every job.
  const every = job.every ?? (durationInMs(scrapeInterval) === undefined ? undefined : scrapeInterval);
  return { what: `job "${job.job}"`, place: job.place, value: { ...job, every }, shape };
}

const deploymentShapes: Readonly<Record<Deployment["kind"], z.ZodType>> = {
  compose: platformShapes.composeShape,
};

function ofPlatform({
  deploy,
  prometheus,
  logs,
  place,
  routing,
  severities,
  inhibitions = {},
  ...platform
}: Platform): Shaped[] {
  const policies = [platform.receivers, inhibitions, platform.timeIntervals ?? {}];
  return [
    { what: "the platform", place, value: platform, shape: platformShapes.platformShape },
    shaped("the deployment", deploy, deploymentShapes[deploy.kind]),
    { what: "the platform's prometheus", place, value: prometheus, shape: platformShapes.prometheusShape },
    ...(logs ? [{ what: "the platform's logs", place, value: logs, shape: platformShapes.logsShape }] : []),
    ...routesUnder(routing).map((route) =>
      shaped(`the route to "${route.receiver.name}"`, route, platformShapes.routeShape),
    ),
    ...Object.values(inhibitions).map((one) => named("inhibition", one, platformShapes.inhibitionShape)),
    ...Object.values(severities).map((severity) => named("severity", severity, platformShapes.severityShape)),
    ...policies.flatMap((exports) =>
      Object.values(exports).map((policy) => named(policy.kind, policy, platformShapes.policyShape)),
    ),
  ];
}

function ofReceiver(receiver: Receiver): Shaped[] {
  const { name, notifiers, place } = receiver;
  const own = notifiers.map((value) => {
    const { word, shape } = notifierTypes[value.kind];
    return { what: `${word}(…) of receiver "${name}"`, place, value, shape };
  });
  return [named("receiver", receiver, platformShapes.receiverShape), ...own];
}

function named(
  kind: string,
  value: { readonly name: string; readonly place: Place },
  shape: z.ZodType,
): Shaped {
  return shaped(`${kind} "${value.name}"`, value, shape);
}

function shaped(what: string, value: { readonly place: Place }, shape: z.ZodType): Shaped {
  return { what, place: value.place, value, shape };
}
