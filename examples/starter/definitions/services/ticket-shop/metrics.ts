import { counter, gauge, metrics } from "signalbox";
import { shop } from "./scrape.ts";

export const sales = metrics(shop, {
  shop_orders_total: counter({
    help: "Orders, by how they ended.",
    unit: "orders",
    labels: { result: ["sold", "failed"] },
  }),
  shop_free_seats: gauge({ help: "Seats that are still for sale.", unit: "seats" }),
});
