import { expect, test } from "vitest";
import {
  personScale,
  cappedAlerts,
  narrowedRules,
  scaledFlags,
  scalePrometheus,
  scaleRoutes,
  scaleRules,
} from "../../scripts/up/scaled.ts";
import { scaledPromql } from "../../generators/promql/scale.ts";

test.each([
  ["up == 0", "up == 0"],
  ["rate(a[5m]) > 250", "rate(a[15s]) > 250"],
  ['increase(a{b="5m"}[1h]) > 50', 'increase(a{b="5m"}[3m]) > 50'],
  ["max_over_time(rate(a[5m])[1h:1m])", "max_over_time(rate(a[15s])[3m:3s])"],
  ["a offset 1h - a offset -20s", "a offset 3m - a offset -1s"],
  ["rate(a[10s])", "rate(a[3s])"],
  ["rate(a[300])", "rate(a[15s])"],
  ["predict_linear(a[6h], 86400) < 0", "predict_linear(a[18m], 86400 / 20) < 0"],
  ["predict_linear(a[6h], 24 * 3600)", "predict_linear(a[18m], 24 * 3600 / 20)"],
  ["a > 5 and b < 10m", "a > 5 and b < 10m"],
])("%s is %s twenty times as fast", (expr, scaled) => {
  expect(scaledPromql(expr, 20)).toBe(scaled);
  expect(scaledPromql(expr, 1)).toBe(expr);
});

test.each([
  ["sum(increase(a[1m])) > 50", "sum(increase(a[3s]) * 1000 / 3000) > 50"],
  ["delta(a[1m]) < -5", "delta(a[3s]) * 1000 / 3000 < (-5)"],
  ["increase(a[3m]) > 50", "increase(a[3s]) > 50"],
  // How often a subquery looks says nothing about how much has grown.
  ["increase(a[1m:5s])", "increase(a[3s:3s]) * 1000 / 3000"],
  // Of how often something happened no part can be taken.
  ["changes(a[1m]) > 5", "changes(a[3s]) > 5"],
  ["rate(a[1m]) > 50", "rate(a[3s]) > 50"],
])("%s is %s sixty times as fast: of what grows in three seconds a third", (expr, scaled) => {
  expect(scaledPromql(expr, 60)).toBe(scaled);
});

test.each([
  ["rate(a[3d])", "rate(a[15s])"],
  ["rate(a[5m])", "rate(a[5s])"],
  ["irate(a[1h])", "irate(a[15s])"],
  ["avg_over_time(a[30d]) / avg_over_time(b[6h:5m])", "avg_over_time(a[15s]) / avg_over_time(b[15s:5s])"],
  [
    "histogram_quantile(0.95, sum by (le) (rate(a[1h])))",
    "histogram_quantile(0.95, sum by (le) (rate(a[15s])))",
  ],
  // Over a shorter window these would be less, or see no further.
  ["increase(a[1h]) > 50", "increase(a[1m]) > 50"],
  ["changes(a[1h]) > 3 or predict_linear(a[6h], 60)", "changes(a[1m]) > 3 or predict_linear(a[6m], 60 / 60)"],
])("a window is cut only where that does not change the value: %s is %s", (expr, scaled) => {
  expect(scaledPromql(expr, 60, 15_000)).toBe(scaled);
});

test("rules whose windows are cut are named", () => {
  const rules = {
    groups: [
      {
        rules: [
          { record: "mean", expr: "avg_over_time(a[30d])" },
          { alert: "Soon", expr: "rate(a[5m]) > 1" },
        ],
      },
    ],
  };
  expect(narrowedRules(rules, { speed: 60, longestWindowMs: 15_000 })).toEqual(["mean"]);
  expect(narrowedRules(rules, { speed: 60 })).toEqual([]);
});

test("scrapes happen at most once a second, and time out within their interval", () => {
  const config = {
    global: { scrape_interval: "15s", scrape_timeout: "10s", evaluation_interval: "30s" },
    scrape_configs: [{}, { scrape_interval: "1m" }, { scrape_interval: "10m", scrape_timeout: "5s" }],
  };
  scalePrometheus(config, { speed: 20, longestScrapeMs: 5000 });
  expect(config).toEqual({
    global: { scrape_interval: "1s", scrape_timeout: "1s", evaluation_interval: "1s500ms" },
    scrape_configs: [{}, { scrape_interval: "3s" }, { scrape_interval: "5s", scrape_timeout: "5s" }],
  });
});

test("rules: interval, window, for and keep_firing_for; hours are capped, and named", () => {
  const rules = () => ({
    groups: [
      {
        interval: "30s",
        rules: [
          { alert: "Soon", expr: "rate(a[5m]) > 1", for: "5m", keep_firing_for: "10m" },
          { alert: "Tomorrow", expr: "a > 1", for: "24h" },
          { alert: "AtOnce", expr: "a > 1", for: "0s" },
          { record: "b", expr: "sum(rate(a[10m]))" },
        ],
      },
    ],
  });
  const scale = { speed: 20, longestForMs: 60_000 };
  const scaled = rules();
  scaleRules(scaled, scale);
  expect(scaled.groups).toEqual([
    {
      interval: "1s500ms",
      rules: [
        { alert: "Soon", expr: "rate(a[15s]) > 1", for: "15s", keep_firing_for: "30s" },
        { alert: "Tomorrow", expr: "a > 1", for: "1m" },
        { alert: "AtOnce", expr: "a > 1", for: "0s" },
        { record: "b", expr: "sum(rate(a[30s]))" },
      ],
    },
  ]);
  expect(cappedAlerts(rules(), scale)).toEqual(["Tomorrow (for: 24h becomes 1m)"]);
  expect(cappedAlerts(rules(), { speed: 20 })).toEqual([]);
});

test("routes, down to the last branch; no interval is shorter than a second, and a wait may be nothing", () => {
  const route = {
    group_wait: "30s",
    group_interval: "5m",
    repeat_interval: "4h",
    routes: [{ group_wait: "0s", group_interval: "10s", routes: [{ repeat_interval: "1m" }] }],
  };
  scaleRoutes(route, { speed: 20 });
  expect(route).toEqual({
    group_wait: "1s500ms",
    group_interval: "15s",
    repeat_interval: "12m",
    routes: [{ group_wait: "0s", group_interval: "1s", routes: [{ repeat_interval: "3s" }] }],
  });
});

test("at the speed of clocks nothing changes, but how often is scraped", () => {
  const config = {
    global: { scrape_interval: "15s", evaluation_interval: "30s" },
    scrape_configs: [{ scrape_interval: "2s" }],
  };
  const rules = { groups: [{ interval: "30s", rules: [{ alert: "A", expr: "rate(a[5m])", for: "24h" }] }] };
  const route = { group_wait: "30s" };
  const before = structuredClone({ rules, route });
  scalePrometheus(config, personScale(1));
  scaleRules(rules, personScale(1));
  scaleRoutes(route, personScale(1));
  expect({ rules, route }).toEqual(before);
  expect(config).toEqual({
    global: { scrape_interval: "5s", evaluation_interval: "30s" },
    scrape_configs: [{ scrape_interval: "2s" }],
  });
  expect(scaledFlags(personScale(1))).toEqual([]);
  expect(scaledFlags(personScale(20))).toEqual([
    "--rules.alert.resend-delay=3s",
    "--rules.alert.for-grace-period=30s",
  ]);
  // Alertmanager must not forget an alert because a busy machine stands still for four seconds.
  expect(scaledFlags({ speed: 60 })).toEqual([
    "--rules.alert.resend-delay=3s",
    "--rules.alert.for-grace-period=10s",
  ]);
});

/** What is deployed for a series that begins in the window. */
const born = (window: string, tolerance: string, before = window) => {
  const scrapes = `count_over_time(a[${window}]) >= on(job, instance) group_left() sum_over_time(up[${window}])`;
  return `last_over_time(a[${window}]) unless last_over_time(a[${tolerance}] offset ${before}) unless ${scrapes}`;
};

test.each([
  [
    "is counted by the second of the shorter window",
    `(${born("5m", "45s")}) / 300 or rate(a[5m])`,
    `(${born("15s", "3s")}) / 15 or rate(a[15s])`,
  ],
  [
    "is all of a growth",
    `${born("5m", "45s")} or increase(a[5m])`,
    `${born("15s", "3s")} or increase(a[15s])`,
  ],
  [
    "is a part of a growth whose window cannot be so short",
    `${born("30s", "45s")} or increase(a[30s])`,
    `(${born("3s", "3s", "1s500ms")}) * 1500 / 3000 or increase(a[3s]) * 1500 / 3000`,
  ],
  [
    "is counted by the second of the shortest window",
    `(${born("30s", "45s")}) / 30 or rate(a[30s])`,
    `(${born("3s", "3s", "1s500ms")}) / 3 or rate(a[3s])`,
  ],
  ["is not meant by other divisions", "a / 300 or rate(a[5m])", "a / 300 or rate(a[15s])"],
])("twenty times as fast, what begins with its first increment %s", (_, expr, scaled) => {
  expect(scaledPromql(expr, 20)).toBe(scaled);
});
