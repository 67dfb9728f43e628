import type { AlertMatch } from "./alert-match.ts";
import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Receiver } from "./receiver.ts";
import type { TimeInterval } from "./time-interval.ts";

export interface RouteOptions {
  /** The root of the tree takes every alert and must leave this out. */
  readonly match?: AlertMatch;
  readonly receiver: Receiver;
  /** Labels whose values make alerts share one notification; left out: as the parent says. */
  readonly groupBy?: readonly string[];
  /** How long a new group waits for more alerts before its first notification. */
  readonly groupWait?: RuleDuration;
  /** How often at the most a group that changed is notified again. */
  readonly groupInterval?: RuleDuration;
  /** How often a group that did not change is notified again. */
  readonly repeatInterval?: RuleDuration;
  /** Notifies only then; what came before is told when the time begins. */
  readonly activeDuring?: readonly TimeInterval[];
  /** Is silent then. */
  readonly mutedDuring?: readonly TimeInterval[];
  /** Goes on to the next route too; a route ends the search unless it says so. */
  readonly continue?: boolean;
  readonly routes?: readonly Route[];
  readonly allow?: Allowances;
}

/** A branch of the routing tree: the alerts it takes and the receiver that is told. */
export interface Route extends RouteOptions {
  readonly kind: "route";
  readonly place: Place;
}

/** A branch of the routing tree; the first of its siblings that matches an alert takes it. */
export function route(options: RouteOptions): Route {
  return { kind: "route", ...options, place: callerPlace() };
}
