import {
  alert,
  counter,
  dashboard,
  metrics,
  recording,
  row,
  runs,
  scrapeJob,
  service,
  timeSeries,
  type Dashboard,
} from "signalbox";
import type { Panel } from "../../generators/language/panel.ts";
import { critical } from "./small-platform.ts";

/** Scraped every 15 seconds, as the platform says. Its series have `job`, `instance` and `service`. */
export const api = scrapeJob("shop-api", {
  description: "The shop's program.",
  targets: ["localhost:8080"],
  labels: { service: "shop" },
});

export const sales = metrics(api, {
  shop_orders_total: counter({
    help: "Orders that were placed.",
    unit: "orders",
    labels: { channel: ["web", "phone"] },
  }),
});

/** What an alert must have besides its condition: `alert({ ...plainWords, expr: … })`. */
export const plainWords = {
  severity: critical,
  component: "sales",
  for: "5m",
  scenario: runs(sales.shop_orders_total.where({ channel: "web" }), { ok: 3, limit: 5, firing: 5.25 }),
  summary: "Something is wrong with sales",
  description: "Orders are not as they should be.",
  impact: "Nobody can buy.",
  actions: ["Read the log of the shop."],
} as const;

export const orderRate = recording(
  "instance:shop_orders:rate5m",
  sales.shop_orders_total.rate("5m").sumBy("instance"),
  {
    help: "Orders per second, over 5 minutes.",
    example: {
      given: [
        runs(sales.shop_orders_total.where({ channel: "web" }), 3),
        runs(sales.shop_orders_total.where({ channel: "phone" }), 2),
      ],
      expect: 5,
    },
  },
);

export const FewOrders = alert({
  severity: critical,
  component: "sales",
  expr: orderRate.lt(1),
  for: "5m",
  scenario: runs(sales.shop_orders_total.where({ channel: "web" }), { ok: 3, limit: 1, firing: 0.9375 }),
  summary: ({ labels, value }) => `${labels.instance} takes ${value}`,
  description: ({ threshold }) => `There were fewer than ${threshold} for 5 minutes.`,
  impact: "Nobody can buy.",
  actions: ["Read the log of the shop."],
});

export const orderPanel = timeSeries({
  title: "Orders",
  description: "Orders per second.",
  queries: [orderRate],
});

/** One row with `orderPanel`. */
export const overview = dashboard("shop-overview", {
  title: "Shop overview",
  description: "Whether people buy.",
  folder: "Shop",
  last: "6h",
  rows: [row("Sales", [orderPanel])],
});

/** Another dashboard, with these panels in one row. */
export function dashboardWith(...panels: readonly Panel[]): Dashboard {
  return dashboard("shop-more", {
    title: "More of the shop",
    description: "What a test adds.",
    folder: "Shop",
    last: "6h",
    rows: [row("More", panels)],
  });
}

/** A job, a metric, a recording of it, an alert on that, and a panel that shows it. */
export const shop = service("shop", {
  title: "Shop",
  description: "Where people buy.",
  owner: "Shop team",
  jobs: { api },
  metrics: { sales },
  recordings: { orderRate },
  alerts: { FewOrders },
  dashboards: { overview },
});
