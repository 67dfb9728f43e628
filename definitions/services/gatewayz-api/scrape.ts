import { scrapeJob } from "signalbox";

export const gateway = scrapeJob("gatewayz-api", {
  description: "The gateway itself: requests, providers, models, cache, database.",
  targets: ["localhost:8000"],
  path: "/metrics",
  every: "15s",
  timeout: "10s",
  labels: { service: "gatewayz-api" },
});
