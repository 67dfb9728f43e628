import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";
import type { SecretFile } from "./secret.ts";

/** A program that runs in a container: its image, and what it may use. */
export interface Container {
  /** Name and exact tag: `prom/prometheus:v3.13.2`. */
  readonly image: `${string}:${string}`;
  /**
   * The digest of exactly this image, `sha256:…`, as `docker buildx imagetools inspect` prints it: a tag can be moved, a digest cannot.
   * Default: whatever the tag names when it is pulled.
   */
  readonly digest?: `sha256:${string}`;
  /** The port on which it listens inside the container. */
  readonly port: number;
  /** The port on the host's loopback interface. Default: not reachable from the host. */
  readonly hostPort?: number;
  /** Memory limit, in MiB. */
  readonly memoryMiB: number;
  /** The most it may use of the processors, in cores; docker starts nothing that may use more than the machine has. Default: `1`. */
  readonly cpus?: number;
  /** The most processes and threads. Default: what the program needs on a large machine. */
  readonly maxProcesses?: number;
  /** Checks to suppress for this container, by id, each with a reason: `{ "declared-parts-are-used": "needed from May on" }`. */
  readonly allow?: Allowances;
}

/** The programs by name, which is also the host name in the stack. Leave out what nothing uses. */
export interface Containers {
  /** Scrapes targets and evaluates rules. */
  readonly prometheus: Container;
  /** Groups, routes and sends notifications. */
  readonly alertmanager: Container;
  /** Shows the dashboards. */
  readonly grafana: Container;
  /** Measures the machine. Required where a job scrapes `node-exporter:<port>`. */
  readonly "node-exporter"?: Container;
  /** Probes addresses from outside. Required where a service has a `probe(…)`. */
  readonly "blackbox-exporter"?: Container;
  /** Turns JSON into metrics. Required where a service has a `jsonEndpoint(…)`. */
  readonly "json-exporter"?: Container;
  /** Ships log files. Required where a service has a `logSource(…)`. */
  readonly filebeat?: Container;
  /** Stores log lines. Required where `logs` of the platform go to Elasticsearch without `hosts`. */
  readonly elasticsearch?: Container;
  /** Searches log lines. Required beside the container `elasticsearch`. */
  readonly kibana?: Container;
}

export type ContainerName = keyof Containers;

/** The login of Grafana's administrator. */
export interface GrafanaLogin {
  /** The name of the administrator after the first start: `"admin"`. */
  readonly adminUser: string;
  /** The password of the administrator after the first start. A secret. */
  readonly adminPassword: SecretFile;
}

export interface ComposeOptions {
  /** The name of the compose project; its volumes are named after it. */
  readonly name: string;
  /** The programs to run. */
  readonly containers: Containers;
  /** The name by which containers reach programs on the host itself: `"host.docker.internal"`. */
  readonly hostAlias: string;
  /** The login of Grafana's administrator after the first start. */
  readonly grafana: GrafanaLogin;
  /** Checks to suppress for the deployment, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** Docker Compose on one machine. */
export interface Compose extends ComposeOptions {
  readonly kind: "compose";
  readonly place: Place;
}

/**
 * Deploys with Docker Compose on one machine: `out/docker-compose.yml`, and a guide for whoever deploys.
 *
 * This is the only place for images, ports and memory limits. A container that nothing uses is not written.
 * @example
 * compose({
 *   name: "monitoring",
 *   containers: {
 *     prometheus: { image: "prom/prometheus:v3.13.2", port: 9090, hostPort: 9090, memoryMiB: 2048 },
 *     alertmanager: { image: "prom/alertmanager:v0.34.2", port: 9093, hostPort: 9093, memoryMiB: 128 },
 *     grafana: { image: "grafana/grafana:13.2.3", port: 3000, hostPort: 3000, memoryMiB: 512 },
 *   },
 *   hostAlias: "host.docker.internal",
 *   grafana: { adminUser: "admin", adminPassword: secretFile("grafana_admin_password", "Choose one.") },
 * })
 * @refuses compose({ ...restOfStack, containers: { ...containers, grafana: { image: "grafana/grafana", port: 3000, memoryMiB: 512 } } })
 * @check host-ports-are-unique
 * @check needed-parts-are-declared
 */
export function compose(options: ComposeOptions): Compose {
  return { kind: "compose", ...options, place: callerPlace() };
}
