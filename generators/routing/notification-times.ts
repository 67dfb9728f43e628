import type { RouteSettings } from "./route-settings.ts";

/** When people hear of an alert, counted from the moment that its expression begins to hold; in milliseconds. */
export interface NotificationTimes {
  /** Where it is the first of its group, and an evaluation falls on that moment. */
  readonly soonestMs: number;
  /** Where that moment falls just behind an evaluation. */
  readonly latestMs: number;
  /** A group that changes is told no more often. */
  readonly atMostEveryMs: number;
  /** A group that does not change is told again after this. */
  readonly againAfterMs: number;
}

/** Of an alert that must hold for `forMs` and is evaluated every `everyMs`. */
export function notificationTimes(
  { forMs, everyMs }: { readonly forMs: number; readonly everyMs: number },
  { groupWaitMs, groupIntervalMs, repeatIntervalMs }: RouteSettings,
): NotificationTimes {
  // It begins to fire at an evaluation.
  const ringsAfterMs = Math.ceil(forMs / everyMs) * everyMs;
  return {
    soonestMs: ringsAfterMs + groupWaitMs,
    latestMs: ringsAfterMs + everyMs + groupWaitMs,
    atMostEveryMs: groupIntervalMs,
    // A group is looked at every group interval. Sending takes a moment, so that at a multiple of it the repeat interval is
    // not yet over by just that moment, and the next look repeats.
    againAfterMs: (Math.floor(repeatIntervalMs / groupIntervalMs) + 1) * groupIntervalMs,
  };
}
