import { alert, holds, quantile, recording, runs, seconds } from "signalbox";
import { api, health } from "./jobs.ts";
import { goods, http } from "./metrics.ts";
import { critical, low } from "./platform.ts";

export const orderRate = recording(
  "instance:shop_orders:rate5m",
  goods.shop_orders_total.rate("5m").sumBy("instance"),
  {
    help: "Orders per second.",
    example: { given: [runs(goods.shop_orders_total, 2)], expect: 2 },
  },
);

export const ShopDown = alert({
  severity: critical,
  component: "api",
  expr: api.up.eq(0),
  for: "1m",
  scenario: holds(api.up, { ok: 1, firing: 0 }),
  summary: ({ labels }) => `The shop on ${labels.instance} is down`,
  description: "Prometheus has got nothing from it for a minute.",
  impact: "Nobody can buy.",
  actions: ["Start it again."],
});

export const ShopUnhealthy = alert({
  severity: critical,
  component: "api",
  expr: health.probe_success.eq(0),
  for: "1m",
  keepFiringFor: "5m",
  scenario: holds(health.probe_success, { ok: 1, firing: 0 }),
  summary: ({ labels }) => `${labels.instance} fails its health check`,
  description: "The probe got no good answer for a minute.",
  impact: "Nobody can buy.",
  actions: ["Ask it yourself.", "Start it again."],
});

export const ShopSlow = alert({
  severity: low,
  component: "api",
  expr: http.shop_request_duration_seconds.quantile(0.95, "5m", "instance").gt(seconds(0.5)),
  for: "10m",
  scenario: quantile(http.shop_request_duration_seconds, 0.95, {
    ok: seconds(0.1),
    limit: seconds(0.5),
    firing: seconds(0.52),
  }),
  summary: ({ labels, value }) => `The shop on ${labels.instance} takes ${value}`,
  description: ({ threshold }) => `95 of 100 requests were to take less than ${threshold}.`,
  impact: "Buying takes patience.",
  actions: ["Look at the dashboard."],
});

export const ShopStockLow = alert({
  severity: low,
  component: "stock",
  expr: goods.shop_stock_items.lt(10),
  for: "0m",
  scenario: holds(goods.shop_stock_items, { ok: 40, limit: 10, firing: 9.5 }),
  summary: ({ value }) => `Only ${value} are left`,
  description: ({ threshold }) => `There are fewer than ${threshold} in stock.`,
  impact: "Some things cannot be bought.",
  actions: ["Order more."],
});
