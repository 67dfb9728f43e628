import { percent, ratioOf, recording, runs, share } from "signalbox";
import { cache } from "../metrics/cache.ts";
import { group } from "./group.ts";

const { cache_operations_total: operations, cache_evictions_total: evictions } = cache;
const hits = operations.where({ result: "hit" });
const misses = operations.where({ result: "miss" });
const errors = operations.where({ result: "error" });

export const cacheOperationRate = recording(
  "instance:afirgen_cache_operations:rate5m",
  operations.rate("5m").sumBy("instance"),
  {
    help: "Operations on the cache per second, over 5 minutes.",
    group,
    example: { given: [runs(hits, 80), runs(misses, 15), runs(errors, 5)], expect: 100 },
  },
);

export const lookUpRate = recording(
  "instance:afirgen_cache_look_ups:rate5m",
  operations
    .where({ result: ["hit", "miss"] })
    .rate("5m")
    .sumBy("instance"),
  {
    help: "Look-ups of the cache per second, over 5 minutes, whether it had the answer or not.",
    group,
    example: { given: [runs(hits, 60), runs(misses, 20)], expect: 80 },
  },
);

export const cacheHitRatio = recording(
  "instance:afirgen_cache_hits:ratio_rate5m",
  // No hit: 0. No look-up: no value at all, and so no alert.
  ratioOf(hits.rate("5m").sumBy("instance"), lookUpRate),
  {
    help: "Share of the look-ups of the last 5 minutes that the cache answered.",
    group,
    example: [
      // What failed says nothing of what is in the cache: of 80 look-ups 60 are three quarters.
      { given: [runs(hits, 60), runs(misses, 20)], expect: percent(75) },
      { given: [runs(misses, 0.5)], expect: 0 },
      { given: [runs(hits, 0), runs(misses, 0)], expect: "missing" },
    ],
  },
);

export const cacheErrorRatio = recording(
  "instance:afirgen_cache_errors:ratio_rate5m",
  ratioOf(errors.rate("5m").sumBy("instance"), cacheOperationRate),
  {
    help: "Share of the operations on the cache in the last 5 minutes that failed.",
    group,
    example: [
      { given: [share(errors, hits, percent(2))], expect: percent(2) },
      { given: [runs(hits, 0.5)], expect: 0 },
      { given: [runs(hits, 0), runs(errors, 0)], expect: "missing" },
    ],
  },
);

export const cacheEvictionRatio = recording(
  "instance:afirgen_cache_evictions:ratio_rate5m",
  // A share of the operations, and not a number: what is much depends on how much is going on.
  evictions.rate("5m").sumBy("instance").as("operations/s").div(cacheOperationRate.gt(0).series()),
  {
    help: "Entries that had to leave the cache for others, for each operation of the last 5 minutes.",
    group,
    example: [
      { given: [runs(evictions, 3), runs(hits, 10), runs(misses, 20)], expect: percent(10) },
      // One operation in two seconds is use as well.
      { given: [runs(evictions, 0.1), runs(hits, 0.5)], expect: percent(20) },
      { given: [runs(evictions, 0), runs(hits, 0)], expect: "missing" },
    ],
  },
);
