import type { AlertMatch } from "./alert-match.ts";
import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";

export interface InhibitionOptions {
  /** While one of these fires … */
  readonly source: AlertMatch;
  /** … these are not notified, … */
  readonly target: AlertMatch;
  /** … if these labels have the same value on both. Alertmanager takes a label that both lack as the same. */
  readonly equal: readonly string[];
  readonly allow?: Allowances;
}

/** Alerts that mute others, so that one cause fires once. */
export interface Inhibition extends InhibitionOptions {
  readonly kind: "inhibition";
  readonly name: string;
  readonly place: Place;
}

/** An inhibition by name. */
export function inhibition(name: string, options: InhibitionOptions): Inhibition {
  return { kind: "inhibition", name, ...options, place: callerPlace() };
}
