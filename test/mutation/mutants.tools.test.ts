import { describe, expect, test } from "vitest";
import { refusedByPromtool } from "../promql/promtool.ts";
import { alertOf, expressionMutants, mutants, mutantsBy } from "./mutant-rules.ts";

test("a threshold becomes a tenth more, a tenth less, and twice as much", () => {
  expect(mutantsBy("threshold", "kiosk_fps < 45")).toEqual({
    "threshold +10%": "kiosk_fps < 49.5",
    "threshold -10%": "kiosk_fps < 40.5",
    "threshold doubled": "kiosk_fps < 90",
  });
});

describe("a threshold is found wherever it stands", () => {
  test.each([
    ["up == 0", { "threshold 0 to 1": "up == 1" }],
    ["5 > bool up", expect.objectContaining({ "threshold doubled": "10 > bool up" })],
    ["kiosk_fps < 5 * 9", expect.objectContaining({ "threshold +10%": "kiosk_fps < 49.5" })],
    [
      "kiosk_memory_bytes > 12e9",
      expect.objectContaining({ "threshold -10%": "kiosk_memory_bytes > 10800000000" }),
    ],
    ["queue_lag_ms > -2", expect.objectContaining({ "threshold doubled": "queue_lag_ms > (-4)" })],
    ["up / (kiosk_fps > 7)", expect.objectContaining({ "threshold doubled": "up / (kiosk_fps > 14)" })],
    ["kiosk_fps > up", {}],
  ])("%s", (expr, expected) => {
    expect(mutantsBy("threshold", expr)).toEqual(expected);
  });
});

describe("a comparison is turned round, and holds at equal numbers, or no longer", () => {
  test.each([
    ["up > 1", { "comparison flipped": "up < 1", "comparison not strict": "up >= 1" }],
    ["up < 1", { "comparison flipped": "up > 1", "comparison not strict": "up <= 1" }],
    ["up >= bool 1", { "comparison flipped": "up <= bool 1", "comparison strict": "up > bool 1" }],
    ["up <= 1", { "comparison flipped": "up >= 1", "comparison strict": "up < 1" }],
    ["up == 1", { "comparison flipped": "up != 1" }],
    ["up != 1", { "comparison flipped": "up == 1" }],
    ["up + 1", {}],
  ])("%s", (expr, expected) => {
    expect(mutantsBy("comparison", expr)).toEqual(expected);
  });
});

describe("a matcher is left out with its comma, and its braces where it was alone", () => {
  test.each([
    [
      'up{job="a", instance=~"b.*"}',
      { "matcher job dropped": 'up{instance=~"b.*"}', "matcher instance dropped": 'up{job="a"}' },
    ],
    ['rate(http_requests_total{job="a"}[5m])', { "matcher job dropped": "rate(http_requests_total[5m])" }],
    ['{"up", job="a"}', { "matcher job dropped": "up" }],
    // Prometheus refuses a selector that takes everything.
    ['{job=~".+"}', {}],
    ['{__name__="up"}', {}],
    [
      'up{job="a"} or up{job="b"}',
      { "matcher job dropped (1)": 'up or up{job="b"}', "matcher job dropped (2)": 'up{job="a"} or up' },
    ],
  ])("%s", (expr, expected) => {
    expect(mutantsBy("matcher", expr)).toEqual(expected);
  });
});

describe("what both sides of a join demand is left out on both, for one alone would change nothing", () => {
  test.each([
    ['up{job="a"} / kiosk_fps{job="a"}', { "matcher job dropped": "up / kiosk_fps" }],
    ['up{job="a"} and on (job) kiosk_fps{job="a"}', { "matcher job dropped": "up and on(job) kiosk_fps" }],
    [
      'sum by (job) (up{job="a"}) / sum by (job) (up{job="a"})',
      { "matcher job dropped": "sum by (job) (up) / sum by (job) (up)" },
    ],
  ])("%s", (expr, expected) => {
    expect(mutantsBy("matcher", expr)).toEqual(expected);
  });

  test.each([
    ["they are not joined by it", 'up{job="a"} / on (instance) kiosk_fps{job="a"}'],
    ["they are joined by all but that", 'up{job="a"} / ignoring (job) kiosk_fps{job="a"}'],
    ["they demand different things", 'up{job="a"} / kiosk_fps{job=~"a"}'],
    ["what has no partner stays", 'up{job="a"} or kiosk_fps{job="a"}'],
    ["it is added up before", 'sum by (instance) (up{job="a"}) / sum by (instance) (kiosk_fps{job="a"})'],
    ["its label is another by then", 'label_replace(up{job="a"}, "job", "b", "", "") / kiosk_fps{job="a"}'],
  ])("%s: each alone", (_, expr) => {
    expect(Object.keys(mutantsBy("matcher", expr))).toEqual([
      "matcher job dropped (1)",
      "matcher job dropped (2)",
    ]);
  });

  test("to the right of unless one alone changes nothing; to the left it does", () => {
    expect(mutantsBy("matcher", 'up{job="a"} unless kiosk_fps{job="a"}')).toEqual({
      "matcher job dropped (1)": 'up unless kiosk_fps{job="a"}',
      "matcher job dropped (2)": "up unless kiosk_fps",
    });
  });
});

describe("either branch of and, or and unless is left out", () => {
  test.each([
    ["up == 0 or absent(up)", { "left of or dropped": "absent(up)", "right of or dropped": "up == 0" }],
    [
      "up unless on (job) (kiosk_fps > 1)",
      { "left of unless dropped": "kiosk_fps > 1", "right of unless dropped": "up" },
    ],
    [
      "1 - (up AND kiosk_fps offset 5m)",
      { "left of and dropped": "1 - kiosk_fps offset 5m", "right of and dropped": "1 - up" },
    ],
    [
      "up + 1 and kiosk_fps offset 5m @ 0 > 3 or queue_lag_ms",
      {
        "left of or dropped": "queue_lag_ms",
        "right of or dropped": "up + 1 and kiosk_fps offset 5m @ 0 > 3",
        "left of and dropped": "kiosk_fps offset 5m @ 0 > 3 or queue_lag_ms",
        "right of and dropped": "up + 1 or queue_lag_ms",
      },
    ],
    [
      "up and kiosk_fps offset 5m",
      { "left of and dropped": "kiosk_fps offset 5m", "right of and dropped": "up" },
    ],
  ])("%s", (expr, expected) => {
    expect(mutantsBy("branch", expr)).toEqual(expected);
  });
});

describe("a window, of a range or a subquery, is halved and doubled", () => {
  test.each([
    [
      "rate(http_requests_total[5m] offset 1h)",
      {
        "window 5m halved": "rate(http_requests_total[2m30s] offset 1h)",
        "window 5m doubled": "rate(http_requests_total[10m] offset 1h)",
      },
    ],
    [
      "max_over_time((up > 0)[1h:1m])",
      {
        "window 1h halved": "max_over_time((up > 0)[30m:1m])",
        "window 1h doubled": "max_over_time((up > 0)[2h:1m])",
      },
    ],
    ["rate(http_requests_total[1ms])", { "window 1ms doubled": "rate(http_requests_total[2ms])" }],
  ])("%s", (expr, expected) => {
    expect(mutantsBy("window", expr)).toEqual(expected);
  });
});

test("predict_linear looks half and twice as far ahead", () => {
  expect(mutantsBy("horizon", "predict_linear(disk_free_bytes[6h], 86400)")).toEqual({
    "horizon halved": "predict_linear(disk_free_bytes[6h], 43200)",
    "horizon doubled": "predict_linear(disk_free_bytes[6h], 172800)",
  });
});

describe("a label of an aggregation is left out, and each other label of its input added", () => {
  test.each([
    [
      "sum by (type) (kiosk_memory_bytes)",
      {
        "label type dropped from sum": "sum by () (kiosk_memory_bytes)",
        "label job added to sum": "sum by (type, job) (kiosk_memory_bytes)",
        "label instance added to sum": "sum by (type, instance) (kiosk_memory_bytes)",
      },
    ],
    [
      "max(max by (job, instance) (kiosk_fps)) without (job)",
      {
        "label job dropped from max (1)": "max without () (max by (job, instance) (kiosk_fps))",
        "label instance added to max": "max without (job, instance) (max by (job, instance) (kiosk_fps))",
        "label job dropped from max (2)": "max without (job) (max by (instance) (kiosk_fps))",
        "label instance dropped from max": "max without (job) (max by (job) (kiosk_fps))",
      },
    ],
    [
      "count(avg by (pool) (db_connections offset 5m))",
      {
        "label pool added to count": "count by (pool) (avg by (pool) (db_connections offset 5m))",
        "label pool dropped from avg": "count(avg by () (db_connections offset 5m))",
        "label job added to avg": "count(avg by (pool, job) (db_connections offset 5m))",
        "label instance added to avg": "count(avg by (pool, instance) (db_connections offset 5m))",
      },
    ],
  ])("%s", (expr, expected) => {
    expect(mutantsBy("grouping", expr)).toEqual(expected);
  });

  test("but none of one value that the alert puts its own over", () => {
    const ids = mutants(alertOf("min(shop_up) == 0")).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith("label"))).toEqual([
      "label job added to min",
      "label instance added to min",
      "label zone added to min",
    ]);
  });
});

describe("a quantile becomes its usual neighbours", () => {
  test.each([
    [
      "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))",
      ["quantile 0.95 to 0.9", "quantile 0.95 to 0.99"],
    ],
    ["quantile(0.5, kiosk_fps)", ["quantile 0.5 to 0.25", "quantile 0.5 to 0.75"]],
    ["quantile_over_time(0.999, kiosk_fps[5m])", ["quantile 0.999 to 0.99"]],
    ["topk(5, kiosk_fps)", []],
  ])("%s", (expr, expected) => {
    expect(Object.keys(mutantsBy("quantile", expr))).toEqual(expected);
  });
});

test("what a person reads says both", () => {
  expect(mutants(alertOf('kiosk_memory_bytes{job="a"} > 12e9')).map(({ what }) => what)).toEqual([
    "threshold 12GB → 13.2GB",
    "threshold 12GB → 10.8GB",
    "threshold 12GB → 24GB",
    "> → <",
    "> → >=",
    'matcher job="a" dropped',
    "for 1m → 30s",
    "for 1m → 2m",
    "for 1m removed",
    "severity critical → low",
  ]);
});

test("no mutant is there twice, and none is the rule itself", () => {
  // Either branch left out, the same is left.
  expect(mutantsBy("branch", "up or up")).toEqual({ "left of or dropped": "up" });
  expect(expressionMutants("vector(1)")).toEqual({});
});

test("promtool takes every mutant for a rule", async () => {
  const expressions = [
    'sum by (job, status) (rate(http_requests_total{job="a", status=~"5.."}[5m] offset 1h)) / on (job) group_left () sum without (status) (rate({"http_requests_total", job="a",}[5m])) > 0.05',
    'up{job="a"} == 0 or absent(up{job="a"}) unless on (instance) -kiosk_fps{job=~"a|b"} < bool 45',
    "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m]))) > 0.5",
    'predict_linear(disk_free_bytes{mount!="/x,}"}[6h], 24 * 3600) < 0 and max_over_time((kiosk_fps > 3)[1h:1m] @ 0) != 1',
    'count({__name__="up", job=~"a|b"} @ start()) < 2',
    "1 - avg(up) > 0.1 AND (quantile(0.9, kiosk_fps) < 10 or vector(0))",
  ];
  const texts = expressions.flatMap((expr) => Object.values(expressionMutants(expr)));
  expect(texts.length).toBeGreaterThan(60);
  expect(await refusedByPromtool(texts)).toEqual(new Map());
});
