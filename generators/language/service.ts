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

/** Where a service writes its logs on the host, as a variable in `.env` of the deployment. */
export interface LogFolderOptions {
  /** The name of the variable: `"SHOP_LOG_FOLDER"`. */
  readonly variable: string;
  /** The folder where the variable is not set: `"/var/log/shop"`. */
  readonly default: string;
}

/** Most options take all exports of a file: `alerts` takes `import * as alerts from "./alerts.ts"`. */
export interface ServiceOptions {
  /** The name as people write it: `"Ticket shop"`. */
  readonly title: string;
  /** What the service does, and for whom. */
  readonly description: string;
  /** The people who are responsible for it. */
  readonly owner: string;
  /** What Prometheus scrapes for this service: `scrapeJob(…)`, `probe(…)`, `jsonEndpoint(…)`. */
  readonly jobs: Readonly<Record<string, Job>>;
  /** Metrics of its jobs: each export is the result of `metrics(…)`. */
  readonly metrics: Readonly<Record<string, object>>;
  /** Recording rules: each export is the result of `recording(…)`. Default: none. */
  readonly recordings?: Readonly<Record<string, object>>;
  /** Alerts, each named after its export. Default: none. */
  readonly alerts?: Readonly<Record<string, AlertDefinition>>;
  /** Dashboards in Grafana. Default: none, except that of its SLOs. */
  readonly dashboards?: Readonly<Record<string, Dashboard>>;
  /** Patterns across several metrics, and what to do about them. Default: none. */
  readonly runbooks?: Readonly<Record<string, Runbook>>;
  /** SLOs; each adds its recordings, its alerts and a row of the service's SLO dashboard. Default: none. */
  readonly slos?: Readonly<Record<string, Slo>>;
  /** Log files that are shipped; they need `logFolder`. Default: none. */
  readonly logs?: Readonly<Record<string, LogSource>>;
  /** Which field of a JSON endpoint becomes which metric: each export is the result of `jsonFields(…)`. */
  readonly jsonFields?: Readonly<Record<string, JsonFields>>;
  /** Which alerts of this service inhibit which others, besides the platform's inhibitions. Default: none. */
  readonly inhibitions?: Readonly<Record<string, Inhibition>>;
  /** Who else is notified of the service's alerts, besides those whom the platform notifies. Default: nobody. */
  readonly copies?: Readonly<Record<string, CopyRoute>>;
  /** Where the service writes its logs on the host. Required with `logs`. */
  readonly logFolder?: LogFolderOptions;
  /**
   * Who names the rules of this service, if somebody else does: `"the mixin of node_exporter names them"`.
   *
   * Names of recordings need not be `level:metric:operations` then, nor say which labels are left, and those of alerts need not be
   * CamelCase. Default: you do.
   */
  readonly foreignNames?: string;
  /** Checks to suppress for the service, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** What is monitored together and owned by the same people; becomes the label `service`. */
export interface Service extends ServiceOptions {
  readonly kind: "service";
  readonly name: string;
  readonly place: Place;
}

/**
 * A service; `name` is the value of the label `service` on its rules.
 * @example
 * service("shop", {
 *   title: "Shop",
 *   description: "Where people buy.",
 *   owner: "Shop team",
 *   jobs: { shop },
 *   metrics: { ofShop },
 *   recordings: { errorRate },
 *   alerts: { ManyErrors, ShopDown },
 *   dashboards: { overview },
 * })
 * @refuses service("shop", { title: "Shop", description: "Where people buy.", owner: "Shop team", jobs: { shop } })
 * @check names-follow-conventions
 * @check names-are-unique
 * @check names-are-file-names
 * @check texts-have-no-control-characters
 * @check references-are-listed
 */
export function service(name: string, options: ServiceOptions): Service {
  return { kind: "service", name, ...options, place: callerPlace() };
}
