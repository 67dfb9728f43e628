import { scrapeJob } from "signalbox";

export const shop = scrapeJob("ticket-shop", {
  description: "The shop itself: orders and seats.",
  targets: ["localhost:9000"],
  every: "15s",
  labels: { service: "ticket-shop" },
});
