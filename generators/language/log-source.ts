import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";

/**
 * How a line reads. `level lines`: `2025-12-04 12:34:56 | ERROR | message`. `access lines`: the same, and the message is
 * `GET /scene 200 12.3ms 127.0.0.1`.
 */
export type LogFormat = "level lines" | "access lines";

export interface LogSourceOptions {
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
