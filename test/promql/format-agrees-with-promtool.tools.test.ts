// formatPromql prints what `promtool promql format` prints.
import { describe, expect, test } from "vitest";
import { formattedByPromtool, refusedByPromtool } from "./promtool.ts";
import { randomVector } from "./random-expression.ts";
import { distinct, seededRandom } from "./seeded-random.ts";
import { formatText } from "./of-text.ts";

const requests = 'http_requests_total{job="payments-api"}';
const buckets = 'http_request_duration_seconds_bucket{job="payments-api"}';
const real = [
  `sum(rate(http_requests_total{status=~"5..", job="payments-api"}[5m])) by (job, endpoint) / sum(rate(${requests}[5m])) by (job, endpoint) > 0.05`,
  `histogram_quantile(0.99, sum by (job, endpoint, le) (rate(${buckets}[5m]))) > 0.5 and on(job, endpoint) sum by (job, endpoint) (rate(${requests}[5m])) > 1`,
  `1 - (sum by (job) (rate(${requests}[30d])) - sum by (job) (increase(${requests}[30d] offset 4w))) / 86400`,
  `absent(up{job="ticket-shop-warehouse"}) or up{job="ticket-shop-warehouse"} == 0 or (time() - process_start_time_seconds{job="ticket-shop-warehouse"} < 5m)`,
  `label_replace(topk(5, sum by (instance) (rate(process_cpu_seconds_total{job="ticket-shop-warehouse"}[5m]))), "host", "$1", "instance", "(.*):\\\\d+")`,
  `max_over_time((job:http_errors:ratio_rate5m{job="payments-api"} / ignoring(endpoint) group_left() job:http_errors:ratio_rate1h{job="payments-api"})[1h:1m])`,
  `-predict_linear(node_filesystem_avail_bytes{job="node",fstype!~"tmpfs|overlay",mountpoint="/"}[6h] @ end() offset 1h, 4 * 3600)`,
  `-2 ^ sum(rate(http_requests_total{job="payments-api", method="GET"}[5m])) * scalar(sum(rate(http_requests_total{job="ticket-shop-web"}[5m])))`,
];

describe("real expressions", () => {
  test.each(real)("%s", async (text) => {
    expect(formatText(text)).toBe(await formattedByPromtool(text));
  });
});

test("random expressions", async () => {
  const random = seededRandom(1);
  const texts = distinct(400, () => randomVector(random, 2 + Math.floor(random.number() * 3)));
  // What is formatted, and what promtool can check; 80 starts of promtool take a few seconds.
  const refused = await refusedByPromtool(texts);
  const comparable = texts
    .filter((text) => text.length > 80 && !refused.has(text) && !isOddMatching(text))
    .slice(0, 80);
  expect(comparable).toHaveLength(80);
  for (const text of comparable) expect(formatText(text)).toBe(await formattedByPromtool(text));
});

/** promtool lets `on ()` of a scalar pass and forgets it; the analysis refuses it. */
function isOddMatching(text: string): boolean {
  return /\b(?:on|ignoring) ?\(\)/.test(text);
}
