import { service } from "signalbox";
import * as alerts from "./alerts.ts";
import * as dashboards from "./dashboards/index.ts";
import * as metrics from "./metrics/index.ts";
import * as recordings from "./recordings.ts";
import * as jobs from "./scrape.ts";
import * as slos from "./slos.ts";

export const gatewayzApi = service("gatewayz-api", {
  title: "GatewayZ API",
  description: "A gateway made with FastAPI: one HTTP API before the language models of many providers.",
  owner: "GatewayZ team",
  jobs,
  metrics,
  recordings,
  alerts,
  dashboards,
  slos,
});
