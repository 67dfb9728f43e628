import type { Receiver } from "../../generators/language/routing.ts";
import { notificationRouting } from "../../generators/routing/notification-routing.ts";
import type { Notification } from "../../scripts/up/receiver/notification.ts";
import { model } from "./live-stack.ts";

const routes = new Map(notificationRouting(model).map((one) => [one.alert.name, one]));

/** Who must be notified of an alert and by which notifiers, as the routing table says: `team by slack`, sorted. */
export function recipientsOf(alert: string): string[] {
  const receivers = routes.get(alert)?.routes.map(({ settings }) => settings.receiver) ?? [];
  return [...new Set(receivers.flatMap(notifyingRoutes))].sort();
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
