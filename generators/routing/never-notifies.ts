import type { RouteModel } from "../model/routing-model.ts";
import type { TimeInterval } from "../language/time-interval.ts";
import { minutesOfWeek, openMinutes } from "./open-minutes.ts";

/**
 * Whether the times of a route leave it no minute of the week: times are not inherited, so the route's own are all.
 *
 * Times at different places are not laid over each other: their clocks shift against each other in the course of a year.
 */
export function neverNotifies({ activeDuring = [], mutedDuring = [] }: RouteModel): boolean {
  const muted = byLocation(mutedDuring);
  if ([...muted.values()].some((minutes) => minutes.size === minutesOfWeek)) return true;
  if (activeDuring.length === 0) return false;
  return [...byLocation(activeDuring)].every(([location, minutes]) => {
    const mutedThere = muted.get(location);
    return [...minutes].every((minute) => mutedThere?.has(minute));
  });
}

/** The minutes of all intervals that are at one place. */
function byLocation(intervals: readonly TimeInterval[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const interval of intervals) {
    const minutes = found.get(interval.location) ?? new Set();
    for (const minute of openMinutes(interval)) minutes.add(minute);
    found.set(interval.location, minutes);
  }
  return found;
}
