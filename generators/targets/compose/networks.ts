import { endpointOf } from "../../jobs/endpoint.ts";
import type { JobModel } from "../../jobs/index.ts";
import { exporterOf } from "../../jobs/of-jobs.ts";
import type { Compose, ContainerName } from "../../language/compose.ts";
import type { Model } from "../../model/model.ts";
import { runningContainers } from "../../model/running-containers.ts";
import { askingContainer } from "./commands.ts";

export type Network = "monitoring" | "logs";

/** Where each program is: what stores log lines is apart from what shows metrics. */
export const networkOf: Readonly<Record<ContainerName, Network>> = {
  prometheus: "monitoring",
  alertmanager: "monitoring",
  grafana: "monitoring",
  "node-exporter": "monitoring",
  "blackbox-exporter": "monitoring",
  "json-exporter": "monitoring",
  filebeat: "logs",
  elasticsearch: "logs",
  kibana: "logs",
};

/** The networks besides its own in which there is a target that a program asks, or looks for. */
export function networksAsked(program: ContainerName, model: Model): Network[] {
  const { jobs, platform } = model;
  const asked = jobs.filter((job) => askersOf(job, platform.deploy).has(program));
  const hosts = new Set(
    asked.flatMap(({ targets }) => targets.map(({ address }) => endpointOf(address).host)),
  );
  const networks = runningContainers(model)
    .filter(({ name }) => hosts.has(name))
    .map(({ name }) => networkOf[name]);
  return [...new Set(networks)].filter((network) => network !== networkOf[program]);
}

/** An exporter asks in the place of Prometheus, which still looks for what may be absent; a person asks what Prometheus asks. */
function askersOf(job: JobModel, deploy: Compose): ReadonlySet<ContainerName> {
  const exporter = exporterOf(job);
  if (exporter === undefined) return new Set(["prometheus", askingContainer(deploy)]);
  return new Set([exporter, ...(job.absentWhileStopped ? (["prometheus"] as const) : [])]);
}
