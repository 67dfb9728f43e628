import { counter, gauge, metrics } from "signalbox";
import { healthStatus, statusPage } from "../scrape.ts";

export const waitingRoom = metrics(statusPage, {
  shop_waiting_buyers: gauge({ help: "Buyers in the waiting room.", unit: "buyers" }),
  shop_longest_wait_seconds: gauge({
    help: "How long the first of them has been waiting.",
    unit: "seconds",
  }),
  shop_refused_buyers_total: counter({ help: "Buyers whom the full waiting room refused.", unit: "buyers" }),
});

export const memory = metrics(statusPage, {
  shop_memory_bytes: gauge({
    help: "Memory in use.",
    unit: "bytes",
    labels: { type: ["heap", "cache"] },
  }),
  shop_memory_limit_bytes: gauge({
    help: "Memory that may be used.",
    unit: "bytes",
    labels: { type: ["heap"] },
  }),
});

const statuses = ["ok", "degraded", "failed"] as const;
const parts = ["database", "payments"] as const;

export const health = metrics(healthStatus, {
  shop_health_status: gauge({
    help: "1 for the status that the health check gives the shop; the others have no series.",
    unit: "bool",
    labels: { status: statuses },
  }),
  shop_health_part_status: gauge({
    help: "1 for the status that the health check gives a part; the others have no series.",
    unit: "bool",
    labels: { part: parts, status: statuses },
  }),
  // In milliseconds, which are no base unit, because json_exporter cannot calculate.
  shop_health_part_duration_milliseconds: gauge({
    help: "How long the check of a part took.",
    unit: "milliseconds",
    labels: { part: parts },
  }),
});
