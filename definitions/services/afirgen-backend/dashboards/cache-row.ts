import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { cache } from "../metrics/cache.ts";
import {
  cacheErrorRatio,
  cacheEvictionRatio,
  cacheHitRatio,
  cacheOperationRate,
} from "../recordings/cache.ts";

const { cache_operations_total: operations } = cache;

export const cacheRow = row("Cache", [
  timeSeries({
    title: "Cache look-ups",
    description:
      "Share of the look-ups that the cache answered: of the last 5 minutes, and since the backend was started.",
    width: 6,
    queries: [
      query(cacheHitRatio, { legend: ({ instance }) => `${instance}, 5 minutes` }),
      query(cache.cache_hit_rate.in("ratio"), { legend: ({ instance }) => `${instance}, since the start` }),
    ],
    min: 0,
    max: 1,
    thresholds: [alerts.AfirgenCacheHitRateLow],
  }),
  timeSeries({
    title: "Cache operations",
    description: "Operations per second, by what they do and how they end; and all of them, over 5 minutes.",
    width: 6,
    queries: [
      query(operations.rate("$__rate_interval").sumBy("operation", "result"), {
        legend: ({ operation, result }) => `${operation}, ${result}`,
      }),
      query(cacheOperationRate, { legend: ({ instance }) => `${instance}, all` }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Cache errors",
    description: "Share of the operations of 5 minutes that failed.",
    width: 6,
    queries: [query(cacheErrorRatio, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.AfirgenCacheErrors],
  }),
  timeSeries({
    title: "Cache operation time",
    description: "95 of 100 operations were done in this time.",
    width: 6,
    queries: [
      query(cache.cache_operation_duration_seconds.quantile(0.95, "$__rate_interval", "operation"), {
        legend: ({ operation }) => operation,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Cache memory",
    description: "Memory that the cache takes. Flat at the top is full, a fall to nothing is a restart.",
    width: 8,
    queries: [query(cache.cache_memory_usage_bytes, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Cache evictions",
    description: "Entries per second that had to leave for others.",
    width: 8,
    queries: [
      query(cache.cache_evictions_total.rate("$__rate_interval"), { legend: ({ instance }) => instance }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Cache evictions of operations",
    description: "The same for each operation, as the alert sees it.",
    width: 8,
    queries: [query(cacheEvictionRatio, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.AfirgenCacheEvictionsHigh],
  }),
]);
