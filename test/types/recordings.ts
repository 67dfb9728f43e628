// Recordings. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { everyRecording } from "../../generators/language/every-recording.ts";
import { percent, seconds } from "../../generators/language/quantity.ts";
import { foreignRecording, recording } from "../../generators/language/recording.ts";
import { ruleGroup } from "../../generators/language/rule-group.ts";
import { app, errorRate5m } from "../language/example-metrics.ts";

const tested = { example: { given: [], expect: percent(5) } } as const;
recording("job:http_errors:max", errorRate5m, tested);

// @ts-expect-error a recording without an example
recording("job:http_errors:max", errorRate5m);
// @ts-expect-error a recording without an example
recording("job:http_errors:max", errorRate5m, { help: "x" });
// @ts-expect-error a name without levels
recording("http_error_rate", errorRate5m, tested);
// @ts-expect-error a name without operations
recording("job:http_errors:", errorRate5m, tested);
// @ts-expect-error a name without a metric
recording("job::rate5m", errorRate5m, tested);
// @ts-expect-error a name of four parts
recording("job:http:errors:rate5m", errorRate5m, tested);
// @ts-expect-error a group is made by ruleGroup()
recording("job:http_errors:max", errorRate5m, { ...tested, group: "fast" });
// @ts-expect-error a misspelt option
recording("job:http_errors:max", errorRate5m, { ...tested, halp: "x" });

// A recording is used like a metric, and keeps the value sets of its labels.
const byMethod = recording(
  "job_method:http_requests:rate5m",
  app.http_requests_total.rate("5m").sumBy("job", "method"),
  {
    help: "Requests by method.",
    group: ruleGroup("fast", { every: "15s" }),
    allow: { check: "a reason" },
    example: { given: [], expect: 5 },
  },
);
byMethod.where({ method: "GET" }).gt(5);
// @ts-expect-error and refuses other values
byMethod.where({ method: "GTE" });
// @ts-expect-error and keeps its unit
byMethod.gt(percent(5));
// @ts-expect-error and is no counter
byMethod.rate("5m");

// What the rule adds is a label of the result, of that value only, and replaces a label of the expression.
const ofTier = recording("method:http_requests:rate5m", app.http_requests_total.rate("5m").sumBy("method"), {
  labels: { tier: "web", method: "all" },
  example: { given: [], expect: 5 },
});
ofTier.where({ tier: "web", method: "all" }).gt(5);
ofTier.maxBy("tier");
// @ts-expect-error another value than the rule adds
ofTier.where({ tier: "wbe" });
// @ts-expect-error the value of the expression is replaced
ofTier.where({ method: "GET" });
// @ts-expect-error a label that neither has
ofTier.maxBy("path");
recording("job:http_errors:max", errorRate5m, {
  ...tested,
  // @ts-expect-error a label is text
  labels: { tier: 1 },
});

// All recordings of a name: the labels that all have, each with the values that it has in any.
const byRequests = app.http_requests_total.rate("5m");
const web = recording("method:http_requests:rate5m", byRequests.sumBy("method"), {
  labels: { tier: "web" },
  example: { given: [], expect: 5 },
});
const api = recording("method:http_requests:rate5m", byRequests.sum(), {
  labels: { tier: "api" },
  example: { given: [], expect: 5 },
});
const tiers = everyRecording(web, api);
tiers.where({ tier: "api" }).sumBy("tier").gt(5);
// @ts-expect-error a value that none of them has
tiers.where({ tier: "apl" });
// @ts-expect-error a label that only one of them has
tiers.sumBy("method");
// @ts-expect-error another unit
tiers.gt(percent(5));
// @ts-expect-error one is not several
everyRecording(web);
// @ts-expect-error other units
everyRecording(web, recording("job:http_errors:max", errorRate5m, tested));

// A name that somebody else chose is any, and all else is the same.
foreignRecording("instance:http:rate:sum", byRequests.sumBy("method"), {
  labels: { tier: "web" },
  example: { given: [], expect: 5 },
}).where({ tier: "web" });
// @ts-expect-error a recording without an example
foreignRecording("count:up1", errorRate5m, { help: "x" });

// What is recorded of buckets has their quantiles, in the unit observed, and no value of its own.
const rates = recording(
  "endpoint:http_request_duration_seconds_bucket:rate5m",
  app.http_request_duration_seconds.bucket.rate("5m").sumBy("endpoint", "le"),
  { example: { given: [], expect: 100 }, labels: { tier: "web" } },
);
rates.where({ tier: "web" }).offset("1h").sumBy("endpoint", "le").histogramQuantile(0.9).gt(seconds(1));
rates.asVector().mul(2).asBuckets("seconds").histogramQuantile(0.9).gt(seconds(1));
// @ts-expect-error another value than the rule adds
rates.where({ tier: "wbe" });
// @ts-expect-error buckets are compared by their quantile
rates.gt(5);
// @ts-expect-error no quantile without le
rates.sumBy("endpoint").histogramQuantile(0.9);
// @ts-expect-error no buckets without le
rates.sumBy("endpoint").asBuckets("seconds");
// @ts-expect-error a unit that is misspelt
rates.asVector().asBuckets("sec");
// @ts-expect-error what is observed is in seconds
rates.histogramQuantile(0.9).gt(percent(5));
