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
