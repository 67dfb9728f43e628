import type { Platform } from "../../language/platform.ts";
import type { JobModel } from "../../jobs/index.ts";
import { exporterOf, requestOf } from "../../jobs/of-jobs.ts";
import { deployTarget } from "../../model/deploy-target.ts";
import type { Output } from "../../output.ts";
import { printYaml } from "../../text/yaml.ts";
import { sourceOf } from "../source-of.ts";
import { discovery, relabelling } from "./discovery.ts";

/** Prometheus' own configuration: what it scrapes, which rules it evaluates, and where it sends alerts. */
export const prometheusConfig: Output = ({ platform, jobs }) => ({
  "prometheus/prometheus.yml": printYaml(
    {
      global: globalSection(platform),
      alerting: {
        alertmanagers: [
          { static_configs: [{ targets: [deployTarget(platform.deploy).addressOf("alertmanager")] }] },
        ],
      },
      // All paths here are relative to this file's folder.
      rule_files: ["alerts.yml", "recordings.yml"],
      scrape_configs: jobs.map((job) => scrapeConfig(job, platform)),
    },
    { source: sourceOf([platform, ...jobs]) },
  ),
});

function globalSection({ prometheus }: Platform): unknown {
  const { scrapeInterval, scrapeTimeout, evaluationInterval, externalLabels } = prometheus;
  return {
    scrape_interval: scrapeInterval,
    scrape_timeout: scrapeTimeout,
    evaluation_interval: evaluationInterval,
    external_labels: Object.keys(externalLabels).length === 0 ? undefined : externalLabels,
  };
}

/** Says only what Prometheus would not do by itself, so that a reader sees what is special about a job. */
function scrapeConfig(job: JobModel, { prometheus, deploy }: Platform): unknown {
  const exporter = exporterOf(job);
  const steps = [
    ...relabelling(job),
    ...(exporter ? throughExporter(deployTarget(deploy).addressOf(exporter)) : []),
  ];
  return {
    job_name: job.name,
    scrape_interval: job.every === prometheus.scrapeInterval ? undefined : job.every,
    scrape_timeout: job.timeout === prometheus.scrapeTimeout ? undefined : job.timeout,
    ...requestOf(job),
    ...discovery(job),
    relabel_configs: steps.length > 0 ? steps : undefined,
  };
}

/**
 * Hands the target to the exporter as a parameter, and asks the exporter in its place. The label `instance`, which would else
 * become the exporter's address, is said already.
 */
function throughExporter(exporter: string): object[] {
  return [
    { source_labels: ["__address__"], target_label: "__param_target" },
    { target_label: "__address__", replacement: exporter },
  ];
}
