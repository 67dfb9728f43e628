import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { apiErrorRatio } from "../http-api-recordings.ts";
import { plainNames } from "../metrics/plain-names.ts";

const { http_requests_total: requests } = plainNames;

const statusClass = (pattern: RegExp, legend: string) =>
  query(requests.where({ status: pattern }).rate("$__rate_interval").sum(), { legend });

export const apiRequestRow = row("Requests and errors", [
  timeSeries({
    title: "Requests by status class",
    description: "Requests per second by class of status: 4xx is the caller's mistake, 5xx ours.",
    queries: [statusClass(/2../, "2xx"), statusClass(/4../, "4xx"), statusClass(/5../, "5xx")],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Error rate",
    description:
      "Share of the requests of 5 minutes that were answered with 5xx; a gap where there were none.",
    queries: [query(apiErrorRatio, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.HighHTTPErrorRate],
  }),
  timeSeries({
    title: "Errors by endpoint",
    description:
      "Answers with 5xx per second, of the ten endpoints that have the most; which status, says the legend.",
    width: 8,
    queries: [
      query(requests.where({ status: /5../ }).rate("$__rate_interval").sumBy("endpoint", "status").topk(10), {
        legend: ({ endpoint, status }) => `${endpoint}, ${status}`,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Busiest endpoints",
    description: "Requests per second to the ten endpoints that are asked most often.",
    width: 8,
    queries: [
      query(requests.rate("$__rate_interval").sumBy("endpoint").topk(10), {
        legend: ({ endpoint }) => endpoint,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Requests by method",
    description: "Requests per second by method: GET reads, the others change something.",
    width: 8,
    queries: [query(requests.rate("$__rate_interval").sumBy("method"), { legend: ({ method }) => method })],
    min: 0,
    stacked: true,
  }),
]);
