import type { Allowances } from "./allow.ts";
import type { Notifier } from "./notifier.ts";
import { callerPlace, type Place } from "./place.ts";

export interface ReceiverOptions {
  /** Who reads it, in words, for the routing table. */
  readonly description: string;
  /** How they are notified, each in turn: `[slack({ … }), email({ … })]`. */
  readonly notifiers: readonly Notifier[];
  readonly allow?: Allowances;
}

/** Where a notification goes: one name, any number of notifiers, all of which are told. */
export interface Receiver extends ReceiverOptions {
  readonly kind: "receiver";
  readonly name: string;
  readonly place: Place;
}

/**
 * A receiver of notifications: who is notified, and how.
 *
 * Becomes an entry of `receivers` in alertmanager.yml. What holds a token is a secret file; text cannot be given for it.
 *
 *     receiver("team", {
 *       description: "The team, in Slack and by e-mail.",
 *       notifiers: [slack({ webhookUrl, channel: "#alerts" }), email({ to: "team@shop.internal" })],
 *     })
 */
export function receiver(name: string, options: ReceiverOptions): Receiver {
  return { kind: "receiver", name, ...options, place: callerPlace() };
}
