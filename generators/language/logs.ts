import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";
import type { SecretFile } from "./secret.ts";

/**
 * How a line is written. `level lines`: `2025-12-04 12:34:56 | ERROR | message`. `access lines`: the same, with a message such as
 * `GET /scene 200 12.3ms 127.0.0.1`.
 */
export type LogFormat = "level lines" | "access lines";

export interface LogSourceOptions {
  /** What is logged there. */
  readonly description: string;
  /** Files below the service's `logFolder`: `["server.log"]`. Rotated files beside them are found too. */
  readonly files: readonly string[];
  /** How a line is written. */
  readonly format: LogFormat;
  /** True: lines that do not start with a time, such as those of a stack trace, belong to the line before. Default: false. */
  readonly multiline?: boolean;
  /** The value of the field `event.dataset`. Default: `service.id`. */
  readonly dataset?: string;
  /** Tags for every line, to filter by. Default: none. */
  readonly tags?: readonly string[];
  /** Checks to suppress for this log source, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** Log files of one kind that are shipped. */
export interface LogSource extends LogSourceOptions {
  readonly kind: "log source";
  /** Never change it: Filebeat keeps its position in the files under it. */
  readonly id: string;
  readonly place: Place;
}

/**
 * Log files that Filebeat ships. Never change the id once it is deployed: Filebeat keeps its position in the files under it, and
 * would ship all of them again.
 * @example logSource("server", { description: "The shop's own log.", files: ["server.log"], format: "level lines" })
 * @refuses logSource("server", { description: "The shop's own log.", files: ["server.log"], format: "json" })
 * @check logs-can-be-shipped
 * @check log-files-have-one-source
 */
export function logSource(id: string, options: LogSourceOptions): LogSource {
  return { kind: "log source", id, ...options, place: callerPlace() };
}

interface ShippedLogs {
  /** The time zone of the times in the lines: `"Europe/Berlin"`. */
  readonly timeZone: string;
  /** Checks to suppress, by id, each with a reason: `{ "declared-parts-are-used": "the log sources follow next week" }`. */
  readonly allow?: Allowances;
}

/** Log lines go to Elasticsearch, which stores and searches them. */
export interface ElasticsearchLogs extends ShippedLogs {
  /** Where log lines go. */
  readonly output: "elasticsearch";
  /** Addresses of an existing Elasticsearch. Default: one is deployed with the stack, and Kibana with it. */
  readonly hosts?: readonly (`http://${string}` | `https://${string}`)[];
  /** Indices are named `<prefix>-…`; the index template and the lifecycle policy are named `<prefix>`. */
  readonly indexPrefix: string;
  /**
   * In an existing Elasticsearch the user that writes, with the role that the page about logs shows. Of the one that is deployed the
   * superuser, `elastic`, as which people sign in; Filebeat gets a user and a role of its own.
   */
  readonly user: string;
  /** The password of that user. A secret. */
  readonly password: SecretFile;
  /** How long log lines are kept, in days. */
  readonly keepDays: number;
}

/** Log lines go to an existing Logstash, which processes them further. */
export interface LogstashLogs extends ShippedLogs {
  /** Where log lines go. */
  readonly output: "logstash";
  /** `host:port` of each Logstash; lines are balanced between them. */
  readonly hosts: readonly `${string}:${number}`[];
}

/** Where log lines go. Filebeat takes only one output at a time. */
export type Logs = ElasticsearchLogs | LogstashLogs;
