import { counter, gauge, histogram, metrics, scrapeJob, service, summary } from "signalbox";
import { describe, expect, test } from "vitest";
import { resolveMetrics } from "../../generators/model/resolve-metrics.ts";

const job = scrapeJob("shop-api", {
  description: "The shop.",
  targets: ["localhost:80"],
  labels: { service: "shop" },
});
const common = [
  ["job", ["shop-api"]],
  ["instance", "*"],
  ["service", ["shop"]],
];

/** The metrics as a service declares them. */
function resolved(...groups: readonly object[]) {
  const declared = Object.fromEntries(groups.map((group, index) => [`group${index}`, group]));
  return resolveMetrics(
    service("shop", { title: "Shop", description: "A shop.", owner: "Us", jobs: { job }, metrics: declared }),
  );
}
const seriesOf = (group: object) =>
  resolved(group).flatMap(({ series }) =>
    series.map(({ labels, ...facts }) => ({ ...facts, labels: [...labels] })),
  );

test("a counter is one series, with the labels of its job and its own", () => {
  const group = metrics(job, {
    orders_total: counter({ help: "Orders.", unit: "orders", labels: { channel: ["web"] } }),
  });
  expect(seriesOf(group)).toEqual([
    {
      name: "orders_total",
      metric: "orders_total",
      type: "counter",
      unit: "orders",
      job: "shop-api",
      help: "Orders.",
      labels: [...common, ["channel", ["web"]]],
      ofTarget: common.map(([name]) => name),
    },
  ]);
});

describe("a gauge knows the limits of its unit", () => {
  test.each([
    ["ratio", { min: 0, max: 1 }],
    ["percent", { min: 0, max: 100 }],
    ["bool", { min: 0, max: 1 }],
    ["bytes", undefined],
    ["people", undefined],
  ] as const)("%s", (unit, interval) => {
    const [series] = resolved(metrics(job, { x: gauge({ help: "X.", unit }) }))[0]?.series ?? [];
    expect(series?.interval).toEqual(interval);
  });

  test("a counter has none: it only grows", () => {
    const [series] =
      resolved(metrics(job, { x_total: counter({ help: "X.", unit: "ratio" }) }))[0]?.series ?? [];
    expect(series?.interval).toBeUndefined();
  });
});

test("a histogram is three series; its bounds are known in both spellings", () => {
  const group = metrics(job, {
    wait_seconds: histogram({ help: "Wait.", unit: "seconds", buckets: [0.5, 1] }),
  });
  const ofTarget = common.map(([name]) => name);
  const facts = { metric: "wait_seconds", job: "shop-api", help: "Wait.", ofTarget };
  expect(seriesOf(group)).toEqual([
    {
      ...facts,
      name: "wait_seconds_bucket",
      type: "bucket",
      unit: "count",
      observed: "seconds",
      labels: [...common, ["le", ["0.5", "1", "1.0", "+Inf"]]],
    },
    { ...facts, name: "wait_seconds_sum", type: "counter", unit: "seconds", labels: common },
    { ...facts, name: "wait_seconds_count", type: "counter", unit: "count", labels: common },
  ]);
});

test("a summary is its quantiles, a sum and a count", () => {
  const group = metrics(job, {
    wait_seconds: summary({ help: "Wait.", unit: "seconds", quantiles: [0.5, 0.99] }),
  });
  expect(seriesOf(group).map(({ name, type, unit, labels }) => [name, type, unit, labels.at(-1)])).toEqual([
    ["wait_seconds", "gauge", "seconds", ["quantile", ["0.5", "0.99"]]],
    ["wait_seconds_sum", "counter", "seconds", ["service", ["shop"]]],
    ["wait_seconds_count", "counter", "count", ["service", ["shop"]]],
  ]);
});

test("a summary without quantiles is a sum and a count", () => {
  const group = metrics(job, { wait_seconds: summary({ help: "Wait.", unit: "seconds", quantiles: [] }) });
  expect(seriesOf(group).map(({ name }) => name)).toEqual(["wait_seconds_sum", "wait_seconds_count"]);
});

test("what a program computed itself is said of the series, and of a summary only of its quantiles", () => {
  const group = metrics(job, {
    wait_p99_seconds: gauge({ help: "Wait.", unit: "seconds", computed: "p99" }),
    queue_seconds: gauge({ help: "Queue.", unit: "seconds" }),
    pay_seconds: summary({ help: "Pay.", unit: "seconds", quantiles: [0.5] }),
  });
  const statistics = resolved(group).flatMap(({ series }) => series.map((one) => [one.name, one.statistics]));
  expect(statistics).toEqual([
    ["wait_p99_seconds", [{ metric: "wait_p99_seconds", what: "p99" }]],
    ["queue_seconds", undefined],
    ["pay_seconds", [{ metric: "pay_seconds", what: "quantile" }]],
    ["pay_seconds_sum", undefined],
    ["pay_seconds_count", undefined],
  ]);
});

test("metrics of labels alone are of no job in particular", () => {
  const [metric] = resolved(metrics({ job: "*" }, { x: gauge({ help: "X." }) }));
  expect(metric).toMatchObject({ name: "x", job: undefined, service: "shop" });
  expect(metric?.series).toEqual([
    expect.objectContaining({ job: undefined, labels: new Map([["job", "*"]]) }),
  ]);
});

test("metrics go as they stand in the file, whatever their group; what is no group is left to another check", () => {
  const early = gauge({ help: "Early." });
  const middle = gauge({ help: "Middle." });
  const late = gauge({ help: "Late." });
  const [one, two] = [metrics(job, { late, early }), metrics(job, { middle })];
  expect(resolved(two, {}, one).map(({ name }) => name)).toEqual(["early", "middle", "late"]);
});

test("a metric stands where it was declared", () => {
  const x = gauge({ help: "X." });
  expect(resolved(metrics(job, { x }))[0]?.place).toEqual(x.place);
});

test("a label that the job has too is stored under another name", () => {
  const group = metrics(job, {
    calls_total: counter({ help: "Calls.", labels: { service: ["bank"] } }),
  });
  expect(seriesOf(group)).toMatchObject([{ labels: [...common, ["exported_service", ["bank"]]] }]);
});
