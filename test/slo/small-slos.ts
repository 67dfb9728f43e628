// The small shop with SLOs of every kind; one of them has two windows side by side.
import { gauge, histogram, metrics, percent, slo, slowerThan } from "signalbox";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { longQueue, plainSlo, shopGauges } from "../checks/small-slo.ts";
import { api } from "../checks/small-shop.ts";

const shopTimes = metrics(api, {
  shop_order_seconds: histogram({ help: "How long orders took.", unit: "seconds", buckets: [0.1, 0.5, 1] }),
  shop_desks: gauge({ help: "Desks that are open.", unit: "desks", unused: "asked for by hand" }),
});

export const webOrders = slo("web-orders", {
  ...plainSlo,
  objective: percent(99.9),
  window: ["30d", "28d"],
  minimumTraffic: 0.05,
  allow: { "slos-are-heard-at-night": "nobody buys at night" },
});
export const quickOrders = slo("quick-orders", {
  ...plainSlo,
  title: "Orders are quick",
  objective: percent(95),
  indicator: slowerThan(shopTimes.shop_order_seconds, "0.5", {
    words: "of the orders take longer than 500 ms",
  }),
  // As long as the shortest window of the alerts: then the rate is the share already.
  rateOver: "5m",
  allow: { "slos-are-heard-at-night": "nobody buys at night" },
});
export const shortQueue = slo("short-queue", {
  ...plainSlo,
  title: "The queue is short",
  objective: percent(95),
  window: "28d",
  indicator: longQueue,
});

const { prometheus } = definitionsWith().platform;

export const definitions = definitionsWith({
  metrics: { shopGauges, shopTimes },
  slos: { webOrders, quickOrders, shortQueue },
  platform: { prometheus: { ...prometheus, retention: "31d" } },
});
export const { model } = resolve(definitions);
export const compiled = compile(definitions);
