import { dashboard, query, row, stat, timeSeries } from "signalbox";
import * as alerts from "../alerts.ts";
import { cache } from "../metrics/storage.ts";
import { frameOf, instance } from "./frame.ts";

const hits = cache.shop_cache_hits_total.rate("$__rate_interval");
const misses = cache.shop_cache_misses_total.rate("$__rate_interval");

const now = row("Now", [
  stat({
    title: "Hit rate now",
    description:
      "Share of the look-ups that the cache answered, by the shop's own count. Below 0.5 it is of little use.",
    width: 8,
    queries: [query(cache.shop_cache_hit_rate, { legend: ({ instance }) => instance })],
    decimals: 1,
    thresholds: [alerts.ShopLowCacheHitRate],
  }),
  stat({
    title: "Look-ups",
    description: "Look-ups per second.",
    width: 8,
    queries: [hits.sum().add(misses.sum())],
    decimals: 1,
  }),
  stat({
    title: "Misses in this time",
    description:
      "Look-ups that the cache could not answer, in the time that is shown: each is a request that was paid for.",
    width: 8,
    queries: [query(cache.shop_cache_misses_total.increase("$__range").sum(), { instant: true })],
    decimals: 0,
  }),
]);

const time = row("Over time", [
  timeSeries({
    title: "Hit rate",
    description: "By the shop's own count. It falls to 0 at a restart, and moves slowly afterwards.",
    queries: [query(cache.shop_cache_hit_rate, { legend: ({ instance }) => instance })],
    min: 0,
    max: 1,
    thresholds: [alerts.ShopLowCacheHitRate],
  }),
  timeSeries({
    title: "Hits of the look-ups",
    description: "The same for the shown moment alone, from the counters; a gap where nothing was looked up.",
    queries: [
      query(hits.sumBy("instance").div(hits.sumBy("instance").add(misses.sumBy("instance")).gt(0).series()), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
    max: 1,
    thresholds: [alerts.ShopLowCacheHitRate],
  }),
  timeSeries({
    title: "Hits and misses",
    description:
      "Look-ups per second. Fewer hits: entries go too early. More misses: traffic that repeats nothing.",
    width: 24,
    queries: [query(hits.sum(), { legend: "hits" }), query(misses.sum(), { legend: "misses" })],
    min: 0,
    stacked: true,
  }),
]);

export const caching = dashboard("shop-cache", {
  title: "Shop Cache",
  description: "How many answers come from the cache.",
  ...frameOf("shop-cache"),
  variables: [instance],
  rows: [now, time],
});
