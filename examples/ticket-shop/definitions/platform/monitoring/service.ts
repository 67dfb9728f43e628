import { service } from "signalbox";
import * as alerts from "./alerts.ts";
import * as dashboards from "./dashboards.ts";
import * as jsonFields from "./json.ts";
import * as logMetrics from "./log-metrics.ts";
import * as metrics from "./metrics.ts";
import * as jobs from "./scrape.ts";

export const monitoring = service("monitoring", {
  title: "Monitoring",
  description: "This stack itself, and the machine that it runs on.",
  owner: "Platform team",
  jobs,
  metrics: { ...metrics, ...logMetrics },
  alerts,
  dashboards,
  jsonFields,
});
