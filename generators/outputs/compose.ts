import type { Model } from "../model/model.ts";
import type { Output } from "../output.ts";
import { printYaml } from "../text/yaml.ts";
import { shipsLogs, storesLogs } from "./compose/log-stack.ts";
import { elasticsearch, filebeat, kibana, kibanaToken } from "./compose/log-services.ts";
import {
  alertmanager,
  blackboxExporter,
  grafana,
  jsonExporter,
  nodeExporter,
  prometheus,
} from "./compose/metric-services.ts";
import { allSecrets, secretsOf } from "./compose/secrets-of.ts";
import { sourceOf } from "./parts/source-of.ts";

/** How the programs run on one machine. The keys stand in the order that dclint asks for. */
export const compose: Output = (model) => {
  const { stack } = model.platform;
  const secrets = allSecrets(model);
  const file = {
    name: stack.name,
    services: services(model),
    networks: Object.fromEntries(networks(model).map((network) => [network, { driver: "bridge" }])),
    volumes: Object.fromEntries(volumesOf(model).map((volume) => [volume, {}])),
    secrets: Object.fromEntries(secrets.map(({ name }) => [name, { file: `./secrets/${name}` }])),
  };
  return { "docker-compose.yml": printYaml(file, { source: sourceOf([stack]) }) };
};

function services(model: Model): object {
  const secrets = secretsOf(model);
  const all = {
    prometheus: prometheus(model, secrets),
    alertmanager: alertmanager(model, secrets),
    grafana: grafana(model, secrets),
    "node-exporter": nodeExporter(model),
    "blackbox-exporter": blackboxExporter(model, secrets),
    "json-exporter": jsonExporter(model, secrets),
    ...(shipsLogs(model) ? { filebeat: filebeat(model, secrets) } : {}),
    ...(shipsLogs(model) && storesLogs(model)
      ? {
          elasticsearch: elasticsearch(model, secrets),
          kibana: kibana(model),
          "kibana-token": kibanaToken(model, secrets),
        }
      : {}),
  };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function networks(model: Model): string[] {
  return shipsLogs(model) ? ["logs", "monitoring"] : ["monitoring"];
}

/** What outlives a container, by the program that fills it. */
function volumesOf(model: Model): string[] {
  return [
    "alertmanager-data",
    ...(shipsLogs(model) && storesLogs(model) ? ["elasticsearch-data"] : []),
    ...(shipsLogs(model) ? ["filebeat-data", "filebeat-logs"] : []),
    "grafana-data",
    ...(shipsLogs(model) && storesLogs(model) ? ["kibana-data", "kibana-token"] : []),
    "prometheus-data",
  ];
}
