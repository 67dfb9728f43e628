import type { NotifierKind } from "../../../generators/language/notifier.ts";
import { styleText } from "node:util";
import { notifierTypes } from "../../../generators/notifiers/index.ts";

/** The ways of Alertmanager to tell somebody: the kinds of notifier. */
export type Way = NotifierKind;

export function isWay(name: string): name is Way {
  return Object.hasOwn(notifierTypes, name);
}

export const ways: readonly Way[] = Object.keys(notifierTypes).filter(isWay);

/** What a notification says, whichever way it came. */
export interface NotificationText {
  /** Firing as long as one of its alerts is. */
  readonly status: "firing" | "resolved";
  /** Each name once, in the order in which they are told. */
  readonly alerts: readonly string[];
  /** One line. */
  readonly title: string;
  readonly text: string;
}

/** One notification that arrived. */
export interface Notification extends NotificationText {
  readonly atMs: number;
  readonly receiver: string;
  readonly way: Way;
  /** As it came. */
  readonly raw: string;
}

/** Something that Alertmanager sent. */
export interface Arrival {
  /** As it came. */
  readonly raw: string;
  /** What the address had behind the one that was given to Alertmanager: `["v2", "alerts"]`. */
  readonly path: readonly string[];
  /** What this receiver was told this way before, oldest first. */
  readonly earlier: readonly Notification[];
}

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
