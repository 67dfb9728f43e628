// Counters, gauges, histograms and conditions in the wrong place. Each line under a `@ts-expect-error` must not compile.
import type { AlertCondition } from "../../generators/language/expression/expression.ts";
import type { Labels } from "../../generators/language/label.ts";
import { gib, kilobytesPerSecond, ms, percent } from "../../generators/language/quantity.ts";
import { recording } from "../../generators/language/recording.ts";
import { app, infra, shop } from "../language/example-metrics.ts";

const requests = app.http_requests_total;
const duration = app.http_request_duration_seconds;
const memory = shop.shop_memory_bytes;
const errors = requests
  .where({ status: /5../ })
  .rate("5m")
  .sumBy("job")
  .div(requests.rate("5m").sumBy("job"));
declare function alertWhen(condition: AlertCondition<Labels>): void;

// @ts-expect-error rate() of a gauge
memory.rate("5m");
// @ts-expect-error increase() of a gauge
memory.increase("5m");
// @ts-expect-error deriv() of a counter
requests.deriv("5m");
// @ts-expect-error a counter as it is
requests.gt(100);
// @ts-expect-error aggregation of a counter before rate()
requests.sumBy("job");
// @ts-expect-error rate() of a rate
requests.rate("5m").rate("5m");
// @ts-expect-error an average over time of a counter as it is
requests.avgOverTime("5m");

// @ts-expect-error a histogram as it is
duration.rate("5m");
// @ts-expect-error histogram_quantile() without le
duration.bucket.rate("5m").sumBy("job").histogramQuantile(0.95);
// @ts-expect-error histogram_quantile() of what is no histogram
requests.rate("5m").histogramQuantile(0.95);
// @ts-expect-error le taken away
duration.bucket.rate("5m").sumWithout("le");
// @ts-expect-error a bucket that the histogram has not
duration.atMost("0.3");
// @ts-expect-error a label that the histogram has not
duration.where({ nowhere: "a" });
// @ts-expect-error a quantile that the summary has not
app.gc_pause_seconds.quantiles.where({ quantile: "0.9" });
// @ts-expect-error histogram_fraction() between bare numbers
duration.bucket.rate("5m").histogramFraction(0, 0.5);
// @ts-expect-error the buckets of a latency still have le
duration.atMost("0.5").rate("5m").div(duration.count.rate("5m"));

// @ts-expect-error an alert without a condition fires for ever
alertWhen(errors);
// @ts-expect-error `> bool` is no condition either
alertWhen(errors.gt(percent(5)).bool());
// @ts-expect-error a condition is not added up
infra.up.eq(0).add(1);
// @ts-expect-error an `or` of a condition and of what always holds is no condition
infra.up.eq(0).or(infra.up);
// @ts-expect-error a recording of a counter's raw value
recording("job:http_requests:total", requests);

// @ts-expect-error a label that the counted series do not have
requests.countBy("pool");

// @ts-expect-error what an aggregation makes of a condition is not said to be one
alertWhen(infra.up.eq(0).series().maxBy("job"));
// @ts-expect-error nothing hides a condition in a counter
requests.condition();

// What is right compiles.
alertWhen(infra.up.eq(0).series().maxBy("job").condition());
requests.countBy("job").gt(5);
alertWhen(errors.gt(percent(5)));
alertWhen(infra.up.absent({ job: "x" }).or(infra.up.eq(0)));
alertWhen(requests.absentOverTime("1h"));
requests.raw().lastOverTime("5m").gt(100);
duration.bucket.rate("5m").sumBy("le").histogramFraction(0, ms(500)).lt(percent(99));

// Of results too, as subqueries; of a counter only what says that it is meant.
memory.sum().deriv("1h", "5m").gt(kilobytesPerSecond(1));
memory.maxOverTime("24h", "evaluation interval").gt(gib(1));
requests.raw().changes("5m").gt(3);
requests.raw().maxWithout("status").asCounter().increase("15m", "1m").gt(3);
// @ts-expect-error no step of that kind
memory.maxOverTime("24h", "always");
// @ts-expect-error its growth is compared, not itself
requests.raw().maxWithout("status").asCounter().gt(3);
