import { counter, gauge, metrics } from "signalbox";
import { shop } from "../scrape.ts";

export const cache = metrics(shop, {
  shop_cache_hits_total: counter({ help: "Look-ups that the cache answered.", unit: "look-ups" }),
  shop_cache_misses_total: counter({ help: "Look-ups that the cache could not answer.", unit: "look-ups" }),
  shop_cache_hit_rate: gauge({
    help: "Share of the look-ups that the cache answered.",
    // 0 to 1; others export a percentage under the same name.
    unit: "ratio",
    computed: "ratio",
  }),
});

export const database = metrics(shop, {
  shop_db_queries_total: counter({ help: "Queries of the database.", unit: "queries" }),
  shop_db_query_latency_avg_seconds: gauge({
    help: "Mean time that a query takes.",
    unit: "seconds",
    computed: "mean",
  }),
});
