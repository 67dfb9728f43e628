import { styleText } from "node:util";
import type { Notification } from "./notification.ts";

/** One line for a person: `12:03:10  FIRING    on-call  pagerduty  TicketShopFailing  [critical] …`; coloured on a terminal. */
export function notificationLine(
  { atMs, receiver, way, status, alerts, title }: Notification,
  receiverWidth: number,
  stream: NodeJS.WritableStream,
): string {
  const clock = new Date(atMs).toTimeString().slice(0, 8);
  const word = status === "firing" ? "FIRING  " : "RESOLVED";
  const coloured = styleText(status === "firing" ? "red" : "green", word, { stream });
  // "pagerduty" is the longest of the ways.
  return [clock, coloured, receiver.padEnd(receiverWidth), way.padEnd(9), alerts.join(", "), title].join(
    "  ",
  );
}
