import type { NotifierKind } from "../../../generators/language/notifier.ts";

/** The ways of Alertmanager to tell somebody: the kinds of notifier. */
export type Way = NotifierKind;

/** What a notification says, whichever way it came. */
export interface NotificationWords {
  /** Firing as long as one of its alerts is. */
  readonly status: "firing" | "resolved";
  /** Each name once, in the order in which they are told. */
  readonly alerts: readonly string[];
  /** One line. */
  readonly title: string;
  readonly text: string;
}

/** One notification that arrived. */
export interface Notification extends NotificationWords {
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
