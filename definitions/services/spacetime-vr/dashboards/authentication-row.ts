import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { plainNames } from "../metrics/plain-names.ts";

const { auth_attempts_total: attempts, rate_limit_hits_total: refused } = plainNames;

export const authenticationRow = row("Authentication and rate limit", [
  timeSeries({
    title: "Sign-ins by result",
    description: "Attempts to sign in per second, by how they ended. Other than success is a failure.",
    width: 8,
    queries: [query(attempts.rate("$__rate_interval").sumBy("result"), { legend: ({ result }) => result })],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Failed sign-ins a minute",
    description: "Attempts within a minute that failed, as the alerts count them.",
    width: 8,
    queries: [
      query(attempts.whereNot({ result: "success" }).increase("1m").sumBy("instance"), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
    thresholds: [alerts.HighAuthFailureRate, alerts.CriticalAuthFailureRate],
  }),
  timeSeries({
    title: "Rate limit hits a minute",
    description: "Requests within a minute that were refused as too many, as the alert counts them.",
    width: 8,
    queries: [query(refused.increase("1m"), { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.HighRateLimitHits],
  }),
]);
