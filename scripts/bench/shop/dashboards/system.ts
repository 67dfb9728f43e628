import {
  dashboard,
  firingAlerts,
  query,
  row,
  stat,
  stateTimeline,
  table,
  timeSeries,
  vector,
} from "signalbox";
import * as alerts from "../alerts.ts";
import { shopProcess, http, latency } from "../metrics/requests.ts";
import { errorRatio } from "../recordings.ts";
import { shop } from "../scrape.ts";
import { frameOf, instance } from "./frame.ts";

const uptime = shopProcess.shop_uptime_seconds;
const upOrDown = { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } } as const;

const now = row("Now", [
  stat({
    title: "Shop",
    description: "Whether Prometheus gets metrics from the shop.",
    queries: [query(shop.up, { legend: ({ instance }) => instance })],
    valueNames: upOrDown,
  }),
  stat({
    title: "Health",
    description:
      "Share of all requests that ended in an error: below 5 % green, up to 10 % yellow, above that red.",
    queries: [query(errorRatio, { legend: ({ instance }) => instance })],
    decimals: 1,
    thresholds: [alerts.ShopHighErrorRate, alerts.ShopUnhealthy],
  }),
  stat({
    title: "Slowest endpoint",
    description: "The highest 99th percentile of any endpoint.",
    queries: [latency.shop_http_request_latency_p99_seconds.max()],
    thresholds: [alerts.ShopHighLatency],
  }),
  stat({
    title: "Requests",
    description: "Requests per second, all endpoints together.",
    queries: [http.shop_http_requests_total.rate("$__rate_interval").sum()],
    decimals: 1,
  }),
  stat({
    title: "Running for",
    description: "Time since the instance was started that was started last.",
    queries: [uptime.min()],
  }),
  stat({
    title: "Instances",
    description: "How many instances answer Prometheus now.",
    queries: [shop.up.eq(1).count().or(vector(0))],
    decimals: 0,
  }),
]);

const time = row("Over time", [
  stateTimeline({
    title: "Scrapes",
    description:
      "Whether Prometheus gets metrics from each instance. While one is down, all that is known of it is old.",
    width: 8,
    height: 8,
    queries: [query(shop.up, { legend: ({ instance }) => instance })],
    valueNames: upOrDown,
  }),
  timeSeries({
    title: "Restarts and uptime",
    description: "Time since the start of each instance; it falls to 0 where a blue line marks a restart.",
    width: 8,
    queries: [query(uptime, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Requests by instance",
    description: "Requests per second. Instances beside each other should have alike many.",
    width: 8,
    queries: [
      query(http.shop_http_requests_total.rate("$__rate_interval").sumBy("instance"), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Scrape time",
    description: "How long the metrics take to be answered. 10 s and more is a scrape that fails.",
    width: 12,
    queries: [query(shop.scrape_duration_seconds, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Series",
    description:
      "Samples per scrape. A steady rise is a label with too many values: endpoints with numbers in them.",
    width: 12,
    queries: [query(shop.scrape_samples_scraped, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  table({
    title: "Active alerts",
    description:
      "Alerts of the shop that fire now. Muted and silenced ones are among them: Prometheus does not know.",
    height: 6,
    queries: [
      query(firingAlerts.where({ service: "shop", alertstate: "firing" }), {
        instant: true,
        emptyMeans: "Nothing fires.",
      }),
    ],
    columns: { alertname: "Alert", severity: "Severity", component: "Component", instance: "Instance" },
  }),
]);

export const system = dashboard("shop-system", {
  title: "Shop System",
  description: "Whether the shop is there and well; where to look next is linked above.",
  ...frameOf("shop-system"),
  variables: [instance],
  rows: [now, time],
});
