import type { JobModel } from "../../generators/model/job-model.ts";

/** The programs that stand between Prometheus and what cannot answer metrics by itself. */
export type ExporterName = "blackbox-exporter" | "json-exporter";

/** Those that a job is asked through; a project without probes has no blackbox exporter. */
export function exportersOf(jobs: readonly Pick<JobModel, "kind">[]): ExporterName[] {
  const has = (kind: JobModel["kind"]) => jobs.some((job) => job.kind === kind);
  return [
    ...(has("probe") ? ["blackbox-exporter" as const] : []),
    ...(has("json") ? ["json-exporter" as const] : []),
  ];
}
