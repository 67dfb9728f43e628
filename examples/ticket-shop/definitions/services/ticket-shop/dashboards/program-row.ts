import { pieChart, query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { requests } from "../metrics/sales.ts";
import { memory } from "../metrics/status.ts";

export const programRow = row("The program", [
  timeSeries({
    title: "Answer time by page",
    description: "95 of 100 requests were answered in this time.",
    width: 8,
    queries: [
      query(requests.shop_request_duration_seconds.quantile(0.95, "$__rate_interval", "page"), {
        legend: ({ page }) => page,
      }),
    ],
    min: 0,
    thresholds: [alerts.TicketShopSlow],
  }),
  timeSeries({
    title: "Calls",
    description: "Calls of other services per second.",
    width: 8,
    queries: [
      query(requests.shop_calls_total.rate("$__rate_interval").sumBy("exported_service"), {
        legend: ({ exported_service }) => exported_service,
      }),
    ],
    min: 0,
    stacked: true,
  }),
  pieChart({
    title: "Calls by service",
    description: "Which services were called in the shown time, and how often.",
    queries: [
      query(requests.shop_calls_total.increase("$__range").sumBy("exported_service"), {
        legend: ({ exported_service }) => exported_service,
      }),
    ],
    shape: "donut",
    decimals: 0,
  }),
  timeSeries({
    title: "Memory",
    description: "Memory in use by type, and the limit of the heap.",
    width: 8,
    queries: [
      query(memory.shop_memory_bytes, { legend: ({ type }) => type }),
      query(memory.shop_memory_limit_bytes, { legend: ({ type }) => `limit of the ${type}` }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Heap in use",
    description: "The heap, of its limit.",
    queries: [
      query(memory.shop_memory_bytes.where({ type: "heap" }).div(memory.shop_memory_limit_bytes), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
    max: 1,
    thresholds: [alerts.TicketShopHeapNearLimit],
  }),
]);
