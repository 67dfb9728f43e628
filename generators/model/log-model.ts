import type { Allowances } from "../language/allow.ts";
import type { LogFormat } from "../language/log-source.ts";
import type { Place } from "../language/place.ts";

/** Log files that Filebeat reads. */
export interface LogModel {
  readonly id: string;
  readonly service: string;
  readonly description: string;
  /** Below the service's log folder. */
  readonly files: readonly string[];
  readonly format: LogFormat;
  readonly multiline: boolean;
  readonly dataset: string;
  readonly tags: readonly string[];
  readonly place: Place;
  readonly allow?: Allowances | undefined;
}
