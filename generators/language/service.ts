import type { AlertDefinition } from "./alert.ts";
import type { CopyRoute, Inhibition } from "./routing.ts";
import type { Allowances } from "./allow.ts";
import type { Dashboard } from "./dashboard.ts";
import type { Job } from "./jobs.ts";
import type { JsonFields } from "./json-endpoint.ts";
import type { LogSource } from "./logs.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Runbook } from "./runbook.ts";
import type { Slo } from "./slo/slo.ts";

/** The exports of a service's files: `import * as alerts from "./alerts.ts"` fits `alerts`. */
export interface ServiceOptions {
  /** Its name as people write it. */
  readonly title: string;
  readonly description: string;
  /** The people who answer for it. */
  readonly owner: string;
  readonly jobs: Readonly<Record<string, Job>>;
  /** Each export is what `metrics(…)` gives. */
  readonly metrics: Readonly<Record<string, object>>;
  /** Each export is what `recording(…)` gives. */
  readonly recordings?: Readonly<Record<string, object>>;
  /** The name of an alert is the name of its export. */
  readonly alerts?: Readonly<Record<string, AlertDefinition>>;
  readonly dashboards?: Readonly<Record<string, Dashboard>>;
  /** Patterns that several metrics make together, and what to do about them. */
  readonly runbooks?: Readonly<Record<string, Runbook>>;
  /** Each brings its recordings and alerts, and a row of the dashboard of the service's SLOs. */
  readonly slos?: Readonly<Record<string, Slo>>;
  readonly logs?: Readonly<Record<string, LogSource>>;
  readonly jsonFields?: Readonly<Record<string, JsonFields>>;
  /** Alerts of the service that mute others, beside the inhibitions of the platform. */
  readonly inhibitions?: Readonly<Record<string, Inhibition>>;
  /** Who is told of the alerts of the service besides those whom the platform tells. */
  readonly copies?: Readonly<Record<string, CopyRoute>>;
  /** Where the service writes its logs on the host, as a variable of compose with its default. */
  readonly logFolder?: { readonly variable: string; readonly default: string };
  readonly allow?: Allowances;
}

/** What is monitored together and answered for by the same people; becomes the label `service`. */
export interface Service extends ServiceOptions {
  readonly kind: "service";
  readonly name: string;
  readonly place: Place;
}

/** A service, by the name that the label has. */
export function service(name: string, options: ServiceOptions): Service {
  return { kind: "service", name, ...options, place: callerPlace() };
}
