import { dashboard } from "signalbox";
import { apiLatencyRow } from "./api-latency-row.ts";
import { apiOverviewRow } from "./api-overview-row.ts";
import { apiRequestRow } from "./api-request-row.ts";
import { apiProcessRow } from "./api-process-row.ts";
import { authenticationRow } from "./authentication-row.ts";
import { bodySizeRow } from "./body-size-row.ts";
import { healthRow } from "./health-row.ts";
import { healthStatusRow } from "./health-status-row.ts";
import { page } from "./pages.ts";
import { sceneOperationRow } from "./scene-operation-row.ts";

export const httpApiOverview = dashboard("http-api-overview", {
  ...page("http-api-overview"),
  description:
    "The HTTP API as its callers see it: is it well, what is asked for, how fast, and by whom in vain?",
  tags: ["spacetime-vr", "http-api"],
  // As often as the API is scraped.
  refresh: "15s",
  last: "1h",
  rows: [
    apiOverviewRow,
    apiRequestRow,
    apiLatencyRow,
    bodySizeRow,
    sceneOperationRow,
    authenticationRow,
    apiProcessRow,
    healthStatusRow,
    healthRow,
  ],
});
