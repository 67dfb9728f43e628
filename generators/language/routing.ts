import type { AlertDefinition, Severity } from "./alert.ts";
import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { Notifier } from "./notifier.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Slo } from "./slo/slo.ts";

/** Which alerts a route or an inhibition is about: all that is said must hold; a list means any of these. */
export interface AlertMatch {
  /** Alerts as they are exported: `alert: ShopDown`, or `alert: [ShopDown, ShopSlow]`. */
  readonly alert?: AlertDefinition | readonly AlertDefinition[];
  /** All alerts of an SLO; `labels: { burn: "fast" }` leaves those that page. */
  readonly slo?: Slo | readonly Slo[];
  readonly severity?: Severity | readonly Severity[];
  readonly service?: string | readonly string[];
  /** Any other label: one value, any of several, or a pattern anchored at both ends. */
  readonly labels?: OtherLabels;
}

/** Labels that no other word of a match says. */
type OtherLabels = Readonly<Record<string, string | readonly string[] | RegExp>> & SaidOtherwise;

/** What a message then shows as the type that is wanted. */
interface SaidOtherwise {
  readonly alertname?: "say alert: and the alert's export, not its name";
  readonly severity?: "say severity: outside of labels";
  readonly service?: "say service: outside of labels";
}

type Day = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
type Clock = `${number}:${number}`;

export interface TimeIntervalOptions {
  readonly weekdays?: readonly (Day | `${Day}:${Day}`)[];
  readonly times?: readonly { readonly from: Clock; readonly to: Clock }[];
  /** A name of the time zone database, such as `Europe/Berlin`. */
  readonly location: string;
  readonly allow?: Allowances;
}

/** Times of the week during which a route notifies, or is mute. */
export interface TimeInterval extends TimeIntervalOptions {
  readonly kind: "time interval";
  readonly name: string;
  readonly place: Place;
}

/** Times of the week, by name. */
export function timeInterval(name: string, options: TimeIntervalOptions): TimeInterval {
  return { kind: "time interval", name, ...options, place: callerPlace() };
}

interface ReceiverOptions {
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

interface RouteOptions {
  /** The root of the tree takes every alert and must leave this out. */
  readonly match?: AlertMatch;
  readonly receiver: Receiver;
  /** Labels whose values make alerts share one notification; left out: as the parent says. */
  readonly groupBy?: readonly string[];
  /** How long a new group waits for more alerts before its first notification. */
  readonly groupWait?: RuleDuration;
  /** How often at the most a group that changed is notified again. */
  readonly groupInterval?: RuleDuration;
  /** How often a group that did not change is notified again. */
  readonly repeatInterval?: RuleDuration;
  /** Notifies only then; what came before is told when the time begins. */
  readonly activeDuring?: readonly TimeInterval[];
  /** Is silent then. */
  readonly mutedDuring?: readonly TimeInterval[];
  /** Goes on to the next route too; a route ends the search unless it says so. */
  readonly continue?: boolean;
  readonly routes?: readonly Route[];
  readonly allow?: Allowances;
}

/** A branch of the routing tree: the alerts it takes and the receiver that is told. */
export interface Route extends RouteOptions {
  readonly kind: "route";
  readonly place: Place;
}

/** A branch of the routing tree; the first of its siblings that matches an alert takes it. */
export function route(options: RouteOptions): Route {
  return { kind: "route", ...options, place: callerPlace() };
}

interface CopyRouteOptions extends Omit<RouteOptions, "match" | "continue" | "routes"> {
  /** Which of the service's alerts; left out: all of them. */
  readonly match?: Omit<AlertMatch, "service">;
}

/** A route of one service that tells one more receiver. */
export interface CopyRoute extends CopyRouteOptions {
  readonly kind: "copy route";
  readonly place: Place;
}

/**
 * Tells one more receiver of the alerts of the service that has it among its `copies`; whom the platform tells stays the same.
 *
 * A receiver that only copies name, its secrets and time intervals stand in the service's files and nowhere else.
 */
export function copyRoute(options: CopyRouteOptions): CopyRoute {
  return { kind: "copy route", ...options, place: callerPlace() };
}

interface InhibitionOptions {
  /** While one of these fires … */
  readonly source: AlertMatch;
  /** … these are not notified, … */
  readonly target: AlertMatch;
  /** … if these labels have the same value on both. Alertmanager takes a label that both lack as the same. */
  readonly equal: readonly string[];
  readonly allow?: Allowances;
}

/** Alerts that mute others, so that one cause fires once. */
export interface Inhibition extends InhibitionOptions {
  readonly kind: "inhibition";
  readonly name: string;
  readonly place: Place;
}

/** An inhibition by name. */
export function inhibition(name: string, options: InhibitionOptions): Inhibition {
  return { kind: "inhibition", name, ...options, place: callerPlace() };
}
