import type { Compose, Container, ContainerName } from "../language/compose.ts";
import { shippedLogs, storedLogs } from "./log-shipping.ts";
import type { Model } from "./model.ts";

export interface RunningContainer extends Container {
  readonly name: ContainerName;
}

type Logging = Pick<Model, "logs" | "platform">;
const wherever = (): boolean => true;

/** Whether a program that is declared runs, from the scrape to the person, then the logs. */
const runs: Readonly<Record<ContainerName, (model: Logging) => boolean>> = {
  prometheus: wherever,
  alertmanager: wherever,
  grafana: wherever,
  "node-exporter": wherever,
  "blackbox-exporter": wherever,
  "json-exporter": wherever,
  // Without log lines they would not start, or have nothing to keep.
  filebeat: (model) => shippedLogs(model) !== undefined,
  elasticsearch: (model) => storedLogs(model) !== undefined,
  kibana: (model) => storedLogs(model) !== undefined,
};

/** Every program that there can be, in the order in which guides name them. */
export const containerNames: readonly ContainerName[] = Object.keys(runs).filter(isContainerName);

export function isContainerName(name: string): name is ContainerName {
  return Object.hasOwn(runs, name);
}

/** The programs that the compose file has: those that are declared and have something to do. */
export function runningContainers(model: Logging): RunningContainer[] {
  const { containers } = model.platform.deploy;
  return containerNames.flatMap((name) => {
    const container = containers[name];
    return container && runs[name](model) ? [{ name, ...container }] : [];
  });
}

/** A program that something needs; `needed-parts-are-declared` lets nothing through whose program is not declared. */
export function neededContainer({ containers }: Compose, name: ContainerName): Container {
  const container = containers[name];
  if (!container) throw new Error(`something needs the container "${name}", and it is not declared`);
  return container;
}
