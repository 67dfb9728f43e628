import { counter, gauge, histogram, metrics } from "signalbox";
import { backend } from "../scrape.ts";

export const cache = metrics(backend, {
  cache_operations_total: counter({
    help: "Operations on the cache, by how they ended.",
    unit: "operations",
    labels: { operation: "*", result: ["hit", "miss", "error"] },
  }),
  cache_operation_duration_seconds: histogram({
    help: "How long operations on the cache took.",
    unit: "seconds",
    labels: { operation: "*" },
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1],
  }),
  // 0 to 100 here, where other services export a cache_hit_rate of 0 to 1.
  cache_hit_rate: gauge({
    help: "Share of all look-ups since the start that the cache answered.",
    unit: "percent",
    computed: "ratio",
  }),
  cache_memory_usage_bytes: gauge({ help: "Memory that the cache takes.", unit: "bytes" }),
  cache_evictions_total: counter({ help: "Entries that had to leave for others.", unit: "evictions" }),
});
