import { alert, percent, runs, share } from "signalbox";
import { low, medium } from "../../../platform/severities.ts";
import { cache } from "../metrics/cache.ts";
import { cacheErrorRatio, cacheEvictionRatio, cacheHitRatio } from "../recordings/cache.ts";
import { group } from "./group.ts";

const { cache_operations_total: operations, cache_evictions_total: evictions } = cache;
const hits = operations.where({ result: "hit" });
const misses = operations.where({ result: "miss" });
const errors = operations.where({ result: "error" });

export const AfirgenCacheErrors = alert({
  severity: medium,
  component: "cache-errors",
  // A cache answers from memory: in normal use none fails, so one in a hundred is a fault and not chance.
  expr: cacheErrorRatio.gt(percent(1)),
  for: "10m",
  scenario: share(errors, hits, { ok: 0, limit: percent(1), firing: percent(1.05) }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: ${value} of the cache operations fail`,
  description: ({ threshold }) =>
    `More than ${threshold} of the operations on the cache in the last 5 minutes have failed.`,
  impact: "What the cache should answer the database must: slower now, and overloaded when traffic rises.",
  actions: [
    "Is the cache there? Its own log, and whether it was restarted; Cache memory falls to nothing then.",
    "Cache operation time has risen too: the network to it, or it swaps.",
    "Only one operation on Cache operations: a value that is too large or cannot be written; see the backend's log.",
  ],
});

export const AfirgenCacheHitRateLow = alert({
  severity: low,
  component: "cache-use",
  // Of the last 5 minutes, by the counters: the gauge counts from the start, and after a week of 90 % needs days to show a fault.
  // Below a half the cache costs more look-ups than it saves queries.
  expr: cacheHitRatio.lt(percent(50)),
  // A cache that was emptied by a deployment has filled by then.
  for: "30m",
  scenario: share(hits, misses, { ok: percent(85), limit: percent(50), firing: percent(49) }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: the cache answers only ${value} of its look-ups`,
  description: ({ threshold }) =>
    `The cache has answered less than ${threshold} of its look-ups for 30 minutes. Without look-ups it does not fire.`,
  impact: "None by itself: answers are slower, and the database has more to do.",
  actions: [
    "A restart (the blue line) before it fell? Read the runbook Hit rate falls after a deploy.",
    "Cache evictions up: the cache is too small for what is asked for; see Cache memory.",
    "Neither: people ask for other things than before; compare Requests by endpoint with yesterday.",
  ],
});

export const AfirgenCacheEvictionsHigh = alert({
  severity: low,
  component: "cache-use",
  // Of the operations some are writes: one entry thrown out for ten operations is about one for each two or three that go in.
  expr: cacheEvictionRatio.gt(percent(10)),
  // As long as it takes to fill: during that time nothing need be thrown out.
  for: "30m",
  scenario: {
    given: [runs(evictions, { ok: 1, limit: 10, firing: 10.5 }), runs(hits, 80), runs(misses, 20)],
    value: percent(10.5),
  },
  group,
  summary: ({ labels, value }) =>
    `${labels.instance} throws out an entry in ${value} of its cache operations`,
  description: ({ threshold }) =>
    `For more than ${threshold} of the operations of the last 5 minutes an entry had to leave for another.`,
  impact: "None by itself: what was just stored is gone when it is asked for again.",
  actions: [
    "Cache memory is flat at its top: the cache is full; give it more memory or its entries a shorter life.",
    "The hit rate holds on Cache look-ups: what leaves is not missed; raise the threshold, or silence this alert.",
    "It began with a deployment: it stores more, or larger, values than before.",
  ],
});
