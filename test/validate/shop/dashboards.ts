import {
  annotation,
  barGauge,
  dashboard,
  everyJob,
  firingAlerts,
  gaugePanel,
  query,
  row,
  stat,
  stateTimeline,
  table,
  text,
  timeSeries,
  variable,
} from "signalbox";
import { api, health } from "./jobs.ts";
import { goods, http } from "./metrics.ts";
import { orderRate, ShopSlow, ShopStockLow } from "./rules.ts";

const overview = row("Overview", [
  stat({
    title: "API",
    description: "Whether the shop answers.",
    queries: [api.up],
    valueNames: { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } },
  }),
  stat({ title: "Started", description: "When it was started.", queries: [http.shop_started_seconds] }),
  gaugePanel({
    title: "Stock",
    description: "Items in stock.",
    queries: [goods.shop_stock_items],
    min: 0,
    max: 100,
    decimals: 0,
    thresholds: [ShopStockLow, { value: 90, color: "blue", side: "above" }],
    links: [{ title: "How to order", url: "https://docs.shop.internal/order", time: true }],
  }),
  barGauge({ title: "Orders", description: "Orders per second.", queries: [orderRate] }),
  text({ title: "Read me", description: "What this is.", markdown: "Everything about **the shop**." }),
]);

const requests = row(
  "Requests",
  [
    timeSeries({
      title: "Request rate",
      description: "Requests per second, by status.",
      queries: [
        query(http.shop_requests_total.rate("$__rate_interval").sumBy("status"), {
          legend: (labels) => labels.status,
        }),
      ],
      stacked: true,
    }),
    timeSeries({
      title: "Latency",
      description: "95 of 100 requests took less.",
      queries: [http.shop_request_duration_seconds.quantile(0.95, "$__rate_interval", "instance")],
      thresholds: [ShopSlow],
    }),
    stateTimeline({
      title: "Health",
      description: "Whether the health check succeeds.",
      queries: [health.probe_success],
      valueNames: { 0: { text: "Ill", color: "red" }, 1: { text: "Well", color: "green" } },
    }),
    table({
      title: "Alerts",
      description: "What fires now.",
      queries: [query(firingAlerts.where({ service: "shop" }), { instant: true })],
      columns: { alertname: "Alert", severity: "Severity" },
      thresholds: [{ value: 1, color: "red", side: "above" }],
    }),
  ],
  { collapsed: true },
);

export const shopDashboard = dashboard("shop", {
  title: "Shop",
  description: "How the shop does.",
  folder: "The Shop",
  tags: ["shop"],
  refresh: "1m",
  last: "1h",
  variables: [
    variable("instance", { title: "Instance", of: everyJob.up.where({ job: /shop-.*/ }), label: "instance" }),
    variable("one", { title: "One", of: api.up, label: "instance", multiple: false }),
  ],
  annotations: [
    annotation("Starts", {
      expr: http.shop_started_seconds.changes("$__rate_interval").gt(0),
      color: "blue",
      text: (labels) => `${labels.instance} was started`,
    }),
  ],
  links: [{ title: "Guide", url: "https://docs.shop.internal" }],
  rows: [overview, requests],
});
