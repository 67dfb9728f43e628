import { service } from "signalbox";
import * as alerts from "./alerts.ts";
import * as dashboards from "./dashboards.ts";
import * as metrics from "./metrics.ts";
import * as jobs from "./scrape.ts";

export const monitoring = service("monitoring", {
  title: "Monitoring",
  description: "This stack itself, and the machine that it runs on.",
  owner: "Harbour Tickets",
  jobs,
  metrics,
  alerts,
  dashboards,
});
