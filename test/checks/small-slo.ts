import { failing, gauge, holds, metrics, percent, timeIn, type Slo } from "signalbox";
import { critical, low } from "./small-platform.ts";
import { api, sales } from "./small-shop.ts";

const orders = sales.shop_orders_total;

export const shopGauges = metrics(api, { shop_queue: gauge({ help: "Orders that wait.", unit: "orders" }) });

export const phoneOrders = failing(orders.where({ channel: "phone" }), {
  of: orders,
  words: "of the orders come by phone",
});

export const longQueue = timeIn(shopGauges.shop_queue.gt(20), {
  of: shopGauges.shop_queue,
  words: "of the time the queue is too long",
  scenario: holds(shopGauges.shop_queue, { ok: 2, limit: 20, firing: 21 }),
});

/** What an SLO must have: `slo("orders", { ...plainSlo, objective: percent(90) })`. */
export const plainSlo: Slo["options"] = {
  title: "Orders come over the web",
  description: "Who phones has found no other way.",
  impact: "The phone is always busy.",
  component: "sales",
  objective: percent(99),
  window: "30d",
  indicator: phoneOrders,
  minimumTraffic: 0.5,
  alerting: { page: { severity: critical }, ticket: { severity: low } },
};
