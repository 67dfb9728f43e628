import { describe, expect, test } from "vitest";
import { meaning } from "../../generators/import/proof/same-meaning.ts";
import { meaningOf, treeOf, wordsFor } from "./in-words.ts";

const said: readonly (readonly [promql: string, words: string])[] = [
  ["queue", "queue"],
  ["queue > 5", "queue.gt(5)"],
  ["5 < queue", "queue.gt(5)"],
  ["free_bytes < 1073741824", "free_bytes.lt(gib(1))"],
  ["free_bytes < 60 * 1024 * 1024", "free_bytes.lt(mib(60))"],
  ["free_bytes / size_bytes < 0.1", "free_bytes.div(size_bytes).lt(percent(10))"],
  ["free_bytes / size_bytes * 100 < 10", 'free_bytes.div(size_bytes).in("percent").lt(percent(10))'],
  ["100 * free_bytes / size_bytes < 10", "free_bytes.mul(100).div(size_bytes).lt(10)"],
  ["free_bytes / 1048576 > 5", 'free_bytes.in("mebibytes").gt(mib(5))'],
  ["-queue", "queue.neg()"],
  [
    'requests_total{status=~"5..",path!="/"}',
    'requests_total.where({ status: /5../ }).whereNot({ path: "/" })',
  ],
  [
    'rate(requests_total{status=~"500|503"}[5m])',
    'requests_total.where({ status: ["500", "503"] }).rate("5m")',
  ],
  [
    'info{version!="",version!~"(?i)dev.*"}',
    'info.whereNot({ version: "" }).whereNot({ version: /dev.*/i })',
  ],
  ["sum(rate(requests_total[5m]))", 'requests_total.rate("5m").sum()'],
  [
    "sum by (job, path) (rate(requests_total[5m] offset 1d))",
    'requests_total.offset("1d").rate("5m").sumBy("job", "path")',
  ],
  ["avg without (instance) (queue)", 'queue.avgWithout("instance")'],
  ["topk by (job) (3, queue)", 'queue.topk(3, "job")'],
  ["quantile by (job) (0.9, queue)", 'queue.quantileBy(0.9, "job")'],
  ['count_values by (job) ("v", queue)', 'queue.countValues("v", "job")'],
  ["count(queue > 5)", "queue.gt(5).count()"],
  ["sum by (job) (queue > 5)", 'queue.gt(5).series().sumBy("job")'],
  ["queue > bool 5", "queue.gt(5).bool()"],
  ["requests_total > 5", "requests_total.raw().gt(5)"],
  ["avg_over_time(queue[10m])", 'queue.avgOverTime("10m")'],
  ["max_over_time(sum by (job) (queue)[1h:1m])", 'queue.sumBy("job").maxOverTime("1h", "1m")'],
  ["quantile_over_time(0.9, queue[10m])", 'queue.quantileOverTime(0.9, "10m")'],
  ["predict_linear(free_bytes[6h], 4 * 3600) < 0", 'free_bytes.predictLinear("6h", hours(4)).lt(0)'],
  ["changes(queue[5m])", 'queue.changes("5m")'],
  ["clamp_max(free_bytes / size_bytes, 1)", "free_bytes.div(size_bytes).clampMax(percent(100))"],
  ["round(queue, 10)", "queue.round(10)"],
  [
    'label_replace(queue, "host", "$1", "instance", "(.*):.*")',
    'queue.labelReplace("host", "$1", "instance", /(.*):.*/)',
  ],
  ['label_join(queue, "id", "-", "job", "instance")', 'queue.labelJoin("id", "-", "job", "instance")'],
  ['absent(queue{job="shop"})', 'queue.absent({ job: "shop" })'],
  [
    'absent_over_time(requests_total{status="200",path=~"/.*"}[5m])',
    'requests_total.where({ path: /\\/.*/ }).absentOverTime("5m", { status: "200" })',
  ],
  ["absent(queue > 5)", "queue.gt(5).series().absent()"],
  ["time() - started > 600", "time().sub(started).gt(minutes(10))"],
  ["time() - max by (job) (queue) > 600", 'time().sub(queue.maxBy("job").as("timestamp")).gt(minutes(10))'],
  ["started - time() < 86400", "started.sub(time()).lt(days(1))"],
  ["vector(0)", "vector(0)"],
  ["vector(time())", "vector(time())"],
  ["scalar(sum(queue)) + queue", "queue.sum().scalar().add(queue)"],
  ["queue > free_bytes", "queue.gt(free_bytes)"],
  [
    "free_bytes > count by (job, instance) (queue)",
    'free_bytes.gt(queue.countBy("job", "instance").as("none"))',
  ],
  [
    "queue * on (job, instance) group_left (version) info",
    'queue.mul(info, { on: ["job", "instance"], groupLeft: ["version"] })',
  ],
  ["queue / ignoring (version) info", 'queue.div(info, { ignoring: ["version"] })'],
  [
    "queue > 5 and on (instance) free_bytes < 1024",
    'queue.gt(5).and(free_bytes.lt(kib(1)), { on: ["instance"] })',
  ],
  ["queue > 5 unless queue > 9", "queue.gt(5).unless(queue.gt(9))"],
  ["queue > 5 or free_bytes > 0", "queue.gt(5).or(free_bytes.gt(0))"],
  ["queue > 5 or free_bytes", "queue.gt(5).series().or(free_bytes)"],
  ["queue or vector(0)", "queue.or(vector(0))"],
  ["rate(received_bytes_total[5m]) > 1e6", 'received_bytes_total.rate("5m").gt(megabytesPerSecond(1))'],
  [
    "histogram_quantile(0.9, sum by (le) (rate(latency_seconds_bucket[5m]))) > 0.5",
    'latency_seconds.bucket.rate("5m").sumBy("le").histogramQuantile(0.9).gt(ms(500))',
  ],
  ["sum(rate(latency_seconds_bucket[5m]))", 'latency_seconds.bucket.rate("5m").asVector().sum()'],
  ['info{version!~""}', 'info.whereNot({ version: "" })'],
  [
    "1 - free_bytes / size_bytes > 0.9",
    "number(percent(100)).sub(free_bytes.div(size_bytes)).gt(percent(90))",
  ],
  ["1024 - free_bytes", "number(kib(1)).sub(free_bytes)"],
  ["100 - 100 * free_bytes / size_bytes", "number(100).sub(free_bytes.mul(100).div(size_bytes))"],
  ["1 - started", 'number(1).sub(started.as("none"))'],
  ["started == 0", "started.eq(0)"],
  ["started < 1767225600", 'started.as("none").lt(1767225600)'],
  ["100 / queue", "number(100).div(queue)"],
  ["2 ^ max by (job) (queue) - 1", 'number(2).pow(queue.maxBy("job")).sub(1)'],
  ["100 % queue", "number(100).mod(queue)"],
  [
    "(sum by (job) (queue) or vector(0)) + sum by (job) (queue)",
    'queue.sumBy("job").or(vector(0)).add(queue.sumBy("job"))',
  ],
  ["sum by (job) (vector(0) or queue)", 'vector(0).or(queue).sumBy("job")'],
  ["count by (path) (requests_total)", 'requests_total.countBy("path")'],
  ["count without (path) (requests_total)", 'requests_total.countWithout("path")'],
  ["group(requests_total)", "requests_total.group()"],
  ["sum(requests_total)", "requests_total.raw().sum()"],
  ['count_values("v", requests_total)', 'requests_total.raw().countValues("v")'],
  ['label_replace(queue, "tier", "web", "", "")', 'queue.withLabel("tier", "web")'],
  ['label_replace(queue, "price", "5$$", "", "")', 'queue.withLabel("price", "5$")'],
  [
    'sum by (tier) (label_replace(requests_total, "tier", "web", "", ""))',
    'requests_total.raw().withLabel("tier", "web").sumBy("tier")',
  ],
  ['info{version=~".*(?i:beta).*"}', 'info.where({ version: { pattern: ".*(?i:beta).*" } })'],
  [
    'info{version!~"(?P<name>dev|beta).*"}',
    'info.whereNot({ version: { pattern: "(?P<name>dev|beta).*" } })',
  ],
  ["changes(requests_total[5m])", 'requests_total.raw().changes("5m")'],
  ["deriv(sum by (job) (queue)[10m:1m])", 'queue.sumBy("job").deriv("10m", "1m")'],
  ["delta(queue[10m:])", 'queue.delta("10m", "evaluation interval")'],
  ["max_over_time(sum(queue)[10m:])", 'queue.sum().maxOverTime("10m")'],
  ["predict_linear(sum(free_bytes)[6h:5m], 3600)", 'free_bytes.sum().predictLinear("6h", hours(1), "5m")'],
  ["quantile_over_time(0.9, sum(queue)[1h:1m])", 'queue.sum().quantileOverTime(0.9, "1h", "1m")'],
  [
    "increase((max without (path) (requests_total))[15m:1m])",
    'requests_total.raw().maxWithout("path").asCounter().increase("15m", "1m")',
  ],
  [
    "histogram_quantile(0.9, 2 * rate(latency_seconds_bucket[5m]))",
    'latency_seconds.bucket.rate("5m").asVector().mul(2).asBuckets("seconds").histogramQuantile(0.9)',
  ],
  [
    "histogram_quantile(0.9, rate(latency_seconds_bucket[5m]) * on (job, instance) group_left (version) info) > 1",
    'latency_seconds.bucket.rate("5m").asVector().mul(info, { on: ["job", "instance"], groupLeft: ["version"] })' +
      '.asBuckets("seconds").histogramQuantile(0.9).gt(seconds(1))',
  ],
  [
    "histogram_quantile(0.9, sum by (le) (topk by (le) (1, rate(latency_seconds_bucket[5m]))))",
    'latency_seconds.bucket.rate("5m").asVector().topk(1, "le").sumBy("le").asBuckets("seconds").histogramQuantile(0.9)',
  ],
  [
    "histogram_quantile(0.9, rate(latency_seconds_bucket[5m]) > 0)",
    'latency_seconds.bucket.rate("5m").asVector().gt(0).series().asBuckets("seconds").histogramQuantile(0.9)',
  ],
  [
    "histogram_quantile(0.9, avg_over_time(rate(latency_seconds_bucket[5m])[1h:5m]))",
    'latency_seconds.bucket.rate("5m").asVector().avgOverTime("1h", "5m").asBuckets("seconds").histogramQuantile(0.9)',
  ],
  [
    'histogram_quantile(0.9, recorded:buckets:rate5m{path="/"}) > 1',
    'recorded.where({ path: "/" }).histogramQuantile(0.9).gt(seconds(1))',
  ],
  ["recorded:buckets:rate5m > 1", "recorded.asVector().gt(1)"],
  [
    'rate(latency_seconds_bucket{le=~"1(\\\\.0)?"}[5m])',
    'latency_seconds.bucket.where({ le: "1" }).rate("5m")',
  ],
  ["rate(latency_seconds_sum[5m])", 'latency_seconds.sum.rate("5m")'],
];

describe("an expression is said in words that mean the same", () => {
  test.each(said)("%s", (expr, words) => {
    expect(wordsFor(expr)).toBe(words);
    expect(meaningOf(words)).toBe(meaning(treeOf(expr)));
  });
});

describe("what has no words says why", () => {
  test.each([
    ["1 - time()", "a number before one number: 1 - time()"],
    ["2 atan2 queue", "an operator that no word writes between these sides: 2 atan2 queue"],
    ['{job="shop"}', 'a selector without the name of a metric: {job="shop"}'],
    ["unheard_of", "a metric that nothing declares: unheard_of"],
    ["queue{nowhere='a'}", "a label that the series do not have: queue: nowhere"],
    ["sum by (nowhere) (queue)", "a label that the series do not have: nowhere"],
    ["queue / info", "sides that never match: '/' of queue: only the right has version"],
    ["max_over_time(queue[1h:1m] offset 1d)", "an offset of a subquery: queue[1h:1m] offset 1d"],
    ["rate(queue[5m])", "a counter read as it is, or a gauge read as a counter: rate() of rate(queue[5m])"],
    ["sin(queue)", "a function that has no word: sin()"],
    ["hour() > 5", "a function that has no word: hour()"],
    ["5", "a number by itself: 5"],
    [
      'label_replace(queue, "tier", "$1", "", "")',
      'a label that is made without another: label_replace(queue, "tier", "$1", "", "")',
    ],
    [
      'label_replace(queue, "tier", "web", "job", "(?i:a)b")',
      "a pattern that JavaScript cannot write: (?i:a)b",
    ],
    [
      "histogram_quantile(0.9, sum by (path) (rate(latency_seconds_bucket[5m])))",
      "a quantile of what is not the growth of buckets: histogram_quantile(0.9, sum by (path) (rate(latency_seconds_bucket[5m])))",
    ],
    [
      "histogram_quantile(0.9, queue)",
      "a quantile of what is not the growth of buckets: histogram_quantile(0.9, queue)",
    ],
  ])("%s", (expr, reason) => {
    expect(wordsFor(expr)).toBe(reason);
  });
});
