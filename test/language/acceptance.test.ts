// Expressions that people write, and the PromQL they must become, to the letter.
import { parser } from "@prometheus-io/lezer-promql";
import { describe, expect, test } from "vitest";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { number } from "../../generators/language/expression/number-before.ts";
import { time, vector } from "../../generators/language/expression/standalone.ts";
import { days, factor, gib, hours, ms, percent, ratio } from "../../generators/language/quantity.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { app, errorRate1h, errorRate5m, infra, shop } from "./example-metrics.ts";

const { http_requests_total, http_request_duration_seconds } = app;
const { db_connection_pool_size, db_connection_pool_available } = app;
const { shop_queue, shop_memory_bytes, shop_order_failures_total } = shop;
const { up, process_start_time_seconds, process_cpu_seconds_total, build_info } = infra;
const budget = ratio(0.001);

const accepted: Readonly<Record<string, readonly [expression: unknown, text: string]>> = {
  "a ratio of errors above a threshold": [
    http_requests_total
      .where({ status: /5../ })
      .rate("5m")
      .sum()
      .div(http_requests_total.rate("5m").sum())
      .gt(percent(5)),
    'sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m])) > 0.05',
  ],
  "a quantile of a histogram": [
    http_request_duration_seconds.bucket
      .rate("5m")
      .sumBy("job", "endpoint", "le")
      .histogramQuantile(0.95)
      .gt(ms(500)),
    "histogram_quantile(0.95, sum by (job, endpoint, le) (rate(http_request_duration_seconds_bucket[5m]))) > 0.5",
  ],
  "the same quantile, said short": [
    http_request_duration_seconds.quantile(0.95, "5m", "job", "endpoint").gt(ms(500)),
    "histogram_quantile(0.95, sum by (job, endpoint, le) (rate(http_request_duration_seconds_bucket[5m]))) > 0.5",
  ],
  "the largest few": [
    http_requests_total.rate("5m").sumBy("endpoint").topk(5),
    "topk(5, sum by (endpoint) (rate(http_requests_total[5m])))",
  ],
  "a plain threshold": [shop_queue.lt(45), "shop_queue < 45"],
  "a slope": [
    shop_memory_bytes.where({ type: "static" }).deriv("10m"),
    'deriv(shop_memory_bytes{type="static"}[10m])',
  ],
  "a difference against a quantity": [
    shop_memory_bytes.where({ type: "static" }).delta("10m").gt(gib(1)),
    'delta(shop_memory_bytes{type="static"}[10m]) > 1073741824',
  ],
  "the growth of a counter": [
    shop_order_failures_total.increase("5m").gt(3),
    "increase(shop_order_failures_total[5m]) > 3",
  ],
  "arithmetic that needs parentheses": [
    db_connection_pool_size.sub(db_connection_pool_available).div(db_connection_pool_size),
    "(db_connection_pool_size - db_connection_pool_available) / db_connection_pool_size",
  ],
  "a target that is gone or down": [
    up.absent({ job: "x" }).or(up.where({ job: "x" }).eq(0)),
    'absent(up{job="x"}) or up{job="x"} == 0',
  ],
  "a forecast": [
    app.disk_free_bytes.predictLinear("6h", hours(4)).lt(0),
    "predict_linear(disk_free_bytes[6h], 14400) < 0",
  ],
  "a join that takes over a label": [
    process_cpu_seconds_total
      .rate("5m")
      .sumBy("job", "instance")
      .div(build_info, { on: ["job"], groupLeft: ["version"] }),
    "sum by (job, instance) (rate(process_cpu_seconds_total[5m])) / on(job) group_left(version) build_info",
  ],
  restarts: [process_start_time_seconds.changes("5m").gt(0), "changes(process_start_time_seconds[5m]) > 0"],
  "time until a moment, in days": [
    infra.probe_ssl_earliest_cert_expiry.sub(time()).in("days").lt(days(7)),
    "(probe_ssl_earliest_cert_expiry - time()) / 86400 < 7",
  ],
  "a burn rate over two windows": [
    errorRate1h.gt(budget.times(14.4)).and(errorRate5m.gt(budget.times(14.4))),
    "job:http_errors:ratio_rate1h > 14.4 * 0.001 and job:http_errors:ratio_rate5m > 14.4 * 0.001",
  ],
  "a threshold in the unit of the metric": [app.job_lag_ms.gt(ms(1500)), "job_lag_ms > 1500"],
  "percent of a metric in percent": [app.disk_used_percent.gt(percent(85)), "disk_used_percent > 85"],
  "percent of a ratio": [errorRate5m.gt(percent(85)), "job:http_errors:ratio_rate5m > 0.85"],
  "CPU cores": [
    process_cpu_seconds_total.rate("5m").sumBy("instance").gt(factor(1.5)),
    "sum by (instance) (rate(process_cpu_seconds_total[5m])) > 1.5",
  ],
  "time since a moment": [
    time().sub(process_start_time_seconds).lt(hours(1)),
    "time() - process_start_time_seconds < 3600",
  ],
  "a latency objective": [
    http_request_duration_seconds
      .atMost("0.5")
      .rate("5m")
      .sumBy("job")
      .div(http_request_duration_seconds.count.rate("5m").sumBy("job"))
      .lt(percent(99)),
    'sum by (job) (rate(http_request_duration_seconds_bucket{le="0.5"}[5m])) / sum by (job) (rate(http_request_duration_seconds_count[5m])) < 0.99',
  ],
  "a mean": [
    http_request_duration_seconds.mean("5m", "job").gt(ms(250)),
    "sum by (job) (rate(http_request_duration_seconds_sum[5m])) / sum by (job) (rate(http_request_duration_seconds_count[5m])) > 0.25",
  ],
  "a subquery": [
    errorRate5m.div(errorRate1h).maxOverTime("1h", "1m"),
    "max_over_time((job:http_errors:ratio_rate5m / job:http_errors:ratio_rate1h)[1h:1m])",
  ],
  "a comparison that gives 0 or 1": [up.eq(0).bool().sumBy("job"), "sum by (job) (up == bool 0)"],
  "a difference from what may not be there": [
    shop_queue.sumBy("job").sub(shop_queue.where({ job: "a" }).sumBy("job").or(vector(0))),
    'sum by (job) (shop_queue) - (sum by (job) (shop_queue{job="a"}) or vector(0))',
  ],
  "a sum over what only one side of or has": [
    shop_queue.sumBy("job").or(vector(0)).sumBy("job"),
    "sum by (job) (sum by (job) (shop_queue) or vector(0))",
  ],
  "a join with the first of each": [
    shop_queue.mul(build_info.topk(1, "instance"), { on: ["instance"], groupLeft: ["version"] }),
    "shop_queue * on(instance) group_left(version) topk by (instance) (1, build_info)",
  ],
  "a constant label": [
    shop_queue.withLabel("tier", "web"),
    'label_replace(shop_queue, "tier", "web", "", "")',
  ],
  "what is left of a whole": [number(percent(100)).sub(errorRate5m), "1 - job:http_errors:ratio_rate5m"],
  "a number to the power of a series": [number(2).pow(shop_queue), "2 ^ shop_queue"],
  "a number before a comparison": [number(100).lt(shop_queue), "100 < shop_queue"],
  "how many series of a counter there are": [
    process_cpu_seconds_total.raw().sumBy("job", "instance").countBy("instance"),
    "count by (instance) (sum by (job, instance) (process_cpu_seconds_total))",
  ],
  "a counter that is counted with the label of another metric": [
    process_cpu_seconds_total
      .raw()
      .mul(build_info, { on: ["job", "instance"], groupLeft: ["version"] })
      .countBy("version"),
    "count by (version) (process_cpu_seconds_total * on(job, instance) group_left(version) build_info)",
  ],
  "a condition that an aggregation hides": [
    up.eq(0).series().maxBy("job").condition(),
    "max by (job) (up == 0)",
  ],
  "a condition that a product hides": [
    shop_queue
      .lt(10)
      .series()
      .mul(build_info, { on: ["job", "instance"], groupLeft: ["version"] })
      .condition(),
    "(shop_queue < 10) * on(job, instance) group_left(version) build_info",
  ],
  "the time since what nobody says is a moment": [
    time().sub(shop_queue.mul(1)).gt(600),
    "time() - shop_queue * 1 > 600",
  ],
  "matchers of all kinds": [
    http_requests_total
      .where({ method: ["GET", "POST"] })
      .whereNot({ endpoint: /\/health.*/ })
      .rate("5m"),
    'rate(http_requests_total{method=~"GET|POST", endpoint!~"/health.*"}[5m])',
  ],
};

describe.each(Object.entries(accepted))("%s", (_, [expression, text]) => {
  test("becomes the PromQL that a person would write", () => {
    expect(printPromql(nodeOf(expression))).toBe(text);
  });

  test("is PromQL to the grammar of Prometheus", () => {
    const errors: number[] = [];
    parser.parse(text).iterate({ enter: (node) => void (node.type.isError && errors.push(node.from)) });
    expect(errors).toEqual([]);
  });
});
