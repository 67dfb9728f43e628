import type { SecretFile } from "../../language/secret.ts";
import type { ExporterName } from "../../jobs/job.ts";
import { exporterOf, secretsOfJob } from "../../jobs/of-jobs.ts";
import type { Model } from "../../model/model.ts";
import { notifierSecrets, sendsMail } from "../../notifiers/of-receivers.ts";
import { grafanaKey, kibanaKey } from "./keys-of-stack.ts";
import { shippedLogs, storedLogs } from "../../model/log-shipping.ts";

/** The secrets that each program of the stack reads, and nobody else gets. */
export interface SecretsOfStack {
  readonly prometheus: readonly SecretFile[];
  readonly alertmanager: readonly SecretFile[];
  readonly grafana: readonly SecretFile[];
  readonly "blackbox-exporter": readonly SecretFile[];
  readonly "json-exporter": readonly SecretFile[];
  /** Elasticsearch, and those that make Kibana's token and Filebeat's login. */
  readonly elasticsearch: readonly SecretFile[];
  /** Where the Elasticsearch is elsewhere; here it has a login that nobody knows. */
  readonly filebeat: readonly SecretFile[];
  readonly kibana: readonly SecretFile[];
}

export function secretsOf(model: Model): SecretsOfStack {
  const { deploy } = model.platform;
  const [shipped, stored] = [shippedLogs(model), storedLogs(model)];
  return {
    prometheus: secretsReadBy(undefined, model),
    alertmanager: distinct(alertmanagerSecrets(model)),
    grafana: [deploy.grafana.adminPassword, grafanaKey(deploy)],
    "blackbox-exporter": secretsReadBy("blackbox-exporter", model),
    "json-exporter": secretsReadBy("json-exporter", model),
    elasticsearch: stored ? [stored.password] : [],
    filebeat: shipped?.output === "elasticsearch" && !stored ? [shipped.password] : [],
    kibana: stored ? [kibanaKey(deploy)] : [],
  };
}

/** Every secret of the stack once, by name. */
export function allSecrets(model: Model): SecretFile[] {
  return distinct(Object.values(secretsOf(model)).flat());
}

/** What an exporter reads for its requests, or else Prometheus itself. */
function secretsReadBy(exporter: ExporterName | undefined, { jobs }: Model): SecretFile[] {
  return distinct(jobs.filter((job) => exporterOf(job) === exporter).flatMap((job) => secretsOfJob(job)));
}

function alertmanagerSecrets({ platform }: Model): SecretFile[] {
  const receivers = Object.values(platform.receivers);
  return [
    ...(platform.mail && sendsMail(receivers) ? [platform.mail.password] : []),
    ...receivers.flatMap(notifierSecrets),
  ];
}

function distinct(secrets: readonly (SecretFile | undefined)[]): SecretFile[] {
  const byName = new Map(secrets.flatMap((secret) => (secret ? [[secret.name, secret]] : [])));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
