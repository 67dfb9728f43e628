import type { ContainerName } from "../../language/stack.ts";
import type { Model } from "../../model/model.ts";
import { shipsLogs, storesLogs } from "../compose/log-stack.ts";

/** The programs that the compose file has, from the scrape to the person, then the logs. */
export function runningContainers(model: Pick<Model, "logs" | "platform">): ContainerName[] {
  return [
    "prometheus",
    "alertmanager",
    "grafana",
    "node-exporter",
    "blackbox-exporter",
    "json-exporter",
    ...(shipsLogs(model) ? (["filebeat"] as const) : []),
    ...(shipsLogs(model) && storesLogs(model) ? (["elasticsearch", "kibana"] as const) : []),
  ];
}
