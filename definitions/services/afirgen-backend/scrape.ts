import { scrapeJob } from "signalbox";

export const backend = scrapeJob("afirgen-backend", {
  description: "The FastAPI backend: its requests, database, cache, model servers, tasks, and its machine.",
  targets: ["localhost:8000"],
  // /metrics is taken: it answers the same numbers as JSON, for other programs.
  path: "/prometheus/metrics",
  every: "15s",
  labels: { service: "afirgen-backend" },
});
