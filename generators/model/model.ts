import type { Allowances } from "../language/allow.ts";
import type { ContainerName } from "../language/compose.ts";
import type { Place } from "../language/place.ts";
import type { SeriesCatalogue } from "../promql/catalogue.ts";
import type { DashboardModel } from "./dashboard-model.ts";
import type { Definition } from "../definition.ts";
import type { JobModel } from "../jobs/index.ts";
import type { LogModel } from "./log-model.ts";
import type { MetricModel } from "./metric-model.ts";
import type { PlatformModel } from "./routing-model.ts";
import type { SloModel } from "./slo-model.ts";
import type { AlertModel, RecordingModel, RuleGroupModel } from "./rule-model.ts";
import type { RunbookModel } from "./runbook-model.ts";

export interface ServiceModel {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly owner: string;
  readonly logFolder: { readonly variable: string; readonly default: string } | undefined;
  readonly place: Place;
  readonly allow?: Allowances | undefined;
}

/** Something of the platform that a project which does not use it leaves out. */
export type DeclaredPart = Definition &
  (
    | { readonly kind: "container"; readonly name: ContainerName }
    | { readonly kind: "mail" | "logs" }
    | { readonly kind: "secret"; readonly name: string }
  );

/**
 * Everything that was defined, with names, labels, intervals and texts filled in: plain data that checks read and outputs
 * print. Lists are in the order in which they are printed.
 */
export interface Model {
  readonly platform: PlatformModel;
  /** What package.json of the project says as `repository`; left out: not known. */
  readonly repository?: string | undefined;
  readonly services: readonly ServiceModel[];
  readonly jobs: readonly JobModel[];
  readonly metrics: readonly MetricModel[];
  readonly groups: readonly RuleGroupModel[];
  readonly recordings: readonly RecordingModel[];
  readonly alerts: readonly AlertModel[];
  readonly dashboards: readonly DashboardModel[];
  readonly runbooks: readonly RunbookModel[];
  readonly slos: readonly SloModel[];
  readonly logs: readonly LogModel[];
  /** What the platform declares and could leave out. */
  readonly declaredParts: readonly DeclaredPart[];
  /** Every series that can be asked for: of metrics, of recordings, and those that Prometheus makes itself. */
  readonly catalogue: SeriesCatalogue;
}
