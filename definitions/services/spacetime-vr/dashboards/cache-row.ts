import { query, row, timeSeries } from "signalbox";
import { cache } from "../metrics/performance.ts";

export const cacheRow = row("Cache", [
  timeSeries({
    title: "Cache look-ups",
    description: "Share of the look-ups that the cache answered, and of those that it could not.",
    width: 6,
    queries: [
      query(cache.spacetime_cache_hit_rate, { legend: ({ instance }) => `${instance}, hits` }),
      query(cache.spacetime_cache_miss_rate, { legend: ({ instance }) => `${instance}, misses` }),
    ],
    min: 0,
    max: 1,
  }),
  timeSeries({
    title: "Cache size",
    description: "Size of everything in the cache. Flat at the top is full.",
    width: 6,
    queries: [query(cache.spacetime_cache_size_bytes, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Cache entries",
    description: "Entries in the cache; few and large ones push each other out.",
    width: 6,
    queries: [query(cache.spacetime_cache_entries, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Cache evictions",
    description:
      "Entries per second that had to leave for others. Many, with few hits, are a cache that is too small.",
    width: 6,
    queries: [
      query(cache.spacetime_cache_evictions_total.rate("$__rate_interval"), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
  }),
]);
