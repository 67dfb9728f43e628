import type { RouteModel } from "../model/routing-model.ts";

/** When a route notifies, in plain text: `in business-hours and outside of nights`; undefined: at any time. */
export function openTimes({ activeDuring = [], mutedDuring = [] }: RouteModel): string | undefined {
  const inside = activeDuring.length === 0 ? [] : [`in ${names(activeDuring, "or")}`];
  const outside = mutedDuring.length === 0 ? [] : [`outside of ${names(mutedDuring, "and")}`];
  const parts = [...inside, ...outside];
  return parts.length === 0 ? undefined : parts.join(" and ");
}

/** The moment from which a route notifies again, in plain text: `business-hours beginning`. */
export function opening(route: RouteModel): string {
  const { activeDuring = [], mutedDuring = [] } = route;
  if (mutedDuring.length === 0) return `${names(activeDuring, "or")} beginning`;
  if (activeDuring.length === 0) return `${names(mutedDuring, "and")} ending`;
  return `being ${openTimes(route) ?? "notified"}`;
}

/** When a route is mute, in plain text: `outside of business-hours, in nights`; undefined: never. */
export function closedTimes({ activeDuring = [], mutedDuring = [] }: RouteModel): string | undefined {
  const outside = activeDuring.length === 0 ? [] : [`outside of ${names(activeDuring, "and")}`];
  const inside = mutedDuring.length === 0 ? [] : [`in ${names(mutedDuring, "or")}`];
  const parts = [...outside, ...inside];
  return parts.length === 0 ? undefined : parts.join(", ");
}

function names(intervals: readonly { readonly name: string }[], word: "and" | "or"): string {
  return intervals.map(({ name }) => name).join(` ${word} `);
}
