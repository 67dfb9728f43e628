import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";

type Day = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
type Clock = `${number}:${number}`;

export interface TimeIntervalOptions {
  readonly weekdays?: readonly (Day | `${Day}:${Day}`)[];
  readonly times?: readonly { readonly from: Clock; readonly to: Clock }[];
  /** A name of the time zone database, such as `Europe/Berlin`. */
  readonly location: string;
  readonly allow?: Allowances;
}

/** Times of the week during which a route notifies, or is mute. */
export interface TimeInterval extends TimeIntervalOptions {
  readonly kind: "time interval";
  readonly name: string;
  readonly place: Place;
}

/** Times of the week, by name. */
export function timeInterval(name: string, options: TimeIntervalOptions): TimeInterval {
  return { kind: "time interval", name, ...options, place: callerPlace() };
}
