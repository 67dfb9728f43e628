import { barGauge, dashboard, query, ratioOf, row, timeSeries, variable } from "signalbox";
import { warehouses } from "../metrics/backends.ts";
import { frameOf, instance } from "./frame.ts";

const { shop_warehouse_requests_total: asked, shop_warehouse_errors_total: failed } = warehouses;

const now = row("Now", [
  barGauge({
    title: "Most used",
    description: "The ten warehouses that are asked most often, in requests per second.",
    width: 8,
    queries: [
      query(asked.rate("$__rate_interval").sumBy("warehouse").topk(10), {
        legend: ({ warehouse }) => warehouse,
      }),
    ],
    min: 0,
  }),
  barGauge({
    title: "Slowest",
    description: "The ten warehouses with the highest mean time, as the shop computes it.",
    width: 8,
    queries: [
      query(warehouses.shop_warehouse_latency_avg_seconds.maxBy("warehouse").topk(10), {
        legend: ({ warehouse }) => warehouse,
      }),
    ],
    min: 0,
  }),
  barGauge({
    title: "Most faulty",
    description: "The ten warehouses with the highest error rate, over the requests that the shop remembers.",
    width: 8,
    queries: [
      query(warehouses.shop_warehouse_error_rate.maxBy("warehouse").topk(10), {
        legend: ({ warehouse }) => warehouse,
      }),
    ],
    min: 0,
    max: 1,
  }),
]);

const time = row("Over time", [
  timeSeries({
    title: "Error rate",
    description:
      "By the shop's own count. All warehouses of one supplier at once: see Shop Suppliers. One warehouse alone: it may have been withdrawn.",
    queries: [
      query(warehouses.shop_warehouse_error_rate, {
        legend: ({ warehouse, instance }) => `${warehouse}, ${instance}`,
      }),
    ],
    min: 0,
    max: 1,
  }),
  timeSeries({
    title: "Failed requests",
    description:
      "Share of the requests of the shown moment that failed, from the counters: whether a fault is over.",
    queries: [
      query(
        ratioOf(
          failed.rate("$__rate_interval").sumBy("warehouse"),
          asked.rate("$__rate_interval").sumBy("warehouse"),
        ),
        { legend: ({ warehouse }) => warehouse },
      ),
    ],
    min: 0,
    max: 1,
  }),
  timeSeries({
    title: "Mean latency",
    description:
      "Mean time that each warehouse takes. Long answers take longer: compare a warehouse with itself.",
    queries: [
      query(warehouses.shop_warehouse_latency_avg_seconds, {
        legend: ({ warehouse, instance }) => `${warehouse}, ${instance}`,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Requests by warehouse",
    description: "Requests per second.",
    queries: [
      query(asked.rate("$__rate_interval").sumBy("warehouse"), { legend: ({ warehouse }) => warehouse }),
    ],
    min: 0,
    stacked: true,
  }),
]);

export const warehouseUse = dashboard("shop-warehouses", {
  title: "Shop Warehouses",
  description: "The warehouses beside each other: which are used, which are slow, which fail.",
  ...frameOf("shop-warehouses"),
  variables: [instance, variable("warehouse", { title: "Warehouse", of: asked, label: "warehouse" })],
  rows: [now, time],
});
