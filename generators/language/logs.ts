import type { Allowances } from "./allow.ts";
import type { SecretFile } from "./secret.ts";

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
export interface LogstashLogs extends ShippedLogs {
  readonly output: "logstash";
  /** `host:port` of each Logstash; the lines are spread over them. */
  readonly hosts: readonly `${string}:${number}`[];
}

/** Where log lines go. One output at a time: Filebeat, which ships them, refuses two. */
export type Logs = ElasticsearchLogs | LogstashLogs;
