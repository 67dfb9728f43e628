import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";
import type { SecretFile } from "./secret.ts";

export interface PagerDutyNotifier {
  /** The integration key of the Events API v2. */
  readonly routingKey: SecretFile;
}
export interface SlackNotifier {
  readonly webhookUrl: SecretFile;
  readonly channel: `#${string}`;
}
export interface DiscordNotifier {
  readonly webhookUrl: SecretFile;
}
export interface EmailNotifier {
  readonly to: `${string}@${string}`;
}
export interface WebhookNotifier {
  /** The whole address is a secret, because most services put the token into it. */
  readonly url: SecretFile;
}

export interface ReceiverOptions {
  /** Who reads it, in words, for the routing table. */
  readonly description: string;
  readonly pagerDuty?: readonly PagerDutyNotifier[];
  readonly slack?: readonly SlackNotifier[];
  readonly discord?: readonly DiscordNotifier[];
  readonly email?: readonly EmailNotifier[];
  readonly webhook?: readonly WebhookNotifier[];
  readonly allow?: Allowances;
}

/** Where a notification goes: one name, any number of notifiers, all of which are told. */
export interface Receiver extends ReceiverOptions {
  readonly kind: "receiver";
  readonly name: string;
  readonly place: Place;
}

/** A receiver of notifications. Addresses that hold a token are secret files; text cannot be given for them. */
export function receiver(name: string, options: ReceiverOptions): Receiver {
  return { kind: "receiver", name, ...options, place: callerPlace() };
}
