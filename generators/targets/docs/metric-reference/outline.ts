import type { JobModel } from "../../../jobs/index.ts";
import { groupBy } from "../../../group-by.ts";
import { partsOfService } from "../../../model/lookups.ts";
import type { Model, ServiceModel } from "../../../model/model.ts";
import type { RecordingModel } from "../../../model/rule-model.ts";
import { usesIn, type UsesOf } from "../../../model/uses.ts";
import { headingAnchors } from "../../../text/markdown.ts";
import { dashboardAnchors } from "../dashboard-guide.ts";
import { metricsOfJob, metricsOfNoJob, type ReferenceMetric } from "./reference-metric.ts";

/** What is under one heading of a page of the reference. */
export type Part =
  | { readonly kind: "service"; readonly service: ServiceModel }
  | { readonly kind: "job"; readonly job: JobModel; readonly metrics: readonly ReferenceMetric[] }
  | { readonly kind: "no job" }
  | { readonly kind: "metric"; readonly metric: ReferenceMetric; readonly isTwice: boolean }
  | { readonly kind: "recordings" }
  | { readonly kind: "recording"; readonly recording: RecordingModel };

/** The parts of a service's page in their order; none when it has neither jobs nor metrics nor recordings. */
function outlineOf(service: ServiceModel, model: Model, usesOf: UsesOf): Part[] {
  const own = partsOfService(model, service.name);
  const jobs = own.jobs.map(
    (job) => ({ kind: "job", job, metrics: metricsOfJob(job, model, usesOf) }) as const,
  );
  const ofNoJob = metricsOfNoJob(service.name, model);
  const { recordings } = own;
  const byName = groupBy([...jobs.flatMap(({ metrics }) => metrics), ...ofNoJob], ({ name }) => name);
  const metricParts = (metrics: readonly ReferenceMetric[]): Part[] =>
    metrics.map((metric) => {
      const isTwice = (byName.get(metric.name)?.length ?? 0) > 1;
      return { kind: "metric", metric, isTwice };
    });
  const parts: Part[] = [
    ...jobs.flatMap((part): Part[] => [part, ...metricParts(part.metrics)]),
    ...(ofNoJob.length === 0 ? [] : [{ kind: "no job" } as const, ...metricParts(ofNoJob)]),
    ...(recordings.length === 0 ? [] : [{ kind: "recordings" } as const]),
    ...recordings.map((recording) => ({ kind: "recording", recording }) as const),
  ];
  return parts.length === 0 ? [] : [{ kind: "service", service }, ...parts];
}

/** The plain text of a part's heading. */
export function headingText(part: Part): string {
  switch (part.kind) {
    case "service":
      return `Metrics of ${part.service.title}`;
    case "job":
      return `Job ${part.job.name}`;
    case "no job":
      return "Of no job in particular";
    case "metric":
      return part.isTwice ? part.metric.key : part.metric.name;
    case "recordings":
      return "Recordings";
    case "recording":
      return part.recording.id;
  }
}

/** Where each metric, recording and job of a page is found: the name after `#`, by its key. */
export function anchorsOf(parts: readonly Part[]): Map<string, string> {
  const anchors = headingAnchors(parts.map(headingText));
  return new Map(parts.map((part, index) => [keyOf(part), anchors[index] ?? ""]));
}

/** How a part is looked up: a metric by its key, a recording by its id, all else by its heading. */
function keyOf(part: Part): string {
  if (part.kind === "metric") return part.metric.key;
  if (part.kind === "recording") return part.recording.id;
  return headingText(part);
}

/** What the parts of a page need to say who uses what, and to link there. */
export interface PageContext {
  readonly model: Model;
  readonly usesOf: UsesOf;
  /** The parts of each service's page; only of services that have one. */
  readonly outlines: ReadonlyMap<ServiceModel, readonly Part[]>;
  /** From docs/metrics/: where a metric (by its key) or a recording (by its id) is described. */
  readonly targets: ReadonlyMap<string, string>;
  /** From docs/metrics/: where a dashboard is described, by its uid. */
  readonly dashboards: ReadonlyMap<string, string>;
}

export function pageContext(model: Model): PageContext {
  const usesOf = usesIn(model);
  const outlines = new Map(
    model.services
      .map((service) => [service, outlineOf(service, model, usesOf)] as const)
      .filter(([, parts]) => parts.length > 0),
  );
  const targets = [...outlines].flatMap(([service, parts]) =>
    [...anchorsOf(parts)].map(([key, anchor]) => [key, `${service.name}.md#${anchor}`] as const),
  );
  const dashboards = [...dashboardAnchors(model)].map(
    ([uid, anchor]) => [uid, `../dashboards.md#${anchor}`] as const,
  );
  return { model, usesOf, outlines, targets: new Map(targets), dashboards: new Map(dashboards) };
}
