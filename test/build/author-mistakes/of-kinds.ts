// Mistakes that are about what kind of metric or expression something is.
import type { Mistake } from "./mistake.ts";

export const mistakesOfKinds: Readonly<Record<string, Mistake>> = {
  "a rate of a gauge": {
    code: `m.shop_memory_bytes.rate("5m");`,
    says: "shop_memory_bytes is a gauge, but rate() is for counters [TS2339]",
    fix: 'write .deriv("5m") for its change per second; if shop_memory_bytes only ever grows, declare it with counter({ … })',
  },
  "an increase of a gauge": {
    code: `m.shop_memory_bytes.increase("5m");`,
    says: "shop_memory_bytes is a gauge, but increase() is for counters [TS2339]",
    fix: 'write .delta("5m") for its change in that time; if shop_memory_bytes only ever grows, declare it with counter({ … })',
  },
  "resets of a gauge": {
    code: `m.shop_memory_bytes.resets("1h");`,
    says: "shop_memory_bytes is a gauge, but resets() is for counters [TS2339]",
    fix: 'write .changes("1h") for how often it changed; if shop_memory_bytes only ever grows, declare it with counter({ … })',
  },
  "a rate of a rate": {
    code: `m.shop_orders_total.rate("5m").rate("5m");`,
    says: "rate() is for counters, but this is a rate already [TS2339]",
    fix: "leave out rate()",
  },
  "a matcher after an aggregation": {
    code: `m.shop_orders_total.rate("5m").sumBy("job").where({ job: "shop" });`,
    says: "where() is for metrics, but this is a result [TS2339]",
    fix: 'write .where({ job: "shop" }) right after the metric, before rate() and sumBy()',
  },
  "a method that is misspelt": {
    code: `m.shop_fps.gte2(4);`,
    says: "shop_fps is a gauge, which has no gte2() [TS2551]",
    fix: "write .gte(…)",
  },
  "a counter compared": {
    code: `m.shop_orders_total.gt(100);`,
    says: "shop_orders_total is a counter: only its growth means something, so it has no gt() [TS2339]",
    fix: 'take its growth first: .rate("5m").gt(100) for the growth per second, or .increase("5m").gt(100) for the growth in 5 minutes',
  },
  "a counter summed up": {
    code: `m.shop_orders_total.sumBy("job");`,
    says: "shop_orders_total is a counter: only its growth means something, so it has no sumBy() [TS2339]",
    fix: 'take its growth first: .rate("5m").sumBy("job") for the growth per second, or .increase("5m").sumBy("job") for the growth in 5 minutes',
  },
  "changes of a counter": {
    code: `m.shop_orders_total.changes("5m");`,
    says: "shop_orders_total is a counter, but changes() is for gauges [TS2339]",
    fix: 'write .increase("5m"), or .raw().changes("5m") for how often it grew; if shop_orders_total can fall, declare it with gauge({ … })',
  },
  "a counter divided by another": {
    code: `failed.div(m.shop_orders_total);`,
    says: "failed is a counter: only its growth means something, so it has no div() [TS2339]",
    fix: 'take its growth first: .rate("5m").div(m.shop_orders_total) for the growth per second, or .increase("5m").div(m.shop_orders_total) for the growth in 5 minutes',
  },
  "a histogram compared": {
    code: `m.shop_seconds.gt(seconds(1));`,
    says: "shop_seconds is a histogram, which has no gt() itself [TS2339]",
    fix: 'choose a value first: .quantile(0.95, "5m").gt(seconds(1)) or .mean("5m").gt(seconds(1))',
  },
  "a rate of a histogram": {
    code: `m.shop_seconds.rate("5m");`,
    says: "shop_seconds is a histogram, which has no rate() itself [TS2339]",
    fix: 'take one of its counters: .count.rate("5m") or .sum.rate("5m")',
  },
  "buckets compared": {
    code: `m.shop_seconds.bucket.gt(1);`,
    says: "the buckets of a histogram are counters, and have no gt() [TS2339]",
    fix: 'take their rate first: .rate("5m").asVector().gt(1); the histogram itself has quantile(), mean() and atMost()',
  },
  "rates of buckets divided": {
    code: `m.shop_seconds.bucket.rate("5m").sumBy("le").div(2);`,
    says: "these are the rates of a histogram's buckets, which have no div() [TS2339]",
    fix: "take a quantile of them first, .histogramQuantile(0.95).div(2), or go on with the single buckets, .asVector().div(2)",
  },
  "a division by rates of buckets": {
    code: `m.shop_seconds.count.rate("5m").sum().div(m.shop_seconds.bucket.rate("5m").sumBy("le"));`,
    says: "these are rates of a histogram's buckets, not a plain vector [TS2345]",
    fix: "write .asVector(), or take .histogramQuantile(0.95) of them",
  },
  "a quantile without le": {
    code: `m.shop_seconds.bucket.rate("5m").sumBy("job").histogramQuantile(0.95);`,
    says: "histogramQuantile() needs the buckets, but this has no label le [TS2339]",
    fix: 'keep le when summing: .sumBy(…, "le").histogramQuantile(0.95)',
  },
  "what has lost its le as buckets": {
    code: `m.shop_seconds.bucket.rate("5m").sumBy("job").asBuckets("seconds");`,
    says: "asBuckets() needs the buckets, but this has no label le [TS2345]",
    fix: 'keep le when summing: .sumBy(…, "le")',
  },
  "arithmetic on a condition": {
    code: `m.shop_fps.lt(45).mul(2);`,
    says: "this is a condition, which has no mul() [TS2339]",
    fix: "write .series().mul(2) for the values for which it holds, or .bool().mul(2) for 0 and 1",
  },
  "time compared": {
    code: `time().gt(days(3));`,
    says: "this is a single number, not a series: it has no gt() [TS2339]",
    fix: "make a series of it first: vector(time()).gt(days(3))",
  },
};
