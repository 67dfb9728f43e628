import { counter, gauge, histogram, metrics } from "signalbox";
import { backend } from "../scrape.ts";

const query = { query_type: "*", table: "*" } as const;

export const database = metrics(backend, {
  db_queries_total: counter({ help: "Queries that the database answered.", unit: "queries", labels: query }),
  db_query_duration_seconds: histogram({
    help: "How long queries took.",
    unit: "seconds",
    labels: query,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
  }),
  db_connection_pool_size: gauge({ help: "Connections that the pool may hold.", unit: "connections" }),
  db_connection_pool_available: gauge({ help: "Connections that nobody uses.", unit: "connections" }),
});
