import { counter, gauge, histogram, metrics } from "signalbox";
import { shop } from "../scrape.ts";

export const sales = metrics(shop, {
  shop_orders_total: counter({
    help: "Orders, by how they ended.",
    unit: "orders",
    labels: { result: ["sold", "failed"] },
  }),
  shop_free_seats: gauge({ help: "Seats that are still for sale.", unit: "seats" }),
});

export const requests = metrics(shop, {
  shop_request_duration_seconds: histogram({
    help: "How long requests took.",
    unit: "seconds",
    labels: { page: ["events", "seats", "checkout"] },
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5],
  }),
  // Which service was called. Prometheus stores it as exported_service: the target has a label service of its own.
  shop_calls_total: counter({
    help: "Calls of other services, by the service that was called.",
    unit: "calls",
    labels: { service: ["bank", "cards", "post"] },
  }),
  process_start_time_seconds: gauge({ help: "When the shop was started.", unit: "timestamp" }),
});
