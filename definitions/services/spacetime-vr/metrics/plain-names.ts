import { counter, gauge, histogram, metrics } from "#language";
import { httpApi } from "../scrape.ts";
import { bodyBytes, methods, requestSeconds, statuses } from "./http-labels.ts";

const byHand = "asked for by hand: the guide of the HTTP API names it";

/** What the same endpoint exports under names without a prefix. */
export const plainNames = metrics(httpApi, {
  http_requests_total: counter({
    help: "Requests that were answered.",
    unit: "requests",
    labels: { method: methods, endpoint: "*", status: statuses },
    kept: byHand,
  }),
  http_request_duration_seconds: histogram({
    help: "How long requests took.",
    unit: "seconds",
    labels: { method: methods, endpoint: "*" },
    buckets: requestSeconds,
    kept: byHand,
  }),
  http_request_size_bytes: histogram({
    help: "Size of the bodies of requests.",
    unit: "bytes",
    labels: { method: methods, endpoint: "*" },
    buckets: bodyBytes,
    kept: byHand,
  }),
  http_response_size_bytes: histogram({
    help: "Size of the bodies of answers.",
    unit: "bytes",
    labels: { method: methods, endpoint: "*" },
    buckets: bodyBytes,
    kept: byHand,
  }),
  scene_loads_total: counter({ help: "Scenes that were loaded.", unit: "loads", kept: byHand }),
  scene_load_errors_total: counter({ help: "Scenes that failed to load.", unit: "failures", kept: byHand }),
  auth_attempts_total: counter({
    help: "Attempts to sign in, by how they ended.",
    unit: "attempts",
    // Only `success` is known by name; everything else is a way to fail.
    labels: { result: "*" },
    kept: byHand,
  }),
  rate_limit_hits_total: counter({ help: "Requests refused as too many.", unit: "requests", kept: byHand }),
  active_connections: gauge({ help: "Connections that are open.", unit: "connections", kept: byHand }),
});
