import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { Inhibition } from "./inhibition.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Receiver } from "./receiver.ts";
import type { Route } from "./route.ts";
import type { SecretFile } from "./secret.ts";
import type { Service } from "./service.ts";
import type { Severity } from "./severity.ts";
import type { Stack } from "./stack.ts";
import type { TimeInterval } from "./time-interval.ts";

/** How Alertmanager sends e-mail. */
export interface Mail {
  /** `host:port` of the server that takes it. */
  readonly smarthost: `${string}:${number}`;
  readonly from: `${string}@${string}`;
  readonly user: string;
  readonly password: SecretFile;
}

export interface PlatformOptions {
  readonly severities: Readonly<Record<string, Severity>>;
  readonly receivers: Readonly<Record<string, Receiver>>;
  readonly timeIntervals: Readonly<Record<string, TimeInterval>>;
  /** The root of the routing tree. */
  readonly routing: Route;
  readonly inhibitions: Readonly<Record<string, Inhibition>>;
  readonly mail: Mail;
  readonly prometheus: {
    readonly scrapeInterval: RuleDuration;
    readonly scrapeTimeout: RuleDuration;
    readonly evaluationInterval: RuleDuration;
    /** Labels that everything gets that leaves this Prometheus. */
    readonly externalLabels: Readonly<Record<string, string>>;
  };
  readonly stack: Stack;
  readonly allow?: Allowances;
}

/** What all services share: severities, receivers, routes, and the stack that runs it. */
export interface Platform extends PlatformOptions {
  readonly kind: "platform";
  readonly place: Place;
}

export function platform(options: PlatformOptions): Platform {
  return { kind: "platform", ...options, place: callerPlace() };
}

/** Everything that is compiled. */
export interface Definitions {
  readonly platform: Platform;
  readonly services: readonly Service[];
}
