import { dashboard, query, ratioOf, row, stat, table, timeSeries, variable } from "signalbox";
import * as alerts from "../alerts.ts";
import { externalApis } from "../metrics/backends.ts";
import { http } from "../metrics/requests.ts";
import { endpointErrorRatio, errorRatio } from "../recordings.ts";
import { frameOf, instance } from "./frame.ts";

const { shop_http_response_status_total: answers, shop_http_request_errors_total: failed } = http;
const { shop_external_api_calls_total: calls, shop_external_api_errors_total: failedCalls } = externalApis;

const answersWith = (pattern: RegExp, legend: string) =>
  query(answers.where({ status: pattern }).rate("$__rate_interval").sum(), { legend });

const now = row("Now", [
  stat({
    title: "Health",
    description:
      "Share of all requests of the last 5 minutes that ended in an error: below 5 % green, up to 10 % yellow, above that red, as the shop's own health check has it. Empty without requests.",
    width: 8,
    queries: [query(errorRatio, { legend: ({ instance }) => instance })],
    decimals: 1,
    thresholds: [alerts.ShopHighErrorRate, alerts.ShopUnhealthy],
  }),
  stat({
    title: "Worst endpoint",
    description: "The highest share of failed requests of any endpoint, over 5 minutes.",
    width: 8,
    queries: [query(endpointErrorRatio.topk(1), { legend: ({ endpoint }) => endpoint })],
    decimals: 1,
    thresholds: [alerts.ShopHighErrorRate],
  }),
  stat({
    title: "Errors in this time",
    description: "Requests that ended in an error in the time that is shown.",
    width: 8,
    queries: [query(failed.increase("$__range").sum(), { instant: true })],
    decimals: 0,
  }),
]);

const requests = row("Requests", [
  timeSeries({
    title: "Errors by endpoint",
    description:
      "Share of each endpoint's requests of 5 minutes that ended in an error; a gap where there were none.",
    queries: [query(endpointErrorRatio, { legend: ({ endpoint, instance }) => `${endpoint}, ${instance}` })],
    min: 0,
    thresholds: [alerts.ShopHighErrorRate],
  }),
  timeSeries({
    title: "Errors of all requests",
    description: "The same for all endpoints together: what the health check goes by.",
    queries: [query(errorRatio, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.ShopHighErrorRate, alerts.ShopUnhealthy],
  }),
  timeSeries({
    title: "Failed requests",
    description: "Requests per second that ended in an error.",
    width: 8,
    queries: [
      query(failed.rate("$__rate_interval").sumBy("endpoint", "method"), {
        legend: ({ endpoint, method }) => `${method} ${endpoint}`,
      }),
    ],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Answers by status",
    description:
      "Answers per second by class of status: 4xx is the caller's mistake, 5xx ours or a supplier's.",
    width: 8,
    queries: [
      answersWith(/2../, "2xx"),
      answersWith(/3../, "3xx"),
      answersWith(/4../, "4xx"),
      answersWith(/5../, "5xx"),
    ],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Answers with 5xx",
    description: "500 is the shop itself; 502, 503 and 504 are a supplier that fails or is too slow.",
    width: 8,
    queries: [
      query(answers.where({ status: /5../ }).rate("$__rate_interval").sumBy("endpoint", "status"), {
        legend: ({ endpoint, status }) => `${status} ${endpoint}`,
      }),
    ],
    min: 0,
    stacked: true,
  }),
]);

const others = row("What the shop calls besides suppliers", [
  timeSeries({
    title: "Failed calls",
    description: "Share of the calls of a service that failed; a gap where it was not called.",
    queries: [
      query(
        ratioOf(
          failedCalls.rate("$__rate_interval").sumBy("exported_service"),
          calls.rate("$__rate_interval").sumBy("exported_service"),
        ),
        { legend: ({ exported_service }) => exported_service },
      ),
    ],
    min: 0,
    max: 1,
  }),
  timeSeries({
    title: "Calls",
    description: "Calls per second of services such as payments.",
    queries: [
      query(calls.rate("$__rate_interval").sumBy("exported_service"), {
        legend: ({ exported_service }) => exported_service,
      }),
    ],
    min: 0,
  }),
  table({
    title: "Errors by endpoint and method",
    description: "Requests that ended in an error in the time that is shown, the most at the top.",
    height: 7,
    queries: [query(failed.increase("$__range").sumBy("endpoint", "method").sortDesc(), { instant: true })],
    columns: { endpoint: "Endpoint", method: "Method", Value: "Errors" },
  }),
]);

export const errors = dashboard("shop-errors", {
  title: "Shop Errors",
  description: "Which requests fail, and with what; the first panel is the shop's own health.",
  ...frameOf("shop-errors"),
  variables: [
    instance,
    variable("endpoint", { title: "Endpoint", of: http.shop_http_requests_total, label: "endpoint" }),
  ],
  rows: [now, requests, others],
});
