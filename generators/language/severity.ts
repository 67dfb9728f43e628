import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";

export interface SeverityOptions {
  /** 1 is the worst; an alert of a lower number can mute one of a higher number, never the other way round. */
  readonly rank: number;
  /** What the people on call owe an alert of this severity, in words: `"within 5 minutes, day and night"`. */
  readonly response: string;
  /** The colour of its thresholds on a panel and of its messages. */
  readonly color: "red" | "orange" | "yellow" | "blue" | "green";
  readonly allow?: Allowances;
}

/** How bad an alert is; becomes the label `severity`. */
export interface Severity extends SeverityOptions {
  readonly kind: "severity";
  readonly name: string;
  readonly place: Place;
}

/** A severity, by the name that the label has. */
export function severity(name: string, options: SeverityOptions): Severity {
  return { kind: "severity", name, ...options, place: callerPlace() };
}
