import { annotation, dashboard, everyJob, variable } from "#language";
import { gameProcess } from "../metrics/api.ts";
import { cacheRow } from "./cache-row.ts";
import { frameRow } from "./frame-row.ts";
import { healthRow } from "./health-row.ts";
import { httpRow } from "./http-row.ts";
import { memoryRow } from "./memory-row.ts";
import { overviewRow } from "./overview-row.ts";
import { sceneRow } from "./scene-row.ts";
import { securityRow } from "./security-row.ts";
import { telemetryRow } from "./telemetry-row.ts";
import { vrRow } from "./vr-row.ts";

export const production = dashboard("spacetime-vr-production", {
  title: "SpaceTime VR Production Monitoring",
  description:
    "Everything that is known about the running game; the rows go from what players feel to what causes it.",
  folder: "SpaceTime VR",
  tags: ["spacetime-vr", "production"],
  refresh: "5s",
  last: "1h",
  variables: [
    variable("instance", {
      title: "Instance",
      // Of every job: probes and the telemetry server have instances of their own.
      of: everyJob.up.where({ job: /spacetime-.*/ }),
      label: "instance",
    }),
  ],
  annotations: [
    annotation("Deployments", {
      expr: gameProcess.process_start_time_seconds.changes("1m").gt(0),
      color: "blue",
      text: (labels) => `${labels.instance} was started`,
    }),
  ],
  rows: [
    overviewRow,
    frameRow,
    vrRow,
    sceneRow,
    httpRow,
    memoryRow,
    securityRow,
    cacheRow,
    telemetryRow,
    healthRow,
  ],
});
