import type { Deployment } from "./deployment.ts";
import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { Inhibition } from "./inhibition.ts";
import type { Logs } from "./logs.ts";
import type { Mail } from "./mail.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Receiver } from "./receiver.ts";
import type { Route } from "./route.ts";
import type { SecretFile } from "./secret.ts";
import type { Service } from "./service.ts";
import type { Severity } from "./severity.ts";
import type { TimeInterval } from "./time-interval.ts";

/** How Prometheus scrapes, evaluates and keeps. */
export interface PrometheusOptions {
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
export interface PlatformOptions {
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
