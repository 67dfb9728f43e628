import { counter, gauge, metrics, scrapeJob, service } from "signalbox";

// Another program with its own idea of a hit rate, at the address where the gateway is.
const otherJob = scrapeJob("other-backend", {
  description: "Another program.",
  targets: ["localhost:8000"],
  path: "/prometheus/metrics",
  labels: { service: "other-backend" },
});
const unused = "to stand beside the gateway";
const otherMetrics = metrics(otherJob, {
  cache_hit_rate: gauge({ help: "Hits of 100 look-ups.", unit: "percent", computed: "ratio", unused }),
  db_queries_total: counter({ help: "Queries.", unit: "queries", labels: { table: "*" }, unused }),
});
/** A service that exports names that one of ours has too. */
export const otherBackend = service("other-backend", {
  title: "Other",
  description: "Another program.",
  owner: "Others",
  jobs: { otherJob },
  metrics: { otherMetrics },
});
