import { dashboard } from "signalbox";
import { cacheRow } from "./cache-row.ts";
import { frameRow } from "./frame-row.ts";
import { healthRow } from "./health-row.ts";
import { healthStatusRow } from "./health-status-row.ts";
import { httpRow } from "./http-row.ts";
import { memoryRow } from "./memory-row.ts";
import { overviewRow } from "./overview-row.ts";
import { page } from "./pages.ts";
import { sceneRow } from "./scene-row.ts";
import { securityRow } from "./security-row.ts";
import { telemetryRow } from "./telemetry-row.ts";
import { vrRow } from "./vr-row.ts";

export const production = dashboard("spacetime-vr-production", {
  ...page("spacetime-vr-production"),
  description:
    "Everything that is known about the running game; the rows go from what players feel to what causes it.",
  tags: ["spacetime-vr", "production"],
  refresh: "5s",
  last: "1h",
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
    healthStatusRow,
    healthRow,
  ],
});
