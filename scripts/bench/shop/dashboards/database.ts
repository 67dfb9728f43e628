import { dashboard, query, row, stat, timeSeries } from "signalbox";
import { http } from "../metrics/requests.ts";
import { database } from "../metrics/storage.ts";
import { frameOf, instance } from "./frame.ts";

const queries = database.shop_db_queries_total.rate("$__rate_interval");
const requests = http.shop_http_requests_total.rate("$__rate_interval");
const meanTime = database.shop_db_query_latency_avg_seconds;

const now = row("Now", [
  stat({
    title: "Queries per second",
    description: "All instances together.",
    width: 8,
    queries: [queries.sum()],
    decimals: 1,
  }),
  stat({
    title: "Slowest instance",
    description: "The highest mean time of a query of any instance.",
    width: 8,
    queries: [meanTime.max()],
  }),
  stat({
    title: "Queries per request",
    description: "A step upwards after a deployment is a query in a loop.",
    width: 8,
    queries: [queries.sum().div(requests.sum().gt(0).series()).as("queries")],
    decimals: 1,
  }),
]);

const time = row("Over time", [
  timeSeries({
    title: "Queries",
    description: "Queries per second.",
    width: 8,
    queries: [query(queries, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Mean query time",
    description:
      "Mean time that a query takes, as the shop computes it. It rises with the queries: load. Without them: a missing index, or the database itself.",
    width: 8,
    queries: [query(meanTime, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Queries of a request",
    description: "Queries per request. It should be flat, whatever the traffic.",
    width: 8,
    queries: [
      query(queries.sumBy("instance").div(requests.sumBy("instance").gt(0).series()).as("queries"), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
  }),
]);

export const databases = dashboard("shop-database", {
  title: "Shop Database",
  description: "How much the shop asks of its database, and how long it waits.",
  ...frameOf("shop-database"),
  variables: [instance],
  rows: [now, time],
});
