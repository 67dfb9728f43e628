import { formatDuration } from "../language/duration.ts";
import { notifierLabels } from "../notifiers/of-receivers.ts";
import type { AlertRouting, NotifyingRoute } from "../routing/notification-routing.ts";
import { openTimes } from "../routing/open-times.ts";
import type { TimesToPage } from "../routing/time-to-page.ts";

/** Whom an alert reaches, a text for each route: `on-call by PagerDuty, 5m45s to 7m after the first bad sample`. */
export function notifiedTexts(routing: AlertRouting, times: TimesToPage): string[] {
  return routing.routes.map((route) => {
    const { receiver } = route.settings;
    const by = notifierLabels(receiver);
    if (by.length === 0) return `${perhaps(route)}${receiver.name}, who is notified by nothing`;
    const open = openTimes(route.route);
    const only = open === undefined ? "" : `, only ${open}`;
    return `${perhaps(route)}${receiver.name} by ${by.join(" and ")}, ${howSoon(routing, route, times)}${only}`;
  });
}

function howSoon(routing: AlertRouting, route: NotifyingRoute, times: TimesToPage): string {
  const fromSample = times(routing, route);
  const { soonestMs, latestMs } = fromSample ?? route.times;
  const since = fromSample ? "the first bad sample" : "its condition is met";
  return `${formatDuration(soonestMs)} to ${formatDuration(latestMs)} after ${since}`;
}

function perhaps({ surely }: NotifyingRoute): string {
  return surely ? "" : "perhaps ";
}

/** The names of those whom it reaches, each once. */
export function receiverNames({ routes }: AlertRouting): string {
  const names = new Set(routes.map((route) => `${perhaps(route)}${route.settings.receiver.name}`));
  return names.size === 0 ? "nobody" : [...names].join(", ");
}
