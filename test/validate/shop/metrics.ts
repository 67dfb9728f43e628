import { counter, eachOf, gauge, histogram, jsonFields, leftOut, metrics } from "signalbox";
import { api, stock } from "./jobs.ts";

export const http = metrics(api, {
  shop_requests_total: counter({
    help: "Requests that were answered.",
    unit: "requests",
    labels: { status: ["200", "500"] },
  }),
  shop_request_duration_seconds: histogram({
    help: "How long requests took.",
    unit: "seconds",
    buckets: [0.1, 0.5, 1],
  }),
  shop_started_seconds: gauge({ help: "When the shop was started.", unit: "timestamp" }),
});

export const goods = metrics(stock, {
  shop_stock_items: gauge({ help: "Items in stock.", unit: "items" }),
  shop_orders_total: counter({ help: "Orders since the start.", unit: "orders" }),
  shop_shelf_items: gauge({
    help: "Items on a shelf.",
    unit: "items",
    labels: { shelf: "*" },
    unused: "the shop has one shelf, and counts the stock",
  }),
});

export const stockFields = jsonFields(stock, {
  items: goods.shop_stock_items,
  orders: goods.shop_orders_total,
  shelves: eachOf(
    { shelf: "name" },
    {
      items: goods.shop_shelf_items,
      hall: leftOut("all shelves stand in one"),
      broken: leftOut("somebody sees it"),
    },
  ),
  at: leftOut("Prometheus notes the time of each sample itself"),
});
