import { query, ratioOf, row, timeSeries } from "signalbox";
import { plainNames } from "../metrics/plain-names.ts";

const { http_requests_total: requests, auth_attempts_total: attempts } = plainNames;

const byEndpoint = (status: "401" | "403" | "429") =>
  query(requests.where({ status }).rate("$__rate_interval").sumBy("endpoint").topk(5), {
    legend: ({ endpoint }) => endpoint,
  });

export const refusalRow = row("Refused requests", [
  timeSeries({
    title: "Without a valid token",
    description: "Answers with 401 per second, of the five endpoints that have the most: what is tried.",
    width: 8,
    queries: [byEndpoint("401")],
    min: 0,
  }),
  timeSeries({
    title: "Forbidden",
    description:
      "Answers with 403 per second, of the five endpoints that have the most: a valid token that may not do this.",
    width: 8,
    queries: [byEndpoint("403")],
    min: 0,
  }),
  timeSeries({
    title: "Too many requests",
    description:
      "Answers with 429 per second, of the five endpoints that have the most: what the rate limit protects.",
    width: 8,
    queries: [byEndpoint("429")],
    min: 0,
  }),
  timeSeries({
    title: "Failed share of sign-ins",
    description: "Share of the sign-ins of 15 minutes that failed; a gap where nobody tried.",
    queries: [
      query(
        ratioOf(
          attempts.whereNot({ result: "success" }).rate("15m").sumBy("instance"),
          attempts.rate("15m").sumBy("instance"),
        ),
        { legend: ({ instance }) => instance },
      ),
    ],
    min: 0,
    max: 1,
  }),
  timeSeries({
    title: "Changing requests",
    description:
      "Requests per second that change something, by method: what a stolen token would be used for.",
    queries: [
      query(
        requests
          .where({ method: ["POST", "PUT", "PATCH", "DELETE"] })
          .rate("$__rate_interval")
          .sumBy("method"),
        { legend: ({ method }) => method },
      ),
    ],
    min: 0,
    stacked: true,
  }),
]);
