import {
  alert,
  annotation,
  counter,
  dashboard,
  gauge,
  metrics,
  pieChart,
  promql,
  row,
  seconds,
  summary,
  timeSeries,
  type ExprIn,
} from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { api, dashboardWith, orderPanel, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "computed-statistics-are-not-aggregated";

const served = metrics(api, {
  shop_wait_p99_seconds: gauge({
    help: "Slow.",
    unit: "seconds",
    labels: { till: "*" },
    computed: "p99",
  }),
  shop_wait_p50_seconds: gauge({ help: "Half.", unit: "seconds", labels: { till: "*" }, computed: "p50" }),
  shop_wait_avg_seconds: gauge({ help: "Mean.", unit: "seconds", labels: { till: "*" }, computed: "mean" }),
  shop_wait_max_seconds: gauge({ help: "Worst.", unit: "seconds", labels: { till: "*" }, computed: "max" }),
  shop_sold_out: gauge({ help: "Asked in vain.", unit: "ratio", labels: { till: "*" }, computed: "ratio" }),
  shop_stolen: gauge({ help: "Gone.", unit: "ratio", labels: { till: "*" }, computed: "ratio" }),
  shop_queue_seconds: gauge({ help: "As measured now.", unit: "seconds", labels: { till: "*" } }),
  shop_served_total: counter({ help: "Customers.", unit: "customers", labels: { till: "*" } }),
  shop_till_info: gauge({ help: "1, with the make.", unit: "bool", labels: { till: "*", make: "*" } }),
  shop_pay_seconds: summary({ help: "Paying.", unit: "seconds", quantiles: [0.5, 0.99] }),
});
const {
  shop_wait_p99_seconds: p99,
  shop_wait_p50_seconds: p50,
  shop_wait_avg_seconds: mean,
  shop_wait_max_seconds: worst,
  shop_sold_out: ratio,
  shop_stolen: otherRatio,
  shop_queue_seconds: plain,
  shop_served_total: customers,
  shop_till_info: info,
  shop_pay_seconds: pay,
} = served;

const problems = (parts: Parts) => problemsOf(id, definitionsWith({ metrics: { served }, ...parts }));
/** As a query of a panel: nothing has to be a condition there. */
const asked = (expr: ExprIn<string>) =>
  problems({
    dashboards: {
      more: dashboardWith(timeSeries({ title: "Waits", description: "At tills.", queries: [expr] })),
    },
  });

test("the message names the panel, the aggregation, the metric and the fix", () => {
  // a mean of percentiles
  const panel = timeSeries({ title: "Waits", description: "At tills.", queries: [p99.avgBy("instance")] });
  expect(problems({ dashboards: { more: dashboardWith(panel) } })).toEqual([
    `${at("a mean of percentiles")}: panel "Waits": avg(shop_wait_p99_seconds), but shop_wait_p99_seconds is a p99 that its program computed itself: percentiles of parts do not combine into a percentile of the whole (${id})\n` +
      "  fix: take the worst, with max(…) or max_over_time(…); or have the program expose a histogram, whose buckets add up",
  ]);
});

test("each kind of statistic has its own reason and fix", () => {
  expect(asked(mean.avg())).toEqual([
    expect.stringMatching(/is a mean that its program .*: means of parts .*\n {2}fix: .*counter of the sum/),
  ]);
  expect(asked(worst.sum())).toEqual([
    expect.stringMatching(/is a highest value that its program .*\n {2}fix: .*highest ones/),
  ]);
  expect(asked(ratio.avg())).toEqual([
    expect.stringMatching(/is a ratio that its program .*: ratios of parts .*\n {2}fix: divide the counters/),
  ]);
  expect(asked(pay.quantiles.avg())).toEqual([
    expect.stringMatching(
      /avg\(shop_pay_seconds\).* is a quantile of a summary that its program .*\n {2}fix: take the worst/,
    ),
  ]);
});

describe("refused over series, over time, and by hand", () => {
  test.each<[string, ExprIn<string>]>([
    ["sum(", p99.sum()],
    ["sum(", p99.sumBy("till")],
    ["avg(", p99.avgWithout("till")],
    ["avg(", promql`AVG(${p99})`],
    ["stddev(", p99.stddev()],
    ["stdvar(", p99.stdvar()],
    ["quantile(", p99.quantile(0.5)],
    ["avg_over_time(", p99.avgOverTime("5m")],
    ["sum_over_time(", p99.sumOverTime("5m")],
    ["stddev_over_time(", p99.stddevOverTime("5m")],
    ["stdvar_over_time(", p99.stdvarOverTime("5m")],
    ["quantile_over_time(", p99.quantileOverTime(0.9, "5m")],
    ["rate(", promql`rate(${p99}[5m])`],
    ["irate(", promql`irate(${p99}[5m])`],
    ["increase(", promql`increase(${p99}[5m])`],
    ["delta(", p99.delta("5m")],
    ["deriv(", p99.deriv("5m")],
    ["predict_linear(", promql`predict_linear(${p99}[1h], 3600)`],
    ["histogram_quantile(", promql`histogram_quantile(0.9, ${p99})`],
    ["histogram_avg(", promql`histogram_avg(${p99})`],
    // The sum is what is wrong with a sum that is divided by a count.
    ["sum(", p99.sum().div(p99.count())],
    ["sum_over_time(", promql`sum_over_time(${p99}[1h]) / count_over_time(${p99}[1h])`],
    ["shop_wait_p99_seconds + shop_wait_p50_seconds", p99.add(p50).div(2)],
    ["shop_wait_p99_seconds + shop_wait_p99_seconds", p99.div(2).add(p99.offset("5m").div(2))],
    ["shop_wait_p99_seconds * shop_wait_p50_seconds", promql`(${p99} * ${p50}) ^ 0.5`],
    ["shop_sold_out + shop_stolen", ratio.add(otherRatio)],
  ])("%s…", (by, expr) => {
    expect(asked(expr)).toEqual([expect.stringContaining(`panel "Waits": ${by}`)]);
  });
});

describe("nothing that keeps it a statistic hides it", () => {
  test.each<[string, ExprIn<string>]>([
    ["a choice of series", p99.where({ till: "1" }).avg()],
    ["parentheses, a sign", promql`avg(-((${p99})))`],
    ["the highest of several", p99.maxBy("instance").avg()],
    ["the highest few", p99.topk(3).avg()],
    ["the highest over a time", p99.maxOverTime("5m").avg()],
    ["a subquery", promql`avg_over_time(max(${p99})[1h:1m])`],
    ["a comparison", promql`avg(${p99} > 1)`],
    ["a comparison with the number first", promql`avg(1 < ${p99})`],
    ["a restriction", promql`avg(${p99} and on (till) ${customers} > 0)`],
    ["an exception", promql`avg(${p99} unless on (till) ${customers} > 0)`],
    ["an alternative", promql`avg(${plain} or ${p99})`],
    ["other units", p99.in("milliseconds").avg()],
    ["the difference of two", p99.sub(p50).avg()],
    ["their quotient", p99.div(p50).avg()],
    ["the rest of a whole", promql`avg(1 - ${ratio})`],
    ["another label", promql`avg(label_replace(${p99}, "shop", "$1", "instance", "(.*)"))`],
    ["a limit", p99.clampMax(seconds(60)).avg()],
    ["a logarithm", p99.ln().avg()],
    ["a scalar", promql`avg(vector(scalar(${p99})))`],
    ["a join with facts", promql`avg(${mean} * on (till) group_left (make) ${info})`],
    ["a percentile with weights", promql`sum(${p99} * rate(${customers}[5m]))`],
    [
      "a mean with a share for its weight",
      promql`sum(${mean} * (rate(${customers}[5m]) / rate(${customers}[5m])))`,
    ],
  ])("%s", (_, expr) => {
    expect(asked(expr)).toHaveLength(1);
  });
});

describe("what is honest is allowed", () => {
  test.each<[string, ExprIn<string>]>([
    ["the statistic itself", p99],
    ["the highest", p99.max()],
    ["the highest of the highest", worst.maxBy("instance").max()],
    ["the lowest", p99.minBy("till")],
    ["the highest few", p99.topk(5)],
    ["the lowest few", p99.bottomk(5)],
    ["the highest over a time", p99.maxOverTime("1h")],
    ["the lowest over a time", ratio.minOverTime("1h")],
    ["the last", p99.lastOverTime("1h")],
    ["a comparison", promql`${p99} > 1`],
    ["a comparison of two", promql`${p99} > 2 * ${p50}`],
    ["a difference", p99.sub(p50)],
    ["what changed since an hour ago", p99.sub(p99.offset("1h"))],
    ["how many there are", p99.count()],
    ["how many are above a limit", promql`count(${p99} > 1)`],
    ["how many are above it, by the sum of 0 and 1", promql`sum(${p99} > bool 1)`],
    ["the share of the time above it", promql`avg_over_time((${p99} > bool 1)[1h:1m])`],
    ["how often it changed", p99.changes("1h")],
    ["when it was scraped", promql`avg(timestamp(${p99}))`],
    ["whether it is there", promql`sum(absent(${p99}))`],
    ["the sum of what it restricts", promql`sum(${plain} and on (till) ${p99} > 1)`],
    ["a mean with its weights", promql`sum(${mean} * rate(${customers}[5m])) / sum(rate(${customers}[5m]))`],
    [
      "a ratio with its weights",
      promql`sum(rate(${customers}[5m]) * ${ratio}) / sum(rate(${customers}[5m]))`,
    ],
    ["a ratio of a ratio", promql`${ratio} * ${otherRatio}`],
    ["the sum and the count of a summary", pay.sum.rate("5m").sum().div(pay.count.rate("5m").sum())],
    ["a gauge that is none", plain.avg()],
    ["a counter", customers.rate("5m").sum()],
  ])("%s", (_, expr) => {
    expect(asked(expr)).toEqual([]);
  });
});

describe("through recordings", () => {
  // the recording
  const slowest = recording("instance:shop_wait:max", p99.maxBy("instance"));
  const twice = recording("job:shop_wait:max", promql<{ job: string }>`max by (job) (${slowest})`);

  test("an aggregation of a recording is reported with the metric behind it", () => {
    const recordings = { slowest };
    const panel = timeSeries({ title: "Waits", description: "At tills.", queries: [slowest.avg()] });
    expect(problems({ recordings, dashboards: { more: dashboardWith(panel) } })).toEqual([
      expect.stringContaining(
        'panel "Waits": avg(instance:shop_wait:max), but instance:shop_wait:max is made of shop_wait_p99_seconds, which is a p99 that its program computed itself',
      ),
    ]);
  });

  test("through two of them too", () => {
    const Slow = alert({ ...plainWords, expr: twice.avgOverTime("10m").gt(1) });
    expect(problems({ recordings: { slowest, twice }, alerts: { Slow } })).toEqual([
      expect.stringContaining(
        'alert "Slow": avg_over_time(job:shop_wait:max), but job:shop_wait:max is made of shop_wait_p99_seconds',
      ),
    ]);
  });

  test("the recording itself is reported", () => {
    const wrong = recording("job:shop_wait:avg", p99.avg());
    expect(problems({ recordings: { wrong } })).toEqual([
      expect.stringContaining('recording "job:shop_wait:avg": avg(shop_wait_p99_seconds)'),
    ]);
  });

  test("one that is a fact about it may be added up", () => {
    const above = recording("instance:shop_wait:above", promql`count by (instance) (${p99} > 1)`);
    const rows = dashboardWith(
      timeSeries({ title: "Waits", description: "Slow.", queries: [promql`sum(${above})`] }),
    );
    expect(problems({ recordings: { above }, dashboards: { rows } })).toEqual([]);
  });

  test("one of the growth of counters is a weight as well", () => {
    const rate = recording("till:shop_served:rate5m", customers.rate("5m").sumBy("till"));
    const weighted = promql`sum(max by (till) (${mean}) * ${rate})`;
    const panel = timeSeries({ title: "Waits", description: "All.", queries: [weighted] });
    expect(problems({ recordings: { rate }, dashboards: { more: dashboardWith(panel) } })).toEqual([]);
  });

  test("one of gauges is none", () => {
    const queue = recording("till:shop_queue:max", plain.maxBy("till"));
    const weighted = promql`sum(max by (till) (${mean}) * ${queue})`;
    const panel = timeSeries({ title: "Waits", description: "All.", queries: [weighted] });
    expect(problems({ recordings: { queue }, dashboards: { more: dashboardWith(panel) } })).toHaveLength(1);
  });
});

test("annotations are looked at", () => {
  const more = dashboard("shop-waits", {
    title: "Waits",
    description: "At tills.",
    folder: "Shop",
    last: "6h",
    annotations: [annotation("Slow", { expr: p99.avg().gt(seconds(1)), color: "red", text: "slow" })],
    rows: [row("Sales", [orderPanel])],
  });
  expect(problems({ dashboards: { more } })).toEqual([
    expect.stringContaining('annotation "Slow": avg(shop_wait_p99_seconds)'),
  ]);
});

test("a stack draws sums", () => {
  // a stack
  const panel = timeSeries({ title: "Waits", description: "At tills.", queries: [p99], stacked: true });
  expect(problems({ dashboards: { more: dashboardWith(panel) } })).toEqual([
    `${at("a stack")}: panel "Waits" stacks shop_wait_p99_seconds, and so draws sums of it, but shop_wait_p99_seconds is a p99 that its program computed itself: percentiles of parts do not combine into a percentile of the whole (${id})\n` +
      "  fix: draw lines beside each other: remove stacked",
  ]);
});

test("a pie draws sums", () => {
  // a pie
  const panel = pieChart({ title: "Waits", description: "At tills.", queries: [p99] });
  expect(problems({ dashboards: { more: dashboardWith(panel) } })).toEqual([
    `${at("a pie")}: panel "Waits" makes a pie of shop_wait_p99_seconds, and so draws sums of it, but shop_wait_p99_seconds is a p99 that its program computed itself: percentiles of parts do not combine into a percentile of the whole (${id})\n` +
      "  fix: show each value by itself, with barGauge(…) or table(…)",
  ]);
});

test("of several wrong ones each is reported, and what is around them is not", () => {
  expect(asked(p99.avg().add(p50.avg()))).toEqual([
    expect.stringContaining("avg(shop_wait_p50_seconds)"),
    expect.stringContaining("avg(shop_wait_p99_seconds)"),
  ]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "both tills serve the same number of customers, by a turnstile" };
  const panel = timeSeries({ title: "Waits", description: "At tills.", queries: [mean.avg()], allow });
  expect(problems({ dashboards: { more: dashboardWith(panel) } })).toEqual([]);
});
