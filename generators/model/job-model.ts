import type { ProbeModule } from "../language/probe.ts";
import type { SecretFile } from "../language/secret.ts";
import type { Definition } from "./definition.ts";

/** One address of a job. */
export interface TargetModel {
  /** As the author wrote it; for a probe or a JSON endpoint the whole URL. */
  readonly written: string;
  /** As Prometheus, or the exporter between, reaches it from its container. */
  readonly address: string;
  /** The label `instance`. */
  readonly instance: string;
}

/** One field of a JSON endpoint that becomes a series. */
export interface JsonFieldModel {
  /** Path in the answer: `memory.static_memory_usage`. */
  readonly path: string;
  readonly metric: string;
  readonly type: "gauge" | "counter";
  readonly help: string;
  /** Labels of this series, such as `{ type: "static" }`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of a text: the label that it becomes, of a series that is 1. */
  readonly textLabel?: string;
}

interface Scraped extends Definition {
  readonly name: string;
  readonly service: string;
  readonly description: string;
  readonly every: string;
  readonly everyMs: number;
  readonly timeout: string;
  readonly timeoutMs: number;
  readonly targets: readonly TargetModel[];
  /** Labels that the target file adds to every series. */
  readonly labels: Readonly<Record<string, string>>;
}
export interface ScrapeJobModel extends Scraped {
  readonly kind: "scrape";
  readonly path: string;
  readonly scheme: "http" | "https";
  readonly bearerToken: SecretFile | undefined;
}
export interface ProbeJobModel extends Scraped {
  readonly kind: "probe";
  readonly module: ProbeModule;
}
export interface JsonJobModel extends Scraped {
  readonly kind: "json";
  readonly bearerToken: SecretFile | undefined;
  readonly fields: readonly JsonFieldModel[];
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
}
export type JobModel = ScrapeJobModel | ProbeJobModel | JsonJobModel;
