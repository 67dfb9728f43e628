import type { AlertDefinition, Severity } from "./alert.ts";
import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { Notifier } from "./notifier.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Slo } from "./slo/slo.ts";

/** Which alerts a route or an inhibition matches: those that meet every condition given; a list means any of these. */
export interface AlertMatch {
  /** These alerts, by their exports: `ShopDown`, or `[ShopDown, ShopSlow]`. Refuses names as text. */
  readonly alert?: AlertDefinition | readonly AlertDefinition[];
  /** All alerts of an SLO; with `labels: { burn: "fast" }` only those that page. */
  readonly slo?: Slo | readonly Slo[];
  /** Alerts of this severity, or of any of these. */
  readonly severity?: Severity | readonly Severity[];
  /** Alerts of this service, or of any of these, by name: `"ticket-shop"`. */
  readonly service?: string | readonly string[];
  /** Any other label: a value, any of several values, or a regular expression that must match the whole value. */
  readonly labels?: OtherLabels;
}

/** Labels for which a match has no option of its own. */
type OtherLabels = Readonly<Record<string, string | readonly string[] | RegExp>> & WithOptionOfItsOwn;

/** The compiler shows these texts as the type that is wanted. */
interface WithOptionOfItsOwn {
  readonly alertname?: "write alert: and the alert's export, not its name";
  readonly severity?: "write severity: outside of labels";
  readonly service?: "write service: outside of labels";
}

type Day = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
type Clock = `${number}:${number}`;

/** A part of the day, from one time to a later one. */
export interface TimeRange {
  /** Included: `"09:00"`. */
  readonly from: Clock;
  /** Excluded, and later than `from`; `"24:00"` is the end of the day. */
  readonly to: Clock;
}

export interface TimeIntervalOptions {
  /** Days, or ranges of days: `["monday:friday"]`. Default: every day. */
  readonly weekdays?: readonly (Day | `${Day}:${Day}`)[];
  /** Times of the day: `[{ from: "09:00", to: "17:00" }]`. Default: the whole day. */
  readonly times?: readonly TimeRange[];
  /** The time zone, by its name in the time zone database: `"Europe/Berlin"`. */
  readonly location: string;
  /** Checks to suppress for this time interval, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** Times of the week during which a route is active, or muted. */
export interface TimeInterval extends TimeIntervalOptions {
  readonly kind: "time interval";
  readonly name: string;
  readonly place: Place;
}

/**
 * Times of the week, for `activeDuring` and `mutedDuring` of routes.
 * @example
 * timeInterval("office-hours", {
 *   weekdays: ["monday:friday"],
 *   times: [{ from: "09:00", to: "17:00" }],
 *   location: "Europe/Berlin",
 * })
 * @refuses timeInterval("office-hours", { weekdays: ["mon:fri"], location: "Europe/Berlin" })
 * @check time-intervals-are-possible
 * @check time-zones-exist
 */
export function timeInterval(name: string, options: TimeIntervalOptions): TimeInterval {
  return { kind: "time interval", name, ...options, place: callerPlace() };
}

interface ReceiverOptions {
  /** Who reads the notifications; shown in the routing table. */
  readonly description: string;
  /** How they are notified; all of these are used: `[slack({ … }), email({ … })]`. */
  readonly notifiers: readonly Notifier[];
  /**
   * False: nothing is sent when an alert resolves. For a check-in service that watches an alert which always fires: to it, anything that
   * is sent is a sign of life. Default: true, whoever was woken is told that it is over.
   */
  readonly sendResolved?: boolean;
  /** Checks to suppress for this receiver, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** Who is notified: a name, and any number of notifiers, all of which are used. */
export interface Receiver extends ReceiverOptions {
  readonly kind: "receiver";
  readonly name: string;
  readonly place: Place;
}

/**
 * A receiver of notifications: who is notified, and how.
 *
 * Becomes an entry of `receivers` in alertmanager.yml. Tokens are secret files; they cannot be given as text.
 * @example
 * receiver("team", {
 *   description: "The team, in Slack and by e-mail.",
 *   notifiers: [slack({ webhookUrl, channel: "#alerts" }), email({ to: "team@shop.internal" })],
 * })
 * @refuses receiver("team", { description: "The team.", notifiers: slack({ webhookUrl, channel: "#alerts" }) })
 * @check policy-is-used
 * @check heartbeats-only-stop
 */
export function receiver(name: string, options: ReceiverOptions): Receiver {
  return { kind: "receiver", name, ...options, place: callerPlace() };
}

export interface RouteOptions {
  /** The alerts that the route takes. Required, except at the root of the tree, which takes every alert and must leave it out. */
  readonly match?: AlertMatch;
  /** Who is notified. */
  readonly receiver: Receiver;
  /** Labels by which alerts are grouped into one notification: `["service"]`. Default: as the parent route. */
  readonly groupBy?: readonly string[];
  /** How long a new group waits for more alerts before the first notification. Default: as the parent route, at the root `30s`. */
  readonly groupWait?: RuleDuration;
  /** The shortest time between two notifications about a group that has changed. Default: as the parent route, at the root `5m`. */
  readonly groupInterval?: RuleDuration;
  /** How long until a group that has not changed is notified again. Default: as the parent route, at the root `4h`. */
  readonly repeatInterval?: RuleDuration;
  /** Notifies only during these times; what fires outside of them is notified when the next one begins. Default: always. */
  readonly activeDuring?: readonly TimeInterval[];
  /** Is muted during these times. Default: never. */
  readonly mutedDuring?: readonly TimeInterval[];
  /** True: the alert also goes on to the next sibling route. Default: false, the first route that matches is the last. */
  readonly continue?: boolean;
  /** Routes for some of these alerts; the first that matches takes an alert, and where none does this route keeps it. */
  readonly routes?: readonly Route[];
  /** Checks to suppress for this route, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** A branch of the routing tree: the alerts it takes, and the receiver that is notified. */
export interface Route extends RouteOptions {
  readonly kind: "route";
  readonly place: Place;
}

/**
 * A branch of the routing tree. Of its siblings, the first that matches an alert takes it.
 * @example route({ match: { severity: critical }, receiver: onCall, repeatInterval: "1h" })
 * @refuses route({ match: { alert: "ShopDown" }, receiver: onCall })
 * @refuses route({ match: { labels: { severity: "critical" } }, receiver: onCall })
 * @refuses route({ match: { severity: critical } })
 * @check routes-can-match
 * @check alerts-reach-a-receiver
 * @check alerts-are-not-always-muted
 * @check repeat-intervals-are-effective
 * @check repeat-intervals-fit-retention
 * @check routes-group-by-labels-that-exist
 */
export function route(options: RouteOptions): Route {
  return { kind: "route", ...options, place: callerPlace() };
}

export interface CopyRouteOptions extends Omit<RouteOptions, "match" | "continue" | "routes"> {
  /** Which alerts of the service. Default: all of them. */
  readonly match?: Omit<AlertMatch, "service">;
}

/** A route of one service that notifies one more receiver. */
export interface CopyRoute extends CopyRouteOptions {
  readonly kind: "copy route";
  readonly place: Place;
}

/**
 * Notifies one more receiver of the alerts of a service, in its `copies`. Whom the platform notifies stays the same.
 *
 * Receivers that only copies use belong in the files of the service, with their secrets and time intervals.
 * @example copyRoute({ match: { severity: critical }, receiver: team })
 * @refuses copyRoute({ match: { service: "shop" }, receiver: team })
 * @check routes-can-match
 * @check routes-group-by-labels-that-exist
 */
export function copyRoute(options: CopyRouteOptions): CopyRoute {
  return { kind: "copy route", ...options, place: callerPlace() };
}

export interface InhibitionOptions {
  /** While one of these alerts fires … */
  readonly source: AlertMatch;
  /** … these are not notified, … */
  readonly target: AlertMatch;
  /** … if both have the same values of these labels. For Alertmanager, a label that both lack has the same value. */
  readonly equal: readonly string[];
  /** Checks to suppress for this inhibition, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** Alerts that inhibit others, so that one cause is notified once. */
export interface Inhibition extends InhibitionOptions {
  readonly kind: "inhibition";
  readonly name: string;
  readonly place: Place;
}

/**
 * While one alert fires, others are not notified.
 * @example inhibition("shop-down", { source: { alert: ShopDown }, target: { service: "shop" }, equal: ["instance"] })
 * @refuses inhibition("shop-down", { source: { alert: ShopDown }, target: { service: "shop" } })
 * @check guards-are-heard
 * @check inhibitions-can-match
 * @check inhibitions-compare-labels-that-exist
 */
export function inhibition(name: string, options: InhibitionOptions): Inhibition {
  return { kind: "inhibition", name, ...options, place: callerPlace() };
}
