import { counter, gauge, histogram, metrics } from "signalbox";
import { backend } from "../scrape.ts";

export const models = metrics(backend, {
  model_server_requests_total: counter({
    help: "Requests to a model server, by how they ended.",
    unit: "requests",
    labels: { server: "*", status: ["success", "error"] },
  }),
  model_server_latency_seconds: histogram({
    help: "How long a model server took to answer.",
    unit: "seconds",
    labels: { server: "*" },
    buckets: [0.1, 0.5, 1, 2.5, 5, 10, 30, 60],
  }),
  model_server_availability: gauge({
    help: "1 while a model server answers its health check.",
    unit: "bool",
    labels: { server: "*" },
  }),
});
