import type { NotifierKind } from "../../../generators/language/notifier.ts";
import { styleText } from "node:util";
import { printableInLine } from "../../../generators/text/printable.ts";
import { notifierTypes } from "../../../generators/notifiers/index.ts";

export function isNotifierKind(name: string): name is NotifierKind {
  return Object.hasOwn(notifierTypes, name);
}

export const notifierKinds: readonly NotifierKind[] = Object.keys(notifierTypes).filter(isNotifierKind);

/** What a notification says, whichever kind of notifier it came from. */
export interface NotificationText {
  /** Firing as long as one of its alerts is. */
  readonly status: "firing" | "resolved";
  /** Each name once, in the order in which they are listed. */
  readonly alerts: readonly string[];
  /** One line. */
  readonly title: string;
  readonly text: string;
}

/** One notification that arrived. */
export interface Notification extends NotificationText {
  readonly atMs: number;
  readonly receiver: string;
  readonly kind: NotifierKind;
  /** As it came. */
  readonly raw: string;
}

/** Something that Alertmanager sent. */
export interface Arrival {
  /** As it came. */
  readonly raw: string;
  /** What the address had behind the one that was given to Alertmanager: `["v2", "alerts"]`. */
  readonly path: readonly string[];
  /** What this kind of notifier of this receiver got before, oldest first. */
  readonly earlier: readonly Notification[];
}

const kindWidth = Math.max(...notifierKinds.map((kind) => kind.length));

/**
 * One line for a person: `12:03:10  FIRING    on-call  pagerduty  TicketShopFailing  [critical] …`; coloured on a terminal, which obeys
 * nothing of what was sent.
 */
export function notificationLine(
  { atMs, receiver, kind, status, alerts, title }: Notification,
  receiverWidth: number,
  stream: NodeJS.WritableStream,
): string {
  const clock = new Date(atMs).toTimeString().slice(0, 8);
  const word = status === "firing" ? "FIRING  " : "RESOLVED";
  const coloured = styleText(status === "firing" ? "red" : "green", word, { stream });
  return [
    clock,
    coloured,
    printableInLine(receiver).padEnd(receiverWidth),
    kind.padEnd(kindWidth),
    printableInLine(alerts.join(", ")),
    printableInLine(title),
  ].join("  ");
}
