import type { ContainerName } from "../language/compose.ts";
import type { Place } from "../language/place.ts";
import { jobTypes, type JobModel } from "../jobs/index.ts";
import type { ExporterName } from "../jobs/job.ts";
import { exporterOf } from "../jobs/of-jobs.ts";
import { sendsMail } from "../notifiers/of-receivers.ts";
import { isStoredHere } from "./log-shipping.ts";
import type { Model } from "./model.ts";

/** A definition that does not work without some part of the platform. */
export interface Needing {
  /** As messages call it: `probe "shop-health"`. */
  readonly what: string;
  readonly place: Place;
}

/** Programs that only stand between Prometheus, or people, and what a definition is about. */
export type ServingContainer = Exclude<
  ContainerName,
  "prometheus" | "alertmanager" | "grafana" | "node-exporter"
>;

/** Programs that a project may do without; Prometheus, Alertmanager and Grafana are always there. */
export type OptionalContainer = ServingContainer | "node-exporter";

/** The definitions that do not work without a program. */
export const needingContainer: Readonly<Record<ServingContainer, (model: Model) => Needing[]>> = {
  "blackbox-exporter": ({ jobs }) => jobsThrough("blackbox-exporter", jobs),
  "json-exporter": ({ jobs }) => jobsThrough("json-exporter", jobs),
  filebeat: logSources,
  elasticsearch: storedSources,
  kibana: storedSources,
};

/** The definitions that use a program; the node exporter is used by whoever scrapes it. */
export const usingContainer: Readonly<Record<OptionalContainer, (model: Model) => Needing[]>> = {
  ...needingContainer,
  "node-exporter": (model) => scraping("node-exporter", model),
  elasticsearch: maybeStoredSources,
  kibana: maybeStoredSources,
};

/** The receivers that cannot notify without a mail server. */
export function needingMail({ platform }: Model): Needing[] {
  const receivers = Object.values(platform.receivers).filter((receiver) => sendsMail([receiver]));
  return receivers.map(({ name, place }) => ({ what: `receiver "${name}"`, place }));
}

/** The log sources. */
export function logSources({ logs }: Model): Needing[] {
  return logs.map(({ id, place }) => ({ what: `log source "${id}"`, place }));
}

function storedSources(model: Model): Needing[] {
  const { logs } = model.platform;
  return logs && isStoredHere(logs) ? logSources(model) : [];
}

/** As long as nothing says where the lines go, they may be kept here. */
function maybeStoredSources(model: Model): Needing[] {
  return model.platform.logs ? storedSources(model) : logSources(model);
}

function jobsThrough(exporter: ExporterName, jobs: readonly JobModel[]): Needing[] {
  return jobs
    .filter((job) => exporterOf(job) === exporter)
    .map(({ kind, name, place }) => ({ what: `${jobTypes[kind].noun} "${name}"`, place }));
}

function scraping(program: ContainerName, { jobs }: Model): Needing[] {
  const asked = (job: JobModel) =>
    job.targets.some(({ address }) => address.replace(/^https?:\/\//, "").startsWith(`${program}:`));
  return jobs.filter(asked).map(({ name, place }) => ({ what: `job "${name}"`, place }));
}
