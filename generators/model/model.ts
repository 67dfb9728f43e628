import type { Allowances } from "../language/allow.ts";
import type { ContainerName } from "../language/compose.ts";
import type { Place } from "../language/place.ts";
import type { SeriesCatalogue } from "../promql/catalogue.ts";
import type { CatalogueSeries } from "../promql/series.ts";
import type { DashboardModel } from "./dashboard-model.ts";
import type { Definition } from "../definition.ts";
import type { JobModel } from "../jobs/index.ts";
import type { PlatformModel } from "./routing-model.ts";
import type { SloModel } from "./slo-model.ts";
import type { AlertModel, RecordingModel, RuleGroupModel } from "./rule-model.ts";
import type { LogFormat } from "../language/logs.ts";
import type { MetricDefinition } from "../language/metric-definition.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { Node } from "../promql/tree.ts";

export interface ServiceModel {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly owner: string;
  readonly logFolder: { readonly variable: string; readonly default: string } | undefined;
  /** Who else names its rules; left out: nobody. */
  readonly foreignNames?: string | undefined;
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

/** Log files that Filebeat reads. */
export interface LogModel {
  readonly id: string;
  readonly service: string;
  readonly description: string;
  /** Below the service's log folder. */
  readonly files: readonly string[];
  readonly format: LogFormat;
  readonly multiline: boolean;
  readonly dataset: string;
  readonly tags: readonly string[];
  readonly place: Place;
  readonly allow?: Allowances | undefined;
}

/** A metric of one job. */
export interface MetricModel {
  readonly name: string;
  /** The job that exports it; undefined: of no job in particular. */
  readonly job: string | undefined;
  readonly service: string;
  readonly definition: MetricDefinition;
  /** What can be selected of it: a histogram has three series names. */
  readonly series: readonly CatalogueSeries[];
  readonly place: Place;
}

/** A query of a runbook, as Prometheus takes it. */
export interface QuestionModel {
  readonly asks: string;
  readonly means: string;
  readonly node: Node;
  readonly expr: string;
  readonly analysis: Analysis;
  readonly place: Place;
}

export interface RunbookModel extends Definition {
  readonly service: string;
  readonly title: string;
  /** The title as a file's name: `pool-exhausted-at-normal-load`. */
  readonly slug: string;
  readonly pattern: string;
  readonly questions: readonly QuestionModel[];
  readonly causes: readonly string[];
  readonly actions: readonly string[];
  /** Names of its alerts, in its author's order. */
  readonly alerts: readonly string[];
  /** Where alerts stand that it lists, and that no service exports. */
  readonly unexported: readonly Place[];
}
