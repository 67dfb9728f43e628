import { service } from "signalbox";
import * as alerts from "./alerts/index.ts";
import * as dashboards from "./dashboards/index.ts";
import * as inhibitions from "./inhibitions.ts";
import * as metrics from "./metrics/index.ts";
import * as recordings from "./recordings/index.ts";
import * as runbooks from "./runbooks/index.ts";
import * as jobs from "./scrape.ts";
import * as slos from "./slos.ts";

export const afirgenBackend = service("afirgen-backend", {
  title: "AFIRGen backend",
  description: "A FastAPI service with a database, a cache, model servers and background tasks.",
  owner: "AFIRGen team",
  jobs,
  metrics,
  recordings,
  alerts,
  dashboards,
  runbooks,
  slos,
  inhibitions,
});
