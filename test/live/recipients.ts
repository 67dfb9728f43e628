import type { Receiver } from "../../generators/language/routing.ts";
import { notificationRouting } from "../../generators/routing/notification-routing.ts";
import type { Notification } from "../../scripts/up/receiver/notification.ts";
import { model, scale } from "./live-stack.ts";

const routes = new Map(notificationRouting(model).map((one) => [one.alert.name, one]));

/**
 * Who must be notified that an alert has this status and by which notifiers, as the routing table says: `team by slack`, sorted.
 * Some are not notified that it is over.
 */
export function recipientsOf(alert: string, status: Notification["status"] = "firing"): string[] {
  const all = routes.get(alert)?.routes.map(({ settings }) => settings.receiver) ?? [];
  const receivers = all.filter(({ sendResolved }) => status === "firing" || sendResolved !== false);
  return [...new Set(receivers.flatMap(notifyingRoutes))].sort();
}

/** How long it is at most, at the speed of the stack, until somebody is notified again of an alert that goes on. */
export function repeatedAfterMs(alert: string): number {
  const times = routes.get(alert)?.routes.map(({ times }) => times.againAfterMs) ?? [];
  return Math.max(...times) / scale.speed;
}

/** The alerts that may inhibit this one. */
export function inhibitingAlerts(alert: string): string[] {
  return (routes.get(alert)?.inhibitedBy ?? []).map(({ source }) => source.name);
}

/** The alerts that this one may inhibit. */
export function inhibitedAlerts(alert: string): string[] {
  return (routes.get(alert)?.inhibits ?? []).map(({ target }) => target.name);
}

/** `team by slack` */
export function recipient({ receiver, kind }: Pick<Notification, "receiver" | "kind">): string {
  return `${receiver} by ${kind}`;
}

function notifyingRoutes({ name, notifiers }: Receiver): string[] {
  return notifiers.map(({ kind }) => recipient({ receiver: name, kind }));
}
