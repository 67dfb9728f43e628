import type { TimeInterval } from "../language/time-interval.ts";

/** The days in Alertmanager's order: a range goes from one to the same or a later one. */
export const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

const minutesOfDay = 24 * 60;
/** How many minutes a week has. */
export const minutesOfWeek = days.length * minutesOfDay;

/** The minutes of its week, counted from Sunday 0:00 where it is, that lie in the interval. */
export function openMinutes({ weekdays, times }: TimeInterval): ReadonlySet<number> {
  // What is not said holds always, but an empty list never.
  const inDays = weekdays?.flatMap((range) => daysIn(range) ?? []) ?? days.map((_day, index) => index);
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
  const [from, to] = [first, last].map((name) => days.findIndex((day) => day === name));
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
