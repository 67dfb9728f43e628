import type { JobModel } from "../../../generators/model/job-model.ts";
import type { Motion } from "../motion.ts";
import { healthyCertificateMs, healthyStatus } from "../probe-routes.ts";
import type { SimulatedSeries } from "../series.ts";

/** What Prometheus and the blackbox exporter measure of simulated targets that are well. */
export function measuredAtRest({ metric }: SimulatedSeries, job: JobModel | undefined): Motion {
  const isTls = job?.kind === "probe" && job.targets.some(({ written }) => written.startsWith("https:"));
  switch (metric) {
    case "up":
    case "probe_success":
      return gauge(1);
    case "probe_http_ssl":
      return gauge(isTls ? 1 : 0);
    case "probe_http_status_code":
      return gauge(job?.kind === "probe" ? healthyStatus(job) : 200);
    case "probe_ssl_earliest_cert_expiry":
      return isTls ? { kind: "ahead", seconds: healthyCertificateMs / 1000 } : { kind: "missing" };
    case "scrape_samples_scraped":
    case "scrape_samples_post_metric_relabeling":
      return gauge(typicalSamples);
    default:
      return gauge(metric.endsWith("_seconds") ? shortSeconds : 0);
  }
}

// What is asked stands on the same machine.
const shortSeconds = 0.004;
const typicalSamples = 100;

function gauge(value: number): Motion {
  return { kind: "linear", from: [value], perSecond: [0] };
}
