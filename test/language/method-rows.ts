// Every method of the language in use: the PromQL it becomes, and the unit of the result.
import type { ExprIn } from "../../generators/language/expression/expression.ts";
import { number } from "../../generators/language/expression/number-before.ts";
import { allOf, anyOf, ratioOf, time, vector } from "../../generators/language/expression/standalone.ts";
import { days, ms, percent, seconds } from "../../generators/language/quantity.ts";
import { app, errorRate5m, infra, shop } from "./example-metrics.ts";

const memory = shop.shop_memory_bytes;
const requests = app.http_requests_total;
const { up, build_info, process_start_time_seconds: started } = infra;
const buckets = app.http_request_duration_seconds.bucket;

/** A method in use; in `text` the names are shortened. */
export interface Row {
  readonly text: string;
  readonly expression: unknown;
  readonly unit: string;
  /** The unit that can be told from the text, where the language knows more. */
  readonly unitInText?: string | undefined;
}

/** A row of a table; that `unit` is the one of the type is checked by the compiler. */
function row<U extends string>(
  text: string,
  expression: ExprIn<U>,
  unit: NoInfer<U>,
  unitInText?: string,
): Row {
  return { text, expression, unit, unitInText };
}

export const rows: readonly Row[] = [
  // Aggregating.
  row("sum(m)", memory.sum(), "bytes"),
  row("sum by (job, type) (m)", memory.sumBy("job", "type"), "bytes"),
  row("sum by () (m)", memory.sumBy(), "bytes"),
  row("sum without (type) (m)", memory.sumWithout("type"), "bytes"),
  row("avg(m)", memory.avg(), "bytes"),
  row("avg by (job) (m)", memory.avgBy("job"), "bytes"),
  row("avg without (job) (m)", memory.avgWithout("job"), "bytes"),
  row("min(m)", memory.min(), "bytes"),
  row("min by (job) (m)", memory.minBy("job"), "bytes"),
  row("min without (job) (m)", memory.minWithout("job"), "bytes"),
  row("max(m)", memory.max(), "bytes"),
  row("max by (job) (m)", memory.maxBy("job"), "bytes"),
  row("max without (job) (m)", memory.maxWithout("job"), "bytes"),
  row("count(m)", memory.count(), "count"),
  row("count by (job) (m)", memory.countBy("job"), "count"),
  row("count without (job) (m)", memory.countWithout("job"), "count"),
  row("group(m)", memory.group(), "bool"),
  row("group by (job) (m)", memory.groupBy("job"), "bool"),
  row("group without (job) (m)", memory.groupWithout("job"), "bool"),
  row("stddev(m)", memory.stddev(), "bytes"),
  row("stddev by (job) (m)", memory.stddevBy("job"), "bytes"),
  row("stddev without (job) (m)", memory.stddevWithout("job"), "bytes"),
  row("stdvar(m)", memory.stdvar(), "none"),
  row("stdvar by (job) (m)", memory.stdvarBy("job"), "none"),
  row("stdvar without (job) (m)", memory.stdvarWithout("job"), "none"),
  row("quantile(0.9, m)", memory.quantile(0.9), "bytes"),
  row("quantile by (job) (0.9, m)", memory.quantileBy(0.9, "job"), "bytes"),
  row("quantile without (job) (0.9, m)", memory.quantileWithout(0.9, "job"), "bytes"),
  row("topk(5, m)", memory.topk(5), "bytes"),
  row("topk by (job) (5, m)", memory.topk(5, "job"), "bytes"),
  row("bottomk(5, m)", memory.bottomk(5), "bytes"),
  row("bottomk by (job) (5, m)", memory.bottomk(5, "job"), "bytes"),
  row('count_values("size", m)', memory.countValues("size"), "count"),
  row('count_values by (job) ("size", m)', memory.countValues("size", "job"), "count"),

  // Calculating.
  row("m + m", memory.add(memory), "bytes"),
  row("m - m", memory.sub(memory), "bytes"),
  // A quantity is a plain number in the text.
  row("m * 0.5", memory.mul(percent(50)), "bytes", "none"),
  row("m * 2", memory.mul(2), "none"),
  row("m / m", memory.div(memory), "ratio"),
  row("m / 60", memory.div(seconds(60)), "bytes/s", "none"),
  row(
    "m / on(job, instance) group_left(version) build_info",
    memory.div(build_info, { on: ["job", "instance"], groupLeft: ["version"] }),
    "bytes",
  ),
  row(
    "build_info / ignoring(type, version) group_right() m",
    build_info.div(memory, { ignoring: ["type", "version"], groupRight: [] }),
    "none",
  ),
  row("m % 1024", memory.mod(1024), "bytes"),
  row("start % 86400", started.mod(86400), "seconds"),
  row("m ^ 2", memory.pow(2), "none"),
  row("start + 604800", started.add(days(7)), "timestamp"),
  row("start - 604800", started.sub(days(7)), "timestamp"),
  row("start - start", started.sub(started), "seconds"),
  row("time() - start", time().sub(started), "seconds"),
  row("time() + 604800", time().add(days(7)), "timestamp"),
  row("time() * 2", time().mul(2), "none"),
  row("time() / time()", time().div(time()), "ratio"),

  // A number on the left.
  row("1 + queue", number(1).add(shop.shop_queue), "orders"),
  row("100 - queue", number(100).sub(shop.shop_queue), "orders"),
  row("1 - errors", number(percent(100)).sub(errorRate5m), "ratio"),
  row("100 - errors * 100", number(percent(100)).sub(errorRate5m.in("percent")), "percent"),
  row("2 * queue", number(2).mul(shop.shop_queue), "none"),
  row("0.5 * m", number(percent(50)).mul(memory), "bytes", "none"),
  row("1 / queue", number(1).div(shop.shop_queue), "none"),
  row("60 / pause", number(seconds(60)).div(app.gc_pause_seconds.quantiles), "ratio", "none"),
  row("100 % queue", number(100).mod(shop.shop_queue), "none"),
  row("2 ^ queue", number(2).pow(shop.shop_queue), "none"),
  row("(-2) ^ queue", number(-2).pow(shop.shop_queue), "none"),
  row("1 - scalar(queue)", number(1).sub(shop.shop_queue.scalar()), "orders"),
  row("100 > queue", number(100).gt(shop.shop_queue), "orders"),
  row("100 >= queue", number(100).gte(shop.shop_queue), "orders"),
  row("100 < queue", number(100).lt(shop.shop_queue), "orders"),
  row("500 < lag", number(ms(500)).lt(app.job_lag_ms), "milliseconds"),
  row("100 <= queue", number(100).lte(shop.shop_queue), "orders"),
  row("0 == errors", number(0).eq(errorRate5m), "ratio"),
  row("100 != queue", number(100).ne(shop.shop_queue), "orders"),
  row("100 < bool queue", number(100).lt(shop.shop_queue).bool(), "bool"),

  // Comparing and combining.
  row("queue > 45", shop.shop_queue.gt(45), "orders"),
  row("queue >= 45", shop.shop_queue.gte(45), "orders"),
  row("queue < 45", shop.shop_queue.lt(45), "orders"),
  row("queue <= 45", shop.shop_queue.lte(45), "orders"),
  row("queue == 45", shop.shop_queue.eq(45), "orders"),
  row("queue != 45", shop.shop_queue.ne(45), "orders"),
  row("queue < bool 45", shop.shop_queue.lt(45).bool(), "bool"),
  row("queue < 45", shop.shop_queue.lt(45).series(), "orders"),
  row("max by (job) (queue < 45)", shop.shop_queue.lt(45).series().maxBy("job").condition(), "orders"),
  row("count(queue < 45)", shop.shop_queue.lt(45).count(), "count"),
  row("count by (job) (queue < 45)", shop.shop_queue.lt(45).countBy("job"), "count"),
  row("queue and on(job) errors", shop.shop_queue.and(errorRate5m, { on: ["job"] }), "orders"),
  row("queue unless up", shop.shop_queue.unless(up), "orders"),
  row("queue or up", shop.shop_queue.or(up), "orders"),
  row(
    "sum by (job) (sum by (job, type) (m) or vector(0))",
    memory.sumBy("job", "type").or(vector(0)).sumBy("job"),
    "bytes",
  ),
  row("up == 0 and queue < 45", up.eq(0).and(shop.shop_queue.lt(45)), "bool"),
  row("(up == 0 or queue < 45) and up", up.eq(0).or(shop.shop_queue.lt(45)).and(up), "bool"),
  row("(up or up * 0) / (up > 0)", ratioOf(up, up), "ratio"),
  row("up == 0 and up == 1", allOf(up.eq(0), up.eq(1)), "none", "bool"),
  row("up == 0 or up == 1", anyOf(up.eq(0), up.eq(1)), "none", "bool"),

  // Selecting.
  row('m{type!="video"}', memory.whereNot({ type: "video" }), "bytes"),
  row("m offset 1h", memory.offset("1h"), "bytes"),
  row("m @ end()", memory.at("end()"), "bytes"),

  // Functions of each value.
  row("abs(m)", memory.abs(), "bytes"),
  row("ceil(m)", memory.ceil(), "bytes"),
  row("floor(m)", memory.floor(), "bytes"),
  row("round(m)", memory.round(), "bytes"),
  row("round(m, 0.5)", memory.round(0.5), "bytes"),
  row("clamp(lag, 0, 500)", app.job_lag_ms.clamp(0, ms(500)), "milliseconds"),
  row("clamp_min(lag, 2000)", app.job_lag_ms.clampMin(seconds(2)), "milliseconds"),
  row("clamp_max(lag, 500)", app.job_lag_ms.clampMax(ms(500)), "milliseconds"),
  row("-m", memory.neg(), "bytes"),
  row("sgn(m)", memory.sgn(), "none"),
  row("exp(m)", memory.exp(), "none"),
  row("ln(m)", memory.ln(), "none"),
  row("log2(m)", memory.log2(), "none"),
  row("log10(m)", memory.log10(), "none"),
  row("sqrt(m)", memory.sqrt(), "none"),
  row("sort(m)", memory.sort(), "bytes"),
  row("sort_desc(m)", memory.sortDesc(), "bytes"),
  row("timestamp(m)", memory.timestamp(), "timestamp"),
  row("absent(m)", memory.absent(), "none"),
  row("scalar(m)", memory.scalar(), "bytes"),
  row("vector(1)", vector(1), "none"),
  row("vector(time())", vector(time()), "timestamp"),

  // Units, dates and labels.
  row("m * 8", memory.in("bits"), "bits", "none"),
  row("m / 1000000", memory.in("megabytes"), "megabytes", "none"),
  row("errors * 100", errorRate5m.in("percent"), "percent"),
  row("lag / 1000", app.job_lag_ms.in("seconds"), "seconds", "none"),
  row("m", memory.in("bytes"), "bytes"),
  row("m", memory.as("kilometres"), "kilometres", "bytes"),
  row("minute(start)", started.minute(), "none"),
  row("hour(start)", started.hour(), "none"),
  row("day_of_week(start)", started.dayOfWeek(), "none"),
  row("day_of_month(start)", started.dayOfMonth(), "none"),
  row("day_of_year(start)", started.dayOfYear(), "none"),
  row("days_in_month(start)", started.daysInMonth(), "none"),
  row("month(start)", started.month(), "none"),
  row("year(start)", started.year(), "none"),
  row(
    'label_replace(m, "kind", "$1", "type", "(.).*")',
    memory.labelReplace("kind", "$1", "type", /(.).*/),
    "bytes",
  ),
  row('label_replace(m, "tier", "web", "", "")', memory.withLabel("tier", "web"), "bytes"),
  row('label_replace(m, "price", "5 $$", "", "")', memory.withLabel("price", "5 $"), "bytes"),
  row('label_replace(m, "type", "", "", "")', memory.withLabel("type", ""), "bytes"),
  row('label_join(m, "at", "/", "job", "instance")', memory.labelJoin("at", "/", "job", "instance"), "bytes"),

  // Over time.
  row("avg_over_time(m[5m])", memory.avgOverTime("5m"), "bytes"),
  row("min_over_time(m[5m])", memory.minOverTime("5m"), "bytes"),
  row("max_over_time(m[5m])", memory.maxOverTime("5m"), "bytes"),
  row("sum_over_time(m[5m])", memory.sumOverTime("5m"), "bytes"),
  row("last_over_time(m[5m])", memory.lastOverTime("5m"), "bytes"),
  row("stddev_over_time(m[5m])", memory.stddevOverTime("5m"), "bytes"),
  row("stdvar_over_time(m[5m])", memory.stdvarOverTime("5m"), "none"),
  row("count_over_time(m[5m])", memory.countOverTime("5m"), "count"),
  row("present_over_time(m[5m])", memory.presentOverTime("5m"), "bool"),
  row("quantile_over_time(0.9, m[5m])", memory.quantileOverTime(0.9, "5m"), "bytes"),
  row("quantile_over_time(0.9, m[5m:1m])", memory.quantileOverTime(0.9, "5m", "1m"), "bytes"),
  row("max_over_time(sum(m)[1h:])", memory.sum().maxOverTime("1h"), "bytes"),
  row("absent_over_time(m[5m])", memory.absentOverTime("5m"), "none"),

  // Gauges, counters, histograms and summaries.
  row("changes(m[5m])", memory.changes("5m"), "count"),
  row("delta(m[5m])", memory.delta("5m"), "bytes"),
  row("delta(start[5m])", started.delta("5m"), "seconds"),
  row("idelta(m[5m])", memory.idelta("5m"), "bytes"),
  row("deriv(m[5m])", memory.deriv("5m"), "bytes/s"),
  row("predict_linear(m[1d], 604800)", memory.predictLinear("1d", days(7)), "bytes"),
  row("rate(requests[5m])", requests.rate("5m"), "count/s"),
  row("irate(requests[5m])", requests.irate("5m"), "count/s"),
  row("increase(requests[5m])", requests.increase("5m"), "count"),
  row("resets(requests[5m])", requests.resets("5m"), "count"),
  row("requests", requests.raw(), "count"),
  row("count by (job) (requests)", requests.countBy("job"), "count"),
  row("group without (method) (requests)", requests.groupWithout("method"), "bool"),
  row(
    "count by (job) (sum by (job, method) (requests))",
    requests.raw().sumBy("job", "method").countBy("job"),
    "count",
  ),
  row("rate(cpu[5m])", infra.process_cpu_seconds_total.rate("5m"), "seconds/s"),
  row("histogram_quantile(0.9, rate(took_bucket[5m]))", buckets.rate("5m").histogramQuantile(0.9), "seconds"),
  row(
    "histogram_quantile(0.9, sum without (job) (increase(took_bucket[5m])))",
    buckets.increase("5m").sumWithout("job").histogramQuantile(0.9),
    "seconds",
  ),
  row(
    "histogram_fraction(0, 0.5, sum by (le) (rate(took_bucket[5m])))",
    buckets.rate("5m").sumBy("le").histogramFraction(0, ms(500)),
    "ratio",
  ),
  row("rate(took_bucket[5m])", buckets.rate("5m").asVector(), "count/s"),
  row("changes(sum(m)[1h:1m])", memory.sum().changes("1h", "1m"), "count"),
  row("delta(sum(m)[1h:1m])", memory.sum().delta("1h", "1m"), "bytes"),
  row("idelta(sum(m)[1h:5m])", memory.sum().idelta("1h", "5m"), "bytes"),
  row("deriv(sum(m)[1h:])", memory.sum().deriv("1h"), "bytes/s"),
  row("predict_linear(sum(m)[6h:5m], 60)", memory.sum().predictLinear("6h", seconds(60), "5m"), "bytes"),
  row("delta(start[1h:])", started.delta("1h", "evaluation interval"), "seconds"),
  row("max_over_time(m[24h:])", memory.maxOverTime("24h", "evaluation interval"), "bytes"),
  row("changes(requests[5m])", requests.raw().changes("5m"), "count"),
  row(
    "increase(max without (status) (requests)[15m:1m])",
    requests.raw().maxWithout("status").asCounter().increase("15m", "1m"),
    "count",
  ),
  row(
    "rate(max without (status) (requests)[15m:1m])",
    requests.raw().maxWithout("status").asCounter().rate("15m", "1m"),
    "count/s",
  ),
  row(
    "irate(max without (status) (requests)[15m:])",
    requests.raw().maxWithout("status").asCounter().irate("15m", "evaluation interval"),
    "count/s",
  ),
  row(
    "resets(max without (status) (requests)[1h:1m])",
    requests.raw().maxWithout("status").asCounter().resets("1h", "1m"),
    "count",
  ),
  row("increase(took_bucket[5m])", buckets.increase("5m").asVector(), "count"),
  row(
    "histogram_quantile(0.9, rate(took_bucket[5m]) * 2)",
    buckets.rate("5m").asVector().mul(2).asBuckets("seconds").histogramQuantile(0.9),
    "seconds",
  ),
  row("sum by (job) (rate(took_bucket[5m]))", buckets.rate("5m").sumBy("job"), "count/s"),
  row(
    "histogram_quantile(0.9, sum by (le) (rate(took_bucket[5m])))",
    app.http_request_duration_seconds.quantile(0.9, "5m"),
    "seconds",
  ),
  row(
    "sum(rate(took_sum[5m])) / sum(rate(took_count[5m]))",
    app.http_request_duration_seconds.mean("5m"),
    "seconds",
  ),
  row('pause{quantile="0.99"}', app.gc_pause_seconds.quantiles.where({ quantile: "0.99" }), "seconds"),
  row(
    "rate(pause_sum[5m]) / rate(pause_count[5m])",
    app.gc_pause_seconds.sum.rate("5m").div(app.gc_pause_seconds.count.rate("5m")),
    "seconds",
  ),
];
