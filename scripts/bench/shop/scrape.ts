import { scrapeJob } from "signalbox";

export const shop = scrapeJob("shop", {
  description: "The shop itself: requests, suppliers, warehouses, cache, database.",
  targets: ["shop.internal:8080"],
  path: "/metrics",
  every: "15s",
  timeout: "10s",
  labels: { service: "shop" },
});
