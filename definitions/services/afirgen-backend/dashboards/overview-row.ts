import { firingAlerts, query, row, stat, table } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { models } from "../metrics/model-servers.ts";
import { cacheHitRatio } from "../recordings/cache.ts";
import { poolUtilisation } from "../recordings/database.ts";
import { errorRatio, requestRate } from "../recordings/requests.ts";
import { drainTime } from "../recordings/tasks.ts";
import { backend } from "../scrape.ts";

export const overviewRow = row("Overview", [
  stat({
    title: "Backend",
    description: "Whether Prometheus gets metrics from the backend.",
    width: 3,
    queries: [backend.up],
    valueNames: { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } },
  }),
  stat({
    title: "Requests now",
    description: "Requests per second that were answered, over the last 5 minutes.",
    width: 3,
    queries: [requestRate],
    decimals: 1,
  }),
  stat({
    title: "Failed requests now",
    description: "Share of the requests of the last 5 minutes answered with 5xx; empty without requests.",
    width: 4,
    queries: [errorRatio],
    decimals: 1,
    thresholds: [alerts.AfirgenHighErrorRate, alerts.AfirgenSevereErrorRate],
  }),
  stat({
    title: "Connections in use now",
    description: "Share of the database connections of the pool that are in use.",
    width: 4,
    queries: [poolUtilisation],
    decimals: 0,
    thresholds: [alerts.AfirgenDbPoolNearlyExhausted, alerts.AfirgenDbPoolExhausted],
  }),
  stat({
    title: "Cache hits now",
    description: "Share of the look-ups of the last 5 minutes that the cache answered.",
    width: 3,
    queries: [cacheHitRatio],
    decimals: 0,
    thresholds: [alerts.AfirgenCacheHitRateLow],
  }),
  stat({
    title: "Model servers now",
    description: "The one that does worst: 0 when any of them is unavailable.",
    width: 3,
    queries: [models.model_server_availability.minBy("instance")],
    valueNames: { 0: { text: "One is down", color: "red" }, 1: { text: "All up", color: "green" } },
  }),
  stat({
    title: "Queues empty in",
    description: "Time that the workers need for everything that waits, at the pace of the last 10 minutes.",
    width: 4,
    queries: [drainTime],
    thresholds: [alerts.AfirgenQueueBacklog],
  }),
  table({
    title: "Active alerts",
    description:
      "Alerts of this service that fire now. Muted and silenced ones are among them: Prometheus does not know.",
    width: 24,
    height: 6,
    queries: [
      query(firingAlerts.where({ service: "afirgen-backend", alertstate: "firing" }), {
        instant: true,
        emptyMeans: "Nothing fires.",
      }),
    ],
    columns: { alertname: "Alert", severity: "Severity", component: "Component", instance: "Instance" },
  }),
]);
