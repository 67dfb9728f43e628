import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import { callerPlace, type Place } from "./place.ts";
import type { SecretFile } from "./secret.ts";

/** A program of the stack: the image it runs from and what it may use. */
export interface Container {
  /** Name and exact tag: `prom/prometheus:v3.13.2`. */
  readonly image: `${string}:${string}`;
  /** The port it listens on inside of the stack. */
  readonly port: number;
  /** On the host's loopback; left out: not reachable from the host. */
  readonly hostPort?: number;
  /** Limit of memory, in mebibytes. */
  readonly memoryMiB: number;
}

export type ContainerName =
  | "prometheus"
  | "alertmanager"
  | "grafana"
  | "node-exporter"
  | "blackbox-exporter"
  | "json-exporter"
  | "filebeat"
  | "elasticsearch"
  | "kibana";

export interface StackOptions {
  /** Name of the compose project. */
  readonly name: string;
  readonly containers: Readonly<Record<ContainerName, Container>>;
  /** How a container reaches programs that run on the host itself. */
  readonly hostAlias: string;
  /** How long Prometheus keeps its samples. */
  readonly retention: RuleDuration;
  /** At most this much disk for them, in gibibytes: whichever limit comes first. */
  readonly retentionSizeGiB: number;
  /** Where `out/docs/` can be read, without a slash at the end; the runbook of an alert is below it. */
  readonly docsUrl: `https://${string}`;
  /** Where people open the programs, for the links in notifications and dashboards. */
  readonly externalUrls: Readonly<Record<"prometheus" | "alertmanager" | "grafana", `http${string}`>>;
  readonly grafana: { readonly adminUser: string; readonly adminPassword: SecretFile };
  readonly logs: {
    /** One output at a time: Filebeat refuses two. */
    readonly output: "elasticsearch" | "logstash";
    /** Hosts of Logstash, `host:port`, when it is the output. */
    readonly logstashHosts?: readonly string[];
    /** Indices are `<prefix>-…`. */
    readonly indexPrefix: string;
    readonly elasticsearchUser: string;
    readonly elasticsearchPassword: SecretFile;
    /** How long log lines are kept, in days. */
    readonly keepDays: number;
    /** The time zone of the lines' times. */
    readonly timeZone: string;
  };
  readonly allow?: Allowances;
}

/** Where and how the programs run. */
export interface Stack extends StackOptions {
  readonly kind: "stack";
  readonly place: Place;
}

/** The programs of the stack: images, ports, limits; versions stand here and nowhere else. */
export function stack(options: StackOptions): Stack {
  return { kind: "stack", ...options, place: callerPlace() };
}
