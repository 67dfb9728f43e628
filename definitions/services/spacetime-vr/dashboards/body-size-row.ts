import { query, row, timeSeries } from "signalbox";
import { plainNames } from "../metrics/plain-names.ts";

const { http_request_size_bytes: received, http_response_size_bytes: sent } = plainNames;

export const bodySizeRow = row("Sizes", [
  timeSeries({
    title: "Request size",
    description: "Half of the bodies that came in, and 95 of 100, were at most this large.",
    width: 8,
    queries: [
      query(received.quantile(0.5, "$__rate_interval"), { legend: "p50" }),
      query(received.quantile(0.95, "$__rate_interval"), { legend: "p95" }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Response size",
    description: "Half of the bodies that went out, and 95 of 100, were at most this large.",
    width: 8,
    queries: [
      query(sent.quantile(0.5, "$__rate_interval"), { legend: "p50" }),
      query(sent.quantile(0.95, "$__rate_interval"), { legend: "p95" }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Traffic by endpoint",
    description: "Bytes per second that the five endpoints with the most of it send.",
    width: 8,
    queries: [
      query(sent.sum.rate("$__rate_interval").sumBy("endpoint").topk(5), {
        legend: ({ endpoint }) => endpoint,
      }),
    ],
    min: 0,
  }),
]);
