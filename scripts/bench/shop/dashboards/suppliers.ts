import { barGauge, dashboard, query, ratioOf, row, timeSeries, variable } from "signalbox";
import * as alerts from "../alerts.ts";
import { suppliers } from "../metrics/backends.ts";
import { frameOf, instance } from "./frame.ts";

const { shop_supplier_requests_total: asked, shop_supplier_errors_total: failed } = suppliers;

const failures = row("Failures", [
  barGauge({
    title: "Error rate now",
    description:
      "By the shop's own count, over the requests that it remembers. Above 20 % a supplier counts as down.",
    width: 8,
    queries: [
      query(suppliers.shop_supplier_error_rate.maxBy("supplier"), { legend: ({ supplier }) => supplier }),
    ],
    min: 0,
    max: 1,
    thresholds: [alerts.ShopSupplierDown],
  }),
  timeSeries({
    title: "Error rate",
    description: "The same over time. It falls slowly after a fault, because what is over is remembered.",
    width: 8,
    queries: [
      query(suppliers.shop_supplier_error_rate, {
        legend: ({ supplier, instance }) => `${supplier}, ${instance}`,
      }),
    ],
    min: 0,
    max: 1,
    thresholds: [alerts.ShopSupplierDown],
  }),
  timeSeries({
    title: "Failed requests",
    description:
      "Share of the requests of the shown moment that failed, from the counters: whether a fault is over.",
    width: 8,
    queries: [
      query(
        ratioOf(
          failed.rate("$__rate_interval").sumBy("supplier"),
          asked.rate("$__rate_interval").sumBy("supplier"),
        ),
        { legend: ({ supplier }) => supplier },
      ),
    ],
    min: 0,
    max: 1,
    thresholds: [alerts.ShopSupplierDown],
  }),
]);

const latencies = row("Latency", [
  timeSeries({
    title: "Mean latency",
    description: "Mean time that each supplier takes, as the shop computes it.",
    queries: [
      query(suppliers.shop_supplier_latency_avg_seconds, {
        legend: ({ supplier, instance }) => `${supplier}, ${instance}`,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Fastest and slowest answer",
    description: "The fastest and the slowest answer of each supplier that the shop remembers.",
    queries: [
      query(suppliers.shop_supplier_latency_min_seconds.minBy("supplier"), {
        legend: ({ supplier }) => `${supplier}, fastest`,
      }),
      query(suppliers.shop_supplier_latency_max_seconds.maxBy("supplier"), {
        legend: ({ supplier }) => `${supplier}, slowest`,
      }),
    ],
    min: 0,
  }),
]);

const use = row("Use", [
  timeSeries({
    title: "Requests by supplier",
    description: "Requests per second. A line that ends is a supplier that was taken out of the routing.",
    queries: [
      query(asked.rate("$__rate_interval").sumBy("supplier"), { legend: ({ supplier }) => supplier }),
    ],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Failed requests per second",
    description: "How many callers a fault hurts: a high share of few is less than a low share of many.",
    queries: [
      query(failed.rate("$__rate_interval").sumBy("supplier"), { legend: ({ supplier }) => supplier }),
    ],
    min: 0,
    stacked: true,
  }),
]);

export const supplierUse = dashboard("shop-suppliers", {
  title: "Shop Suppliers",
  description: "The suppliers beside each other: which fail, which are slow, which are used.",
  ...frameOf("shop-suppliers"),
  variables: [instance, variable("supplier", { title: "Supplier", of: asked, label: "supplier" })],
  rows: [failures, latencies, use],
});
