import type { TimeInterval } from "../language/routing.ts";
import type { RouteModel } from "../model/routing-model.ts";

/** The days in Alertmanager's order: a range goes from one to the same or a later one. */
const daysOfWeek = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

const minutesOfDay = 24 * 60;
/** How many minutes a week has. */
const minutesOfWeek = daysOfWeek.length * minutesOfDay;

/** The minutes of its week, counted from Sunday 0:00 where it is, that lie in the interval. */
export function openMinutes({ weekdays, times }: TimeInterval): ReadonlySet<number> {
  // What is not said holds always, but an empty list never.
  const inDays = weekdays?.flatMap((range) => daysIn(range) ?? []) ?? daysOfWeek.map((_day, index) => index);
  const ranges = times?.flatMap((range) => minutesIn(range) ?? []) ?? [{ from: 0, to: minutesOfDay }];
  const open = new Set<number>();
  for (const day of inDays) {
    for (const { from, to } of ranges) {
      for (let minute = from; minute < to; minute++) open.add(day * minutesOfDay + minute);
    }
  }
  return open;
}

/** The numbers of the days of `monday` or `monday:friday`; undefined when it ends before it starts. */
export function daysIn(range: string): readonly number[] | undefined {
  const [first = "", last = first] = range.split(":");
  const [from, to] = [first, last].map((name) => daysOfWeek.findIndex((day) => day === name));
  if (from === undefined || to === undefined || from === -1 || to < from) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** From and to in minutes of the day; undefined when it is empty, or one of the two is no time of day. */
export function minutesIn(range: {
  readonly from: string;
  readonly to: string;
}): { readonly from: number; readonly to: number } | undefined {
  const [from, to] = [minuteOfDay(range.from), minuteOfDay(range.to)];
  return from === undefined || to === undefined || from >= to ? undefined : { from, to };
}

/** Undefined when it is no time from `0:00` to `24:00`. */
export function minuteOfDay(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{1,2})$/.exec(clock) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= minutesOfDay ? total : undefined;
}

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
