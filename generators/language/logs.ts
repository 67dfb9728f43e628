import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";
import type { SecretFile } from "./secret.ts";

/**
 * How a line reads. `level lines`: `2025-12-04 12:34:56 | ERROR | message`. `access lines`: the same, and the message is
 * `GET /scene 200 12.3ms 127.0.0.1`.
 */
export type LogFormat = "level lines" | "access lines";

interface LogSourceOptions {
  readonly description: string;
  /** Below the service's log folder; rotated files are found beside it. */
  readonly files: readonly string[];
  readonly format: LogFormat;
  /** True: lines that do not start with a time belong to the line before, as those of a stack trace do. */
  readonly multiline?: boolean;
  /** Becomes `event.dataset`; left out: `service.id`. */
  readonly dataset?: string;
  readonly tags?: readonly string[];
  readonly allow?: Allowances;
}

/** Log files of one kind that are shipped. */
export interface LogSource extends LogSourceOptions {
  readonly kind: "log source";
  /** Never change it: the position up to which the files were read is kept under it. */
  readonly id: string;
  readonly place: Place;
}

/** A log source by its id, which must never change once it is deployed. */
export function logSource(id: string, options: LogSourceOptions): LogSource {
  return { kind: "log source", id, ...options, place: callerPlace() };
}

interface ShippedLogs {
  /** The time zone of the times in the lines, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** Such as `{ "declared-parts-are-used": "the log sources follow next week" }`. */
  readonly allow?: Allowances;
}

/** Log lines go to Elasticsearch, which keeps and searches them. */
export interface ElasticsearchLogs extends ShippedLogs {
  readonly output: "elasticsearch";
  /** An Elasticsearch elsewhere. Left out: one that is deployed here, with Kibana beside it. */
  readonly hosts?: readonly (`http://${string}` | `https://${string}`)[];
  /** Indices are `<prefix>-…`; the index template and the policy that deletes old lines have this name. */
  readonly indexPrefix: string;
  /** Who writes. Of an Elasticsearch elsewhere: it must be allowed to manage index templates and lifecycle policies. */
  readonly user: string;
  readonly password: SecretFile;
  /** How long log lines are kept, in days. */
  readonly keepDays: number;
}

/** Log lines go to a Logstash elsewhere, which does with them what it wants. */
interface LogstashLogs extends ShippedLogs {
  readonly output: "logstash";
  /** `host:port` of each Logstash; the lines are spread over them. */
  readonly hosts: readonly `${string}:${number}`[];
}

/** Where log lines go. One output at a time: Filebeat, which ships them, refuses two. */
export type Logs = ElasticsearchLogs | LogstashLogs;
