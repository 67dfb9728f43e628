import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { security } from "../metrics/performance.ts";

const { spacetime_rate_limit_violations_total: violations, spacetime_auth_failures_total: failures } =
  security;

export const securityRow = row("Security", [
  timeSeries({
    title: "Rate limit",
    description: "Requests refused as too many within an hour, as the alert counts them.",
    width: 6,
    queries: [query(violations.increase("1h"), { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.SpaceTimeRateLimitViolations],
  }),
  timeSeries({
    title: "Rate limit, bursts",
    description: "The same within 5 minutes: whether it goes on.",
    width: 6,
    queries: [query(violations.increase("5m"), { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.SpaceTimeHealthRateLimitBurst],
  }),
  timeSeries({
    title: "Failed sign-ins",
    description: "Requests with a wrong or missing token within 15 minutes, as the alert counts them.",
    width: 6,
    queries: [query(failures.increase("15m"), { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.SpaceTimeAuthenticationFailures],
  }),
  timeSeries({
    title: "Active tokens",
    description: "Tokens that are valid now. More than there are tools is one that was given away.",
    width: 6,
    queries: [query(security.spacetime_active_tokens, { legend: ({ instance }) => instance })],
    min: 0,
  }),
]);
