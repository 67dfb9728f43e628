import { dashboard, query, row, stat, timeSeries } from "signalbox";
import { TicketShopFailing } from "./alerts.ts";
import { sales } from "./metrics.ts";
import { failedShare, orderRate } from "./recordings.ts";

export const overview = dashboard("ticket-shop", {
  title: "Ticket shop",
  description: "What is sold, and what fails.",
  folder: "Ticket shop",
  last: "6h",
  rows: [
    row("Sales", [
      stat({ title: "Free seats", description: "Still for sale.", queries: [sales.shop_free_seats] }),
      timeSeries({
        title: "Orders",
        description: "Orders per second.",
        queries: [query(orderRate, { legend: ({ instance }) => instance })],
        min: 0,
      }),
      timeSeries({
        title: "Failed orders",
        description: "Share of the orders that failed; a gap where there were none.",
        queries: [query(failedShare, { legend: ({ instance }) => instance })],
        min: 0,
        thresholds: [TicketShopFailing],
      }),
    ]),
  ],
});
