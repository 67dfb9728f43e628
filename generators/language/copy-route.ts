import type { AlertMatch } from "./alert-match.ts";
import { callerPlace, type Place } from "./place.ts";
import type { RouteOptions } from "./route.ts";

export interface CopyRouteOptions extends Omit<RouteOptions, "match" | "continue" | "routes"> {
  /** Which of the service's alerts; left out: all of them. */
  readonly match?: Omit<AlertMatch, "service">;
}

/** A route of one service that tells one more receiver. */
export interface CopyRoute extends CopyRouteOptions {
  readonly kind: "copy route";
  readonly place: Place;
}

/**
 * Tells one more receiver of the alerts of the service that has it among its `copies`; whom the platform tells stays the same.
 *
 * A receiver that only copies name, its secrets and time intervals stand in the service's files and nowhere else.
 */
export function copyRoute(options: CopyRouteOptions): CopyRoute {
  return { kind: "copy route", ...options, place: callerPlace() };
}
