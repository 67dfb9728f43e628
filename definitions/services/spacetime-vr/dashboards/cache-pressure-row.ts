import { query, row, stat, timeSeries } from "signalbox";
import { cache, memory } from "../metrics/performance.ts";

const {
  spacetime_cache_hit_rate: hits,
  spacetime_cache_size_bytes: size,
  spacetime_cache_entries: entries,
  spacetime_cache_evictions_total: evictions,
} = cache;

export const cachePressureRow = row("Is it large enough?", [
  stat({
    title: "Worst hits of the hour",
    description: "The lowest share of look-ups that the cache answered within the last hour.",
    width: 6,
    queries: [hits.minOverTime("1h")],
    decimals: 1,
  }),
  stat({
    title: "Worst hits of the day",
    description: "The lowest share of hits within 24 hours; after a restart the cache is empty.",
    width: 6,
    queries: [hits.minOverTime("1d")],
    decimals: 1,
  }),
  stat({
    title: "Evicted in the hour",
    description: "Entries that had to leave for others within the last hour.",
    width: 6,
    queries: [evictions.increase("1h")],
    decimals: 0,
  }),
  stat({
    title: "Mean entry",
    description: "Size of an entry, on average.",
    width: 6,
    queries: [size.div(entries).as("bytes")],
    decimals: 1,
  }),
  timeSeries({
    title: "Turnover",
    description:
      "How often within an hour the whole cache was replaced: evictions for each entry. Above 1 it forgets what it is asked again.",
    width: 8,
    queries: [
      query(evictions.increase("1h").div(entries).as("ratio"), { legend: ({ instance }) => instance }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Growth of the cache",
    description: "Bytes that were added within 10 minutes; at zero, with evictions, it is full.",
    width: 8,
    queries: [query(size.delta("10m"), { legend: ({ instance }) => instance })],
  }),
  timeSeries({
    title: "Share of the memory",
    description: "What of the static memory is cache: how much there would be to gain by a smaller one.",
    width: 8,
    queries: [
      query(size.div(memory.spacetime_memory_bytes.where({ type: "static" }), { ignoring: ["type"] }), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
    max: 1,
  }),
]);
