import type { Severity } from "./alert.ts";
import type { Allowances } from "./allow.ts";
import type { Compose } from "./compose.ts";
import type { RuleDuration } from "./duration.ts";
import type { Logs } from "./logs.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Inhibition, Receiver, Route, TimeInterval } from "./routing.ts";
import type { SecretFile } from "./secret.ts";
import type { Service } from "./service.ts";

/** How Alertmanager sends e-mail. */
export interface Mail {
  /** `host:port` of the server that takes it. */
  readonly smarthost: `${string}:${number}`;
  readonly from: `${string}@${string}`;
  readonly user: string;
  readonly password: SecretFile;
  /** Such as `{ "declared-parts-are-used": "the receivers by e-mail follow next week" }`. */
  readonly allow?: Allowances;
}

/**
 * Where and how the programs run: what `compose(…)` gives.
 *
 * Another way to deploy is another member with a `kind` of its own; the compiler then names every record that must know it.
 */
export type Deployment = Compose;

/** How Prometheus scrapes, evaluates and keeps. */
interface PrometheusOptions {
  /** How often targets are scraped whose job says nothing else. */
  readonly scrapeInterval: RuleDuration;
  /** How long a scrape may take; at most as long as the interval. */
  readonly scrapeTimeout: RuleDuration;
  /** How often rules are evaluated whose group says nothing else. */
  readonly evaluationInterval: RuleDuration;
  /** Labels that everything gets that leaves this Prometheus; left out: none. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** How long samples are kept. */
  readonly retention: RuleDuration;
  /** At most this much disk for them, in gibibytes: whichever limit comes first. */
  readonly retentionSizeGiB: number;
}

/** What a project does not use is left out: times of the week, inhibitions, e-mail, logs. */
interface PlatformOptions {
  readonly severities: Readonly<Record<string, Severity>>;
  readonly receivers: Readonly<Record<string, Receiver>>;
  /** Times of the week that routes speak of; left out: none. */
  readonly timeIntervals?: Readonly<Record<string, TimeInterval>>;
  /** The root of the routing tree. */
  readonly routing: Route;
  /** Alerts that mute others; left out: none. */
  readonly inhibitions?: Readonly<Record<string, Inhibition>>;
  /** The mail server. Needed only where a receiver has `email`. */
  readonly mail?: Mail;
  /** Where log lines go. Needed only where a service has a `logSource(…)`. */
  readonly logs?: Logs;
  /** The secrets that there are; of one that stands here and that nothing reads, the build says so. */
  readonly secrets?: Readonly<Record<string, SecretFile>>;
  readonly prometheus: PrometheusOptions;
  /** Where `out/docs/` can be read, without a slash at the end; the page of an alert is below it. */
  readonly docsUrl: `https://${string}`;
  /** Where people open the programs, for the links in notifications and dashboards. */
  readonly externalUrls: Readonly<Record<"prometheus" | "alertmanager" | "grafana", `http${string}`>>;
  /** Where and how the programs run: `compose({ … })`. */
  readonly deploy: Deployment;
  readonly allow?: Allowances;
}

/** What all services share: severities, receivers, routes, and how it is deployed. */
export interface Platform extends PlatformOptions {
  readonly kind: "platform";
  readonly timeIntervals: Readonly<Record<string, TimeInterval>>;
  readonly inhibitions: Readonly<Record<string, Inhibition>>;
  readonly prometheus: Required<PrometheusOptions>;
  readonly place: Place;
}

/** What all services share. What nothing needs may be left out; what something needs, the build asks for. */
export function platform(options: PlatformOptions): Platform {
  const { timeIntervals = {}, inhibitions = {}, prometheus } = options;
  return {
    kind: "platform",
    ...options,
    timeIntervals,
    inhibitions,
    prometheus: { externalLabels: {}, ...prometheus },
    place: callerPlace(),
  };
}

/** Everything that is compiled. */
export interface Definitions {
  readonly platform: Platform;
  readonly services: readonly Service[];
}
