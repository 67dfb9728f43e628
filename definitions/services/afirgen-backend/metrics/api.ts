import { counter, gauge, histogram, metrics } from "signalbox";
import { backend } from "../scrape.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;
// What FastAPI and the proxies before it answer. A list and not a pattern, so that a status nobody expects is a mistake in the
// editor; a code that the backend begins to use is added here.
const statuses = [
  "200",
  "201",
  "202",
  "204",
  "400",
  "401",
  "403",
  "404",
  "409",
  "413",
  "422",
  "429",
  "500",
  "502",
  "503",
  "504",
] as const;

export const api = metrics(backend, {
  api_requests_total: counter({
    help: "Requests that were answered.",
    unit: "requests",
    labels: { endpoint: "*", method: methods, status: statuses },
  }),
  api_request_duration_seconds: histogram({
    help: "How long requests took.",
    unit: "seconds",
    labels: { endpoint: "*", method: methods },
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  }),
  api_requests_in_progress: gauge({
    help: "Requests that are being answered.",
    unit: "requests",
    labels: { endpoint: "*", method: methods },
  }),
});
