import { linkedAlerts, row, stat, table } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { apiErrorRatio, apiRequestRate } from "../http-api-recordings.ts";
import { gameProcess } from "../metrics/api.ts";
import { plainNames } from "../metrics/plain-names.ts";
import { gameLevel, levelNames } from "./health-levels.ts";

const { http_request_duration_seconds: latency, active_connections: connections } = plainNames;

export const apiOverviewRow = row("Now", [
  stat({
    title: "Health",
    description: "What the health check says of the game as a whole.",
    queries: [gameLevel],
    valueNames: levelNames,
  }),
  stat({
    title: "Request rate",
    description: "Requests per second that were answered, over the last 5 minutes.",
    queries: [apiRequestRate],
    decimals: 1,
  }),
  stat({
    title: "Error rate now",
    description:
      "Share of the requests of the last 5 minutes that were answered with 5xx; empty without requests.",
    queries: [apiErrorRatio],
    decimals: 1,
    thresholds: [alerts.HighHTTPErrorRate],
  }),
  stat({
    title: "p95 latency now",
    description: "95 of 100 requests of the last 5 minutes were answered in this time.",
    queries: [latency.quantile(0.95, "5m", "instance")],
    thresholds: [alerts.SlowRequestLatency],
  }),
  stat({
    title: "Connections now",
    description: "Connections that are open.",
    queries: [connections],
    decimals: 0,
    thresholds: [alerts.HTTPAPIDown],
  }),
  stat({
    title: "Resident memory now",
    description: "Memory that the system counts for the game.",
    queries: [gameProcess.process_resident_memory_bytes],
    decimals: 0,
    thresholds: [alerts.HighMemoryUsage, alerts.CriticalMemoryUsage],
  }),
  table({
    title: "Active alerts of the HTTP API",
    description:
      "Alerts whose notifications lead to this dashboard. Muted and silenced ones are among them: Prometheus does not know.",
    height: 5,
    queries: [linkedAlerts({ emptyMeans: "Nothing of these parts fires." })],
    columns: { alertname: "Alert", severity: "Severity", component: "Component", instance: "Instance" },
  }),
]);
