import type { Severity } from "./alert.ts";
import type { Allowances } from "./allow.ts";
import type { Compose } from "./compose.ts";
import type { RuleDuration } from "./duration.ts";
import type { Logs } from "./logs.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Inhibition, Receiver, Route, TimeInterval } from "./routing.ts";
import type { SecretFile } from "./secret.ts";
import type { Service } from "./service.ts";

/** The mail server through which Alertmanager sends e-mail. */
export interface Mail {
  /** `host:port` of the SMTP server: `"smtp.shop.internal:587"`. */
  readonly smarthost: `${string}:${number}`;
  /** The sender of every e-mail. */
  readonly from: `${string}@${string}`;
  /** The user that signs in to the server. */
  readonly user: string;
  /** The password of that user. A secret. */
  readonly password: SecretFile;
  /** Checks to suppress, by id, each with a reason: `{ "declared-parts-are-used": "e-mail receivers follow next week" }`. */
  readonly allow?: Allowances;
}

/**
 * Where and how the programs run: what `compose(…)` returns.
 *
 * Another way to deploy is another member with its own `kind`; the compiler then names every record that lacks it.
 */
export type Deployment = Compose;

/** How Prometheus scrapes, evaluates and stores. */
export interface PrometheusOptions {
  /** How often targets are scraped, unless their job sets `every`. */
  readonly scrapeInterval: RuleDuration;
  /** How long a scrape may take, unless the job sets `timeout`. At most the scrape interval. */
  readonly scrapeTimeout: RuleDuration;
  /** How often rules are evaluated, unless their group sets `every`. */
  readonly evaluationInterval: RuleDuration;
  /** Labels of everything that leaves this Prometheus, such as alerts: `{ cluster: "berlin" }`. Default: none. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** How long samples are kept: `"30d"`. */
  readonly retention: RuleDuration;
  /** The most disk space that samples may take, in GiB. Whichever limit is reached first applies. */
  readonly retentionSizeGiB: number;
}

/** What Alertmanager keeps. */
export interface AlertmanagerOptions {
  /**
   * How long it remembers whom it has notified, and silences that are over: at least as long as the longest `repeatInterval`. Default:
   * `120h`, as Alertmanager has it.
   */
  readonly retention?: RuleDuration;
}

/** Addresses at which people open the programs: `{ grafana: "https://grafana.shop.example", … }`. */
export type ExternalUrls = Readonly<Record<"prometheus" | "alertmanager" | "grafana", `http${string}`>>;

/** Leave out what the project does not use: time intervals, inhibitions, mail, logs. */
export interface PlatformOptions {
  /** The severities of alerts, by name. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Who can be notified, by name. */
  readonly receivers: Readonly<Record<string, Receiver>>;
  /** Times of the week for routes, by name. Default: none. */
  readonly timeIntervals?: Readonly<Record<string, TimeInterval>>;
  /** The root of the routing tree: the receiver of every alert that no route below takes. */
  readonly routing: Route;
  /** Which alerts inhibit which others, across services. Default: none. */
  readonly inhibitions?: Readonly<Record<string, Inhibition>>;
  /** The mail server. Required where a receiver has `email(…)`. */
  readonly mail?: Mail;
  /** Where log lines go. Required where a service has a `logSource(…)`. */
  readonly logs?: Logs;
  /** All secrets; one that is listed here and that nothing reads is a problem. Default: none are listed. */
  readonly secrets?: Readonly<Record<string, SecretFile>>;
  /** How Prometheus scrapes, evaluates and stores. */
  readonly prometheus: PrometheusOptions;
  /** What Alertmanager keeps. Default: as it does by itself. */
  readonly alertmanager?: AlertmanagerOptions;
  /** Where people read `out/docs/`, without a slash at the end. Alerts link to their pages below it. */
  readonly docsUrl: `https://${string}`;
  /** Addresses at which people open the programs; links in notifications and dashboards use them. */
  readonly externalUrls: ExternalUrls;
  /** Where and how the programs run: `compose({ … })`. */
  readonly deploy: Deployment;
  /** Checks to suppress for the platform, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** What all services share: severities, receivers, routes, and how the stack is deployed. */
export interface Platform extends PlatformOptions {
  readonly kind: "platform";
  readonly timeIntervals: Readonly<Record<string, TimeInterval>>;
  readonly inhibitions: Readonly<Record<string, Inhibition>>;
  readonly prometheus: Required<PrometheusOptions>;
  readonly alertmanager: Required<AlertmanagerOptions>;
  readonly place: Place;
}

/**
 * What all services share: severities, receivers, routes, and how the stack is deployed.
 *
 * Leave out what the project does not use; where something needs a part that is missing, the build says so.
 * @example
 * platform({
 *   severities: { critical, ticket },
 *   receivers: { onCall, team },
 *   routing: root,
 *   prometheus: {
 *     scrapeInterval: "15s",
 *     scrapeTimeout: "10s",
 *     evaluationInterval: "30s",
 *     retention: "31d",
 *     retentionSizeGiB: 20,
 *   },
 *   docsUrl: "https://git.shop.example/monitoring/out/docs",
 *   externalUrls: {
 *     prometheus: "https://prometheus.shop.example",
 *     alertmanager: "https://alertmanager.shop.example",
 *     grafana: "https://grafana.shop.example",
 *   },
 *   deploy: stack,
 * })
 * @refuses platform({ ...restOfPlatform, routing: onCall })
 * @refuses platform({ ...restOfPlatform, docsUrl: "git.shop.example/docs" })
 * @check declared-parts-are-used
 * @check needed-parts-are-declared
 * @check docs-url-is-of-this-project
 * @check placeholders-are-filled
 * @check retention-size-holds-ranges
 * @check time-zones-exist
 */
export function platform(options: PlatformOptions): Platform {
  const { timeIntervals = {}, inhibitions = {}, prometheus, alertmanager } = options;
  return {
    kind: "platform",
    ...options,
    timeIntervals,
    inhibitions,
    prometheus: { externalLabels: {}, ...prometheus },
    alertmanager: { retention: alertmanagerRetention, ...alertmanager },
    place: callerPlace(),
  };
}

/** What Alertmanager does where nobody says otherwise. */
export const alertmanagerRetention: RuleDuration = "120h";

/** Everything that is compiled: what `definitions/index.ts` exports as `definitions`. */
export interface Definitions {
  /** What all services share. */
  readonly platform: Platform;
  /** The services that are monitored. */
  readonly services: readonly Service[];
}
