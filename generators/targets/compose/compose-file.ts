import type { ContainerName } from "../../language/compose.ts";
import { shippedLogs, storedLogs } from "../../model/log-shipping.ts";
import type { Model } from "../../model/model.ts";
import { runningContainers } from "../../model/running-containers.ts";
import type { Output } from "../../output.ts";
import { printYaml } from "../../text/yaml.ts";
import { filebeatLogin } from "./filebeat-login.ts";
import { elasticsearch, filebeat, kibana, kibanaToken } from "./log-services.ts";
import {
  alertmanager,
  blackboxExporter,
  grafana,
  jsonExporter,
  nodeExporter,
  prometheus,
} from "./metric-services.ts";
import { allSecrets, secretsOf, type SecretsOfStack } from "./secrets-of.ts";
import { sourceOf } from "../source-of.ts";

/** How the programs run on one machine. The keys stand in the order that dclint asks for. */
export const compose: Output = (model) => {
  const { platform } = model;
  const secrets = allSecrets(model);
  const file = {
    name: platform.deploy.name,
    services: services(model),
    networks: Object.fromEntries(networks(model).map((network) => [network, { driver: "bridge" }])),
    volumes: Object.fromEntries(volumesOf(model).map((volume) => [volume, {}])),
    secrets: Object.fromEntries(secrets.map(({ name }) => [name, { file: `./secrets/${name}` }])),
  };
  return { "docker-compose.yml": printYaml(file, { source: sourceOf([platform, platform.deploy]) }) };
};

const serviceOf: Readonly<Record<ContainerName, (model: Model, secrets: SecretsOfStack) => object>> = {
  prometheus,
  alertmanager,
  grafana,
  "node-exporter": nodeExporter,
  "blackbox-exporter": blackboxExporter,
  "json-exporter": jsonExporter,
  filebeat,
  elasticsearch,
  kibana,
};

function services(model: Model): object {
  const secrets = secretsOf(model);
  const all = {
    ...Object.fromEntries(
      runningContainers(model).map(({ name }) => [name, serviceOf[name](model, secrets)] as const),
    ),
    ...(storedLogs(model)
      ? { "filebeat-login": filebeatLogin(model, secrets), "kibana-token": kibanaToken(model, secrets) }
      : {}),
  };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function networks(model: Model): string[] {
  return shippedLogs(model) ? ["logs", "monitoring"] : ["monitoring"];
}

/** What outlives a container, by the program that fills it. */
function volumesOf(model: Model): string[] {
  return [
    "alertmanager-data",
    ...(storedLogs(model) ? ["elasticsearch-data"] : []),
    ...(shippedLogs(model) ? ["filebeat-data"] : []),
    ...(storedLogs(model) ? ["filebeat-login"] : []),
    ...(shippedLogs(model) ? ["filebeat-logs"] : []),
    "grafana-data",
    ...(storedLogs(model) ? ["kibana-data", "kibana-token"] : []),
    "prometheus-data",
  ];
}
