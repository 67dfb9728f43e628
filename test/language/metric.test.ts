import { describe, expect, test } from "vitest";
import { nodeOf, unitOf } from "../../generators/language/expression/expression.ts";
import { counter, gauge, histogram, summary } from "../../generators/language/metric-definition.ts";
import { metricGroupOf, metricOf, metrics } from "../../generators/language/metric.ts";
import { everyJob, scrapeMetrics } from "../../generators/language/prometheus-metrics.ts";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { printPromql } from "../../generators/promql/print.ts";

const source = { job: "shop", seriesLabels: { job: ["shop"], instance: "*", service: ["api"] } } as const;

const shop = metrics(source, {
  requests_total: counter({ help: "Requests.", labels: { method: ["GET", "PUT"] }, unused: "A reason." }),
  temperature: gauge({ help: "Temperature.", unit: "degrees", allow: { "some-check": "A reason." } }),
  took_seconds: histogram({ help: "Time.", unit: "seconds", labels: { route: /\/.*/ }, buckets: [0.5, 1] }),
  pause_seconds: summary({ help: "Pauses.", unit: "seconds", quantiles: [0.5, 1] }),
});
const print = (expression: unknown): string => printPromql(nodeOf(expression));

describe("a group of metrics", () => {
  const group = metricGroupOf(shop);

  test("knows its source and the labels of the source", () => {
    expect(group?.source).toBe(source);
    expect(group?.labels).toBe(source.seriesLabels);
    expect(metricGroupOf(metrics({ job: "*" }, {}))).toEqual({
      source: undefined,
      labels: { job: "*" },
      metrics: [],
    });
  });

  test("has the definitions in the order in which they were written", () => {
    const definitions = group?.metrics.map(({ place, ...definition }) => definition);
    expect(definitions).toEqual([
      {
        name: "requests_total",
        type: "counter",
        help: "Requests.",
        unit: "count",
        labels: { method: ["GET", "PUT"] },
        unused: "A reason.",
        allow: {},
      },
      {
        name: "temperature",
        type: "gauge",
        help: "Temperature.",
        unit: "degrees",
        labels: {},
        allow: { "some-check": "A reason." },
      },
      {
        name: "took_seconds",
        type: "histogram",
        help: "Time.",
        unit: "seconds",
        labels: { route: /\/.*/ },
        buckets: [0.5, 1],
        allow: {},
      },
      {
        name: "pause_seconds",
        type: "summary",
        help: "Pauses.",
        unit: "seconds",
        labels: {},
        quantiles: [0.5, 1],
        allow: {},
      },
    ]);
  });

  test("is carried where nobody who lists the handles sees it", () => {
    expect(Reflect.ownKeys({ ...shop })).toEqual([
      "requests_total",
      "temperature",
      "took_seconds",
      "pause_seconds",
    ]);
    expect(Object.isFrozen(shop)).toBe(true);
  });

  test.each([undefined, null, 5, "x", {}, { ...shop }, shop.temperature])(
    "other values have none",
    (value) => {
      expect(metricGroupOf(value)).toBeUndefined();
    },
  );

  test("takes only what the words make", () => {
    expect(() => metrics({}, { x: { type: "gauge" } })).toThrow("x: write counter({ … })");
  });
});

describe("a handle knows its metric", () => {
  const labels = { ...source.seriesLabels };

  test("a counter, a gauge, and what of them is narrowed", () => {
    const requests = {
      name: "requests_total",
      type: "counter",
      help: "Requests.",
      labels: { ...labels, method: ["GET", "PUT"] },
    };
    expect(metricOf(shop.requests_total)).toEqual(requests);
    expect(metricOf(shop.requests_total.where({ method: "GET" }).offset("1h"))).toEqual(requests);
    expect(metricOf(shop.temperature)).toEqual({
      name: "temperature",
      type: "gauge",
      help: "Temperature.",
      labels,
    });
  });

  test("a histogram and each of its series", () => {
    const own = { ...labels, route: /\/.*/ };
    const reference = { name: "took_seconds", type: "histogram", help: "Time.", labels: own };
    expect(metricOf(shop.took_seconds)).toEqual(reference);
    expect(metricOf(shop.took_seconds.sum)).toEqual({ ...reference, name: "took_seconds_sum" });
    expect(metricOf(shop.took_seconds.count)).toEqual({ ...reference, name: "took_seconds_count" });
    expect(metricOf(shop.took_seconds.bucket)).toEqual({
      ...reference,
      name: "took_seconds_bucket",
      labels: { ...own, le: ["0.5", "1", "1.0", "+Inf"] },
    });
  });

  test("a summary and its quantiles", () => {
    const reference = { name: "pause_seconds", type: "summary", help: "Pauses.", labels };
    expect(metricOf(shop.pause_seconds)).toEqual(reference);
    expect(metricOf(shop.pause_seconds.quantiles)).toEqual({
      ...reference,
      labels: { ...labels, quantile: ["0.5", "1", "1.0"] },
    });
  });

  test("a recording has no labels before its expression is read", () => {
    const hottest = recording("job:temperature:max", shop.temperature.maxBy("job"), { help: "The hottest." });
    const reference = {
      name: "job:temperature:max",
      type: "recording",
      help: "The hottest.",
      labels: undefined,
    };
    expect(metricOf(hottest)).toEqual(reference);
    expect(metricOf(hottest.where({ job: "shop" }))).toEqual(reference);
  });

  test.each([shop.temperature.sum(), shop.temperature.gt(5), shop, undefined, "temperature"])(
    "a result and anything else has none",
    (value) => {
      expect(metricOf(value)).toBeUndefined();
    },
  );
});

test("a label that the source has too is stored under another name, as Prometheus does it", () => {
  const { calls_total } = metrics(source, {
    calls_total: counter({ help: "Calls.", labels: { service: ["bank"] } }),
  });
  expect(metricOf(calls_total)?.labels).toEqual({ ...source.seriesLabels, exported_service: ["bank"] });
  expect(print(calls_total.where({ exported_service: "bank" }))).toBe(
    'calls_total{job="shop", exported_service="bank"}',
  );
});

describe("metrics of a scrape job are pinned to it", () => {
  test.each([
    ["a gauge", shop.temperature, 'temperature{job="shop"}'],
    ["a counter", shop.requests_total.rate("5m"), 'rate(requests_total{job="shop"}[5m])'],
    [
      "before other labels",
      shop.requests_total.where({ method: "GET" }),
      'requests_total{job="shop", method="GET"}',
    ],
    ["said once more", shop.temperature.where({ job: "shop" }), 'temperature{job="shop"}'],
    ["missing", shop.temperature.absent(), 'absent(temperature{job="shop"})'],
    [
      "one missing",
      shop.temperature.absent({ instance: "a" }),
      'absent(temperature{job="shop", instance="a"})',
    ],
    [
      "a mean",
      shop.took_seconds.mean("5m"),
      'sum(rate(took_seconds_sum{job="shop"}[5m])) / sum(rate(took_seconds_count{job="shop"}[5m]))',
    ],
    [
      "a quantile",
      shop.took_seconds.quantile(0.9, "5m"),
      'histogram_quantile(0.9, sum by (le) (rate(took_seconds_bucket{job="shop"}[5m])))',
    ],
    [
      "a quantile of some observations",
      shop.took_seconds.where({ route: "/pay" }).quantile(0.9, "5m"),
      'histogram_quantile(0.9, sum by (le) (rate(took_seconds_bucket{job="shop", route="/pay"}[5m])))',
    ],
    [
      "a mean of the others",
      shop.took_seconds.whereNot({ route: "/pay" }).mean("5m"),
      'sum(rate(took_seconds_sum{job="shop", route!="/pay"}[5m])) / sum(rate(took_seconds_count{job="shop", route!="/pay"}[5m]))',
    ],
    ["a bucket", shop.took_seconds.atMost("0.5"), 'took_seconds_bucket{job="shop", le="0.5"}'],
    ["quantiles of a summary", shop.pause_seconds.quantiles, 'pause_seconds{job="shop"}'],
  ])("%s", (_, expression, text) => {
    expect(print(expression)).toBe(text);
  });
});

describe("what Prometheus itself measures of each scrape", () => {
  const own = scrapeMetrics(source);

  test("is there for one job and for all of them", () => {
    expect(print(own.up.eq(0))).toBe('up{job="shop"} == 0');
    expect(print(everyJob.up.where({ job: /shop-.*/ }).eq(0))).toBe('up{job=~"shop-.*"} == 0');
    expect(print(own.scrape_samples_scraped)).toBe('scrape_samples_scraped{job="shop"}');
    expect(unitOf(own.scrape_duration_seconds)).toBe("seconds");
  });

  test("has these metrics, none of which needs a user", () => {
    const definitions = metricGroupOf(own)?.metrics ?? [];
    expect(definitions.map(({ name }) => name)).toEqual([
      "up",
      "scrape_duration_seconds",
      "scrape_samples_scraped",
      "scrape_samples_post_metric_relabeling",
      "scrape_series_added",
    ]);
    expect(definitions.filter(({ unused }) => unused === undefined)).toEqual([]);
    expect(metricGroupOf(everyJob)?.source).toBeUndefined();
  });
});
