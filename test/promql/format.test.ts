import { expect, test } from "vitest";
import { formatText } from "./of-text.ts";

const unchanged = {
  "a short expression": "sum(rate(http_requests_total[5m]))  by(job)",
  "one of 80 characters": `${"a".repeat(38)} + ${"b".repeat(39)}`,
  "what is no PromQL": `sum(rate(http_requests_total{job="a", status=~"5.."}[5m]) / sum(rate(http_requests_total[5m]))`,
};

test.each(Object.entries(unchanged))("%s stays as it is", (_, text) => {
  expect(formatText(text)).toBe(text);
});

const formatted: Readonly<Record<string, readonly [text: string, wanted: string]>> = {
  "one of 81 characters is spaced and its matchers are sorted": [
    'sum(rate(http_requests_total{status=~"5..",job="gateway"}[5m])) by (job)>on(job)x',
    'sum by (job) (rate(http_requests_total{job="gateway",status=~"5.."}[5m])) > on (job) x',
  ],
  "a comment is dropped, also from a short one": ["up # scraped\n== 0", "up == 0"],
  "sides of more than 100 characters stand above and below their operator": [
    'sum by (job) (rate(http_requests_total{job="payments-api",status=~"5.."}[5m])) / sum by (job) (rate(http_requests_total{job="payments-api"}[5m])) > 0.05',
    `    sum by (job) (rate(http_requests_total{job="payments-api",status=~"5.."}[5m]))
  /
    sum by (job) (rate(http_requests_total{job="payments-api"}[5m]))
>
  0.05`,
  ],
  "arguments of a long call have a line each": [
    'histogram_quantile(0.95, sum by (job, endpoint, le) (rate(http_request_duration_seconds_bucket{job="payments-api"}[5m])))',
    `histogram_quantile(
  0.95,
  sum by (job, endpoint, le) (rate(http_request_duration_seconds_bucket{job="payments-api"}[5m]))
)`,
  ],
  "a selector is never broken": [
    `abs(${"a".repeat(60)}{job="${"b".repeat(60)}"} offset 90m)`,
    `abs(
  ${"a".repeat(60)}{job="${"b".repeat(60)}"} offset 1h30m
)`,
  ],
};

test.each(Object.entries(formatted))("%s", (_, [text, wanted]) => {
  expect(formatText(text)).toBe(wanted);
});

test("formatting twice changes nothing more", () => {
  for (const [, wanted] of Object.values(formatted)) expect(formatText(wanted)).toBe(wanted);
});
