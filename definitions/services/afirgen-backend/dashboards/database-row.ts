import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { database } from "../metrics/database.ts";
import { poolUtilisation, tableP95 } from "../recordings/database.ts";

const {
  db_queries_total: queries,
  db_query_duration_seconds: duration,
  db_connection_pool_size: size,
  db_connection_pool_available: available,
} = database;

export const databaseRow = row("Database", [
  timeSeries({
    title: "Connection pool in use",
    description: "Share of the pool's connections that are in use. At 100 % requests wait.",
    width: 8,
    queries: [query(poolUtilisation, { legend: ({ instance }) => instance })],
    min: 0,
    max: 1,
    thresholds: [alerts.AfirgenDbPoolNearlyExhausted, alerts.AfirgenDbPoolExhausted],
  }),
  timeSeries({
    title: "Connection pool",
    description: "Connections that the pool may hold, and those that nobody uses.",
    width: 8,
    queries: [
      query(size, { legend: ({ instance }) => `${instance}, size` }),
      query(available, { legend: ({ instance }) => `${instance}, available` }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Slowest tables",
    description: "The five tables with the highest 95th percentile of 5 minutes.",
    width: 8,
    queries: [query(tableP95.topk(5), { legend: ({ table }) => table })],
    min: 0,
    thresholds: [alerts.AfirgenDbQueriesSlow],
  }),
  timeSeries({
    title: "Queries by type",
    description: "Queries per second, by what they do.",
    width: 8,
    queries: [
      query(queries.rate("$__rate_interval").sumBy("query_type"), {
        legend: ({ query_type }) => query_type,
      }),
    ],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Queries by table",
    description: "The ten tables that are asked most often.",
    width: 8,
    queries: [
      query(queries.rate("$__rate_interval").sumBy("table").topk(10), { legend: ({ table }) => table }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Query time",
    description: "95 of 100 queries of a type were answered in this time.",
    width: 8,
    queries: [
      query(duration.quantile(0.95, "$__rate_interval", "query_type"), {
        legend: ({ query_type }) => query_type,
      }),
    ],
    min: 0,
  }),
]);
