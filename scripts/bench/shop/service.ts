import { service } from "signalbox";
import * as alerts from "./alerts.ts";
import * as dashboards from "./dashboards/index.ts";
import * as metrics from "./metrics/index.ts";
import * as recordings from "./recordings.ts";
import * as jobs from "./scrape.ts";
import * as slos from "./slos.ts";

export const shopApi = service("shop", {
  title: "Shop",
  description: "A web shop: one HTTP API before the warehouses of many suppliers.",
  owner: "Shop team",
  jobs,
  metrics,
  recordings,
  alerts,
  dashboards,
  slos,
});
