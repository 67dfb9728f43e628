import { expect, test } from "vitest";
import { prometheusRecordings } from "../../generators/targets/prometheus/recordings.ts";
import { smallModel } from "./small-model.ts";
import { alertModel, group, recording } from "./small-rules.ts";

const path = "prometheus/recordings.yml";
const header = (source: string) => `# Generated from ${source} by "signalbox build": edit there, not here.\n`;

test("no recording, no group", () => {
  const model = smallModel({ groups: [group("alerts")], alerts: [alertModel()] });
  expect(prometheusRecordings(model)).toEqual({ [path]: `${header("definitions/")}groups: []\n` });
});

test("one recording: the whole file", () => {
  const model = smallModel({ groups: [group("recordings")], recordings: [recording()] });
  expect(prometheusRecordings(model)).toEqual({
    [path]: `${header("definitions/services/shop/shop.ts")}groups:
  - name: shop_recordings
    interval: 30s
    rules:
      - record: job:shop_orders:rate5m
        expr: sum by (job) (rate(shop_orders_total{job="shop"}[5m]))
`,
  });
});

test("what a recording sets is beside its expression", () => {
  const recordings = [recording({ labels: { tier: "web" } })];
  expect(prometheusRecordings(smallModel({ groups: [group("recordings")], recordings }))[path]).toContain(`
        expr: sum by (job) (rate(shop_orders_total{job="shop"}[5m]))
        labels:
          tier: web
`);
});

test("a long expression is a block of several lines", () => {
  const buckets = 'sum by (job, endpoint, le) (rate(http_request_duration_seconds_bucket{job="shop"}[5m]))';
  const recordings = [recording({ expr: `histogram_quantile(0.95, ${buckets})` })];
  expect(prometheusRecordings(smallModel({ groups: [group("recordings")], recordings }))[path]).toContain(`
        expr: |-
          histogram_quantile(
            0.95,
            ${buckets}
          )
`);
});
