import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";
import type { SecretFile } from "./secret.ts";

/** A program that runs in a container: the image it runs from and what it may use. */
export interface Container {
  /** Name and exact tag: `prom/prometheus:v3.13.2`. */
  readonly image: `${string}:${string}`;
  /** The port it listens on inside of its container. */
  readonly port: number;
  /** On the host's loopback; left out: not reachable from the host. */
  readonly hostPort?: number;
  /** Limit of memory, in mebibytes. */
  readonly memoryMiB: number;
  /** Such as `{ "declared-parts-are-used": "why it is here though nothing uses it" }`. */
  readonly allow?: Allowances;
}

/** The programs by name, which is also the host name that the others reach them by. What nothing uses is left out. */
export interface Containers {
  readonly prometheus: Container;
  readonly alertmanager: Container;
  readonly grafana: Container;
  /** Measures the machine. Needed only where a job scrapes `node-exporter:<port>`. */
  readonly "node-exporter"?: Container;
  /** Asks addresses from outside. Needed only where a service has a `probe(…)`. */
  readonly "blackbox-exporter"?: Container;
  /** Turns JSON into metrics. Needed only where a service has a `jsonEndpoint(…)`. */
  readonly "json-exporter"?: Container;
  /** Reads log files and ships their lines. Needed only where a service has a `logSource(…)`. */
  readonly filebeat?: Container;
  /** Keeps log lines. Needed only where `logs` of the platform go to Elasticsearch and name no hosts of it. */
  readonly elasticsearch?: Container;
  /** Searches log lines. Needed only beside the container `elasticsearch`. */
  readonly kibana?: Container;
}

export type ContainerName = keyof Containers;

export interface ComposeOptions {
  /** Name of the compose project; its volumes are named after it. */
  readonly name: string;
  readonly containers: Containers;
  /** How a container reaches programs that run on the host itself, such as `host.docker.internal`. */
  readonly hostAlias: string;
  /** The login that Grafana has after its first start. */
  readonly grafana: { readonly adminUser: string; readonly adminPassword: SecretFile };
  readonly allow?: Allowances;
}

/** Docker Compose on one machine. */
export interface Compose extends ComposeOptions {
  readonly kind: "compose";
  readonly place: Place;
}

/**
 * Deploys with Docker Compose, on one machine: `out/docker-compose.yml`, and a guide for whoever deploys.
 *
 * Images, ports and limits of memory stand here and nowhere else. A container that nothing uses is left out.
 */
export function compose(options: ComposeOptions): Compose {
  return { kind: "compose", ...options, place: callerPlace() };
}
