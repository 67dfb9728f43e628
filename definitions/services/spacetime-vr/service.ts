import { service } from "signalbox";
import * as alerts from "./alerts/index.ts";
import * as copies from "./copies.ts";
import * as dashboards from "./dashboards/index.ts";
import * as inhibitions from "./inhibitions.ts";
import * as jsonFields from "./json.ts";
import * as logs from "./logs.ts";
import * as metrics from "./metrics/index.ts";
import * as recordings from "./recordings.ts";
import * as slos from "./slos.ts";
import * as jobs from "./scrape.ts";

export const spacetimeVr = service("spacetime-vr", {
  title: "SpaceTime VR",
  description: "A VR game made with Godot, with an HTTP API to load scenes and a server for telemetry.",
  owner: "SpaceTime VR team",
  jobs,
  metrics,
  recordings,
  alerts,
  dashboards,
  slos,
  inhibitions,
  copies,
  logs,
  jsonFields,
  // The folder of the Godot project: logs/ and monitoring/ are in it.
  logFolder: { variable: "SPACETIME_FOLDER", default: "/opt/spacetime-vr" },
});
