// Functions over any metric that has the labels they need, as packs of alerts are written.
import type { Condition } from "../../generators/language/expression/condition.ts";
import type { AlertCondition } from "../../generators/language/expression/expression.ts";
import type { Counter, Gauge } from "../../generators/language/expression/series.ts";
import { allOf, anyOf, ratioOf } from "../../generators/language/expression/standalone.ts";
import type { Vector } from "../../generators/language/expression/vector.ts";
import type { Labels, Name } from "../../generators/language/label.ts";
import type { Histogram } from "../../generators/language/expression/histogram.ts";
import type { Duration } from "../../generators/language/duration.ts";
import { percent, ratio, type Quantity } from "../../generators/language/quantity.ts";
import { app, errorRate1h, errorRate5m, infra, shop } from "../language/example-metrics.ts";
import { pinned } from "./pinned.ts";
import { expectSame, type Same } from "./same.ts";

// A pack says the labels that it needs; a metric with more of them fits too.
const errorRatio = (requests: Counter<{ job: string; status: string }, "count">, range: Duration) =>
  requests.where({ status: /5../ }).rate(range).sumBy("job").div(requests.rate(range).sumBy("job"));
errorRatio(app.http_requests_total, "5m").gt(percent(5));
errorRatio(pinned.http_requests_total, "5m").gt(percent(5));
// @ts-expect-error a metric without the label
errorRatio(shop.shop_order_failures_total, "5m");
// @ts-expect-error a gauge
errorRatio(infra.up, "5m");

// Or it stays generic over the labels: `by` is checked against the metric that is given.
const availability = <L extends Labels, K extends Name<L>>(
  events: { bad: Counter<L, "count">; all: Counter<L, "count"> },
  range: Duration,
  ...by: K[]
) => ratioOf(events.bad.rate(range).sumBy(...by), events.all.rate(range).sumBy(...by));
const requests = { bad: app.http_requests_total.where({ status: /5../ }), all: app.http_requests_total };
availability(requests, "5m", "job", "endpoint").gt(percent(5));
// @ts-expect-error a label that these metrics have not
availability(requests, "5m", "endpont");

const duration = app.http_request_duration_seconds;
const fast = { bad: duration.atMost("0.5"), all: duration.count };
expectSame<Same<ReturnType<typeof availability<{ job: string }, "job">>, Vector<{ job: string }, "ratio">>>();
availability<{ job: string }, "job">(fast, "5m", "job").lt(percent(99));

// A burn rate over two windows, the same for every objective.
const burnRate = <L extends Labels>(
  long: Vector<L, "ratio">,
  short: Vector<L, "ratio">,
  budget: Quantity<"ratio">,
): AlertCondition<L> => allOf(long.gt(budget.times(14.4)), short.gt(budget.times(14.4)));
burnRate(errorRate1h, errorRate5m, ratio(0.001));

const either = anyOf(errorRate1h.gt(percent(5)), errorRate5m.gt(percent(5)));
expectSame<Same<typeof either, Condition<{ job: string }, "none">>>();
// @ts-expect-error sides of other labels
allOf(errorRate5m.gt(percent(5)), infra.up.sum().eq(0));

const latency = (histogram: Histogram<{ job: string }, "seconds", string>) =>
  histogram.quantile(0.95, "5m", "job");
latency(app.http_request_duration_seconds);
latency(pinned.http_request_duration_seconds);

// What a metric is pinned to is no hindrance.
const hottest = (gauge: Gauge<{ job: string }, "degrees">) => gauge.maxBy("job");
hottest(pinned.temperature);
const gone = (gauge: Gauge<{ job: string }, "degrees">): AlertCondition<{}> => gauge.absent();
gone(pinned.temperature);
