import { foreignRecording, runs } from "signalbox";
import type { Given } from "./given.ts";
import type { Metrics } from "./metrics.ts";

export type Orders = ReturnType<typeof ordersOf>;

/** The orders, those of the web alone, and how many there are in a second. */
export function ordersOf(given: Given, { sales }: Metrics) {
  const orders = sales.shop_orders_total;
  const web = orders.where({ channel: given("where", "web") });
  const orderRate = foreignRecording(
    "instance:shop_orders:rate:sum",
    orders.rate(given("rate", "5m")).sumBy("instance", "service"),
    given("recording", {
      help: "Orders per second, over 5 minutes.",
      unit: "orders/s",
      labels: given("recorded labels", { tier: "web" }),
      example: {
        given: [runs(web, 3), runs(orders.where({ channel: "phone" }), given("runs", 2))],
        expect: 5,
      },
    }),
  );
  return { orders, web, orderRate };
}
