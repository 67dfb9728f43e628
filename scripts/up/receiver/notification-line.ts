import { styleText } from "node:util";
import type { Notification } from "./notification.ts";
import { ways } from "./transports.ts";

const wayWidth = Math.max(...ways.map((way) => way.length));

/** One line for a person: `12:03:10  FIRING    on-call  pagerduty  TicketShopFailing  [critical] …`; coloured on a terminal. */
export function notificationLine(
  { atMs, receiver, way, status, alerts, title }: Notification,
  receiverWidth: number,
  stream: NodeJS.WritableStream,
): string {
  const clock = new Date(atMs).toTimeString().slice(0, 8);
  const word = status === "firing" ? "FIRING  " : "RESOLVED";
  const coloured = styleText(status === "firing" ? "red" : "green", word, { stream });
  return [
    clock,
    coloured,
    receiver.padEnd(receiverWidth),
    way.padEnd(wayWidth),
    alerts.join(", "),
    title,
  ].join("  ");
}
