import { counter, gauge, histogram, metrics } from "signalbox";
import { httpApi } from "../scrape.ts";
import { bodyBytes, methods, requestSeconds, statuses } from "./http-labels.ts";

/** What the same endpoint exports under names without a prefix. */
export const plainNames = metrics(httpApi, {
  http_requests_total: counter({
    help: "Requests that were answered.",
    unit: "requests",
    labels: { method: methods, endpoint: "*", status: statuses },
  }),
  http_request_duration_seconds: histogram({
    help: "How long requests took.",
    unit: "seconds",
    labels: { method: methods, endpoint: "*" },
    buckets: requestSeconds,
  }),
  http_request_size_bytes: histogram({
    help: "Size of the bodies of requests.",
    unit: "bytes",
    labels: { method: methods, endpoint: "*" },
    buckets: bodyBytes,
  }),
  http_response_size_bytes: histogram({
    help: "Size of the bodies of answers.",
    unit: "bytes",
    labels: { method: methods, endpoint: "*" },
    buckets: bodyBytes,
  }),
  scene_loads_total: counter({
    help: "Scenes that were loaded; those that failed are not among them.",
    unit: "loads",
  }),
  scene_load_errors_total: counter({ help: "Scenes that failed to load.", unit: "loads" }),
  auth_attempts_total: counter({
    help: "Attempts to sign in, by how they ended.",
    unit: "attempts",
    // Only `success` is known by name; everything else is a way to fail.
    labels: { result: "*" },
  }),
  rate_limit_hits_total: counter({ help: "Requests refused as too many.", unit: "requests" }),
  active_connections: gauge({ help: "Connections that are open.", unit: "connections" }),
});
