import { failing, holds, percent, slo, slowerThan, timeIn } from "signalbox";
import { sloAlerting } from "../../platform/slo-alerting.ts";
import { requests, sales } from "./metrics/sales.ts";
import { waitingRoom } from "./metrics/status.ts";

const orders = sales.shop_orders_total;

export const ordersSucceed = slo("ticket-shop-orders", {
  title: "Orders succeed",
  description:
    "Whoever gets as far as an order wants to pay. One in two hundred may fail and is tried again; more, and people call.",
  impact: "People pay and get no ticket, or give up.",
  component: "orders",
  objective: percent(99.5),
  window: "30d",
  indicator: failing(orders.where({ result: "failed" }), { of: orders, words: "of the orders fail" }),
  // Three orders a minute, on the mean: in the shortest long window, an hour, 180.
  minimumTraffic: 0.05,
  alerting: sloAlerting,
});

export const answersAreQuick = slo("ticket-shop-latency", {
  title: "Answers are quick",
  description: "95 of 100 requests are answered within 500 ms; a slower shop is reloaded, and gets slower.",
  impact: "Buyers reload or leave.",
  component: "requests",
  objective: percent(95),
  window: "30d",
  indicator: slowerThan(requests.shop_request_duration_seconds, "0.5", {
    words: "of the requests take longer than 500 ms",
  }),
  minimumTraffic: 0.2,
  alerting: sloAlerting,
});

export const waitingRoomIsShort = slo("ticket-shop-waiting-room", {
  title: "The waiting room is short",
  description: "With 200 buyers or more in it people wait longer than they like; 5 % of the time may be so.",
  impact: "Buyers leave before it is their turn.",
  component: "waiting-room",
  objective: percent(95),
  // Sales have the rhythm of weeks: four of them always have four weekends.
  window: "28d",
  indicator: timeIn(waitingRoom.shop_waiting_buyers.gt(200), {
    of: waitingRoom.shop_waiting_buyers,
    words: "of the time more than 200 buyers wait",
    scenario: holds(waitingRoom.shop_waiting_buyers, { ok: 40, limit: 200, firing: 210 }),
  }),
  minimumTraffic: 0.05,
  alerting: sloAlerting,
});
