// What authors get wrong, with the whole of what the build then says. Each mistake stands in a file of its own, below `preamble`.

/** A mistake: the line with it is the first, or the one that ends in `// here`. */
export interface Mistake {
  readonly code: string;
  readonly says: string;
  readonly fix: string;
}

export const preamble = `import { alert, asLabel, counter, days, everyJob, failing, gauge, grows, histogram, holds, jsonEndpoint, jsonFields, metrics, mib, minutes, ms, percent, quantile, query, recording, restarts, runs, scrapeJob, seconds, severity, share, stat, time, timeLeft } from "signalbox";
const shop = scrapeJob("shop", { description: "The shop.", targets: ["localhost:9100"] });
const m = metrics(shop, {
  shop_orders_total: counter({ help: "Orders.", labels: { result: ["sold", "failed"] } }),
  shop_failures_total: counter({ help: "Failures.", unit: "failures" }),
  shop_memory_bytes: gauge({ help: "Memory.", unit: "bytes", labels: { type: ["heap", "cache"] } }),
  shop_fps: gauge({ help: "Frames.", unit: "fps" }),
  shop_load: gauge({ help: "Load.", unit: "ratio" }),
  shop_queue: gauge({ help: "Queue.", unit: "tickets" }),
  shop_expiry: gauge({ help: "Expiry.", unit: "timestamp" }),
  shop_wait: gauge({ help: "Wait.", unit: "milliseconds" }),
  shop_seconds: histogram({ help: "Answer.", unit: "seconds", buckets: [0.1, 0.5, 1] }),
});
const failed = m.shop_orders_total.where({ result: "failed" });
const page = severity("page", { rank: 1, response: "now", color: "red" });
const about = { severity: page, component: "orders", for: "5m", summary: "Slow", description: "Slow.", impact: "None.", actions: ["Look."] } as const;
const till = jsonEndpoint("till", { description: "A till.", targets: ["http://localhost:1"], sample: { price: "12.5" } });
const { till_price } = metrics(till, { till_price: gauge({ help: "Price.", unit: "euros" }) });
const played = holds(m.shop_fps, { ok: 60, firing: 44 });
export const all = [alert, asLabel, about, counter, days, everyJob, failed, failing, gauge, grows, histogram, holds, jsonEndpoint, jsonFields, m, metrics, mib, minutes, ms, percent, played, query, recording, restarts, runs, scrapeJob, seconds, severity, share, stat, till, till_price, time, timeLeft];
`;

export const mistakes: Readonly<Record<string, Mistake>> = {
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
  "a slope of a result": {
    code: `m.shop_load.mul(2).deriv("5m");`,
    says: "deriv() is for gauges, but this is a result [TS2551]",
    fix: 'record it with recording(…) and call .deriv("5m") on that, or call it on the gauge itself',
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
    fix: 'write .increase("5m"); if shop_orders_total can fall, declare it with gauge({ … })',
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
  "a ratio where data is compared": {
    code: `m.shop_memory_bytes.sum().gt(percent(80));`,
    says: "the value is in bytes, but percent(80) is a ratio [TS2345]",
    fix: "write an amount of data: bytes(…), kilobytes(…), megabytes(…), gigabytes(…), kib(…), mib(…) or gib(…); for a share, divide by the whole first: .div(…).gt(percent(80))",
  },
  "a bare number where data is compared": {
    code: `m.shop_memory_bytes.sum().gt(1000000);`,
    says: "the value is in bytes, but 1000000 has no unit [TS2345]",
    fix: "add the unit: bytes(1000000), kilobytes(1000000), megabytes(1000000), gigabytes(1000000), kib(1000000), mib(1000000) or gib(1000000)",
  },
  "a bare number where a ratio is compared": {
    code: `m.shop_load.gt(0.8);`,
    says: "the value is a ratio, but 0.8 has no unit [TS2345]",
    fix: "add the unit: ratio(0.8) or percent(80)",
  },
  "percent as a bare number": {
    code: `m.shop_load.gt(5);`,
    says: "the value is a ratio, but 5 has no unit [TS2345]",
    fix: "add the unit: percent(5) or factor(5)",
  },
  "a threshold after a multiplication": {
    code: `m.shop_load.mul(100).gt(percent(80));`,
    says: "the unit of the value is unknown after .mul(100), but percent(80) is a ratio [TS2345]",
    fix: "leave out .mul(100): the ratio itself compares with percent(80)",
  },
  "data after a multiplication": {
    code: `m.shop_memory_bytes.mul(100).gt(mib(80));`,
    says: "the unit of the value is unknown after .mul(100), but mib(80) is an amount of data [TS2345]",
    fix: 'name the unit first: .as("bytes").gt(mib(80))',
  },
  "a ratio that was worked out of different units": {
    code: `m.shop_fps.div(m.shop_queue).gt(percent(5));`,
    says: "the unit of the value is unknown after .div(m.shop_queue), but percent(5) is a ratio [TS2345]",
    fix: 'name the unit first: .as("ratio").gt(percent(5))',
  },
  "a length of time where tickets are compared": {
    code: `m.shop_queue.gt(seconds(5));`,
    says: "the value is in tickets, which takes plain numbers, but seconds(5) is a length of time [TS2345]",
    fix: "write a plain number, .gt(5), or correct the unit of the metric",
  },
  "a bare number of seconds": {
    code: `time().sub(m.shop_expiry).gt(1800);`,
    says: "the value is in seconds, but 1800 has no unit [TS2345]",
    fix: "add the unit: ms(1800), seconds(1800), minutes(1800), hours(1800) or days(1800)",
  },
  "a timestamp compared with a length of time": {
    code: `m.shop_expiry.lt(days(7));`,
    says: "the value is a point in time (seconds since 1970), but days(7) is not [TS2345]",
    fix: "compare how far away it is: .sub(time()).lt(days(7)) for the future, time().sub(…).lt(days(7)) for the past",
  },
  "fps added to failures": {
    code: `m.shop_fps.add(m.shop_failures_total.increase("5m"));`,
    says: "the left side is in fps, the right side in failures: they cannot be added [TS2345]",
    fix: 'use two series that measure the same thing; if these do, give their metrics the same unit, or put .as("fps") on the right side',
  },
  "fps compared with tickets": {
    code: `m.shop_fps.gt(m.shop_queue);`,
    says: "the left side is in fps, the right side in tickets: they cannot be compared [TS2345]",
    fix: 'use two series that measure the same thing; if these do, give their metrics the same unit, or put .as("fps") on the right side',
  },
  "milliseconds compared with seconds": {
    code: `m.shop_wait.gt(m.shop_seconds.mean("5m"));`,
    says: "the left side is in milliseconds, the right side in seconds: they cannot be compared [TS2345]",
    fix: 'convert the right side: .in("milliseconds")',
  },
  "bytes converted to days": {
    code: `m.shop_memory_bytes.in("days");`,
    says: 'a data unit cannot be converted to "days" [TS2345]',
    fix: 'write "bits", "bytes", "gibibytes", "gigabytes", "kibibytes", "kilobytes", "mebibytes" or "megabytes"',
  },
  "a trend a bare number ahead": {
    code: `m.shop_memory_bytes.predictLinear("1h", 14400);`,
    says: "this takes a length of time, but 14400 has no unit [TS2345]",
    fix: "add the unit: ms(14400), seconds(14400), minutes(14400), hours(14400) or days(14400)",
  },
  "a label that an aggregation dropped": {
    code: `m.shop_orders_total.rate("5m").sumBy("job").sumBy("result");`,
    says: "there is no label 'result' here [TS2345]",
    fix: "use job, the only label there is; if you need result, keep it in the aggregation before",
  },
  "a label after all of them were dropped": {
    code: `m.shop_orders_total.rate("5m").sum().sumBy("job");`,
    says: "there is no label 'job' here: no label is left [TS2345]",
    fix: 'keep it in the aggregation before, as in .sumBy("job"), or leave it out here',
  },
  "a label that never was": {
    code: `m.shop_orders_total.rate("5m").sumBy("endpont");`,
    says: "there is no label 'endpont' here [TS2345]",
    fix: "use one of instance, job or result",
  },
  "a matcher of a label that never was": {
    code: `m.shop_orders_total.where({ color: "red" });`,
    says: "there is no label 'color' here [TS2353]",
    fix: "use one of instance, job or result",
  },
  "a matcher of a misspelt label": {
    code: `m.shop_orders_total.where({ reslt: "sold" });`,
    says: "there is no label 'reslt' here [TS2561]",
    fix: "write result",
  },
  "a value that the label never has": {
    code: `m.shop_orders_total.where({ result: "lost" });`,
    says: "the label 'result' never has the value \"lost\" [TS2322]",
    fix: 'write "failed" or "sold", or add "lost" to the label\'s values in metrics({ … })',
  },
  "a label in a text that the alert has not": {
    code: `alert({
  ...about,
  expr: m.shop_fps.avgBy("job").lt(45),
  scenario: played,
  summary: ({ labels }) => labels.instance, // here
});`,
    says: "there is no label 'instance' here [TS2339]",
    fix: "use job, the only label there is",
  },
  "a legend with a label that the query has not": {
    code: `query(m.shop_fps.avgBy("job"), { legend: ($) => $.instance });`,
    says: "there is no label 'instance' here [TS2339]",
    fix: "use job, the only label there is",
  },
  "a label in absent() that the metric has not": {
    code: `m.shop_fps.absent({ jbo: "shop" });`,
    says: "there is no label 'jbo' here [TS2353]",
    fix: "use one of instance or job",
  },
  "a join on a label that never was": {
    code: `m.shop_fps.div(m.shop_queue, { on: ["color"] });`,
    says: "there is no label 'color' here [TS2322]",
    fix: "use one of instance or job",
  },
  "sides that never match": {
    code: `m.shop_fps.sumBy("job").div(m.shop_queue.sum());`,
    says: "the two sides never match: only the left one has the label 'job' [TS2345]",
    fix: "say which labels must match, { on: [ … ] } or { ignoring: [ … ] } as the second argument, or sum both sides by the same labels",
  },
  "5min": {
    code: `m.shop_orders_total.rate("5min");`,
    says: '"5min" is not a duration [TS2345]',
    fix: 'write "5m"',
  },
  "5 minutes": {
    code: `m.shop_orders_total.rate("5 minutes");`,
    says: '"5 minutes" is not a duration [TS2345]',
    fix: 'write "5m"',
  },
  "a duration as a number": {
    code: `m.shop_orders_total.rate(5);`,
    says: "5 is not a duration [TS2345]",
    fix: 'write "5s", if you mean seconds',
  },
  "a duration as an amount": {
    code: `m.shop_orders_total.rate(minutes(5));`,
    says: "minutes(5) is not a duration [TS2345]",
    fix: 'write "5m"',
  },
  "for: 300": {
    code: `alert({
  ...about,
  expr: m.shop_fps.lt(45),
  for: 300, // here
  scenario: played,
});`,
    says: "300 is not a duration [TS2322]",
    fix: 'write "5m", if you mean seconds',
  },
  "for: 5min": {
    code: `alert({
  ...about,
  expr: m.shop_fps.lt(45),
  for: "5min", // here
  scenario: played,
});`,
    says: '"5min" is not a duration [TS2322]',
    fix: 'write "5m"',
  },
  "a variable of a dashboard as for": {
    code: `alert({ ...about, for: "\$__interval", expr: m.shop_fps.lt(45), scenario: played });`,
    says: '"$__interval" is a dashboard variable, which a rule does not know [TS2322]',
    fix: 'write a fixed one, such as "5m"',
  },
  "every: 15": {
    code: `scrapeJob("x", { description: "X.", targets: ["a:1"], every: 15 });`,
    says: "15 is not a duration [TS2322]",
    fix: 'write "15s", if you mean seconds',
  },
  "an expression without a condition": {
    code: `alert({
  ...about,
  expr: m.shop_fps, // here
  scenario: played,
});`,
    says: "the expression always has a value, so the alert would always fire [TS2322]",
    fix: "say when it fires: a comparison such as .gt(…) or .lt(…) with a threshold in fps, or .absent()",
  },
  "a counter as a condition": {
    code: `alert({ ...about, expr: m.shop_orders_total, scenario: played });`,
    says: "a counter alone says nothing: the alert would always fire [TS2322]",
    fix: 'take its growth and compare it: .rate("5m").gt(…) or .increase("5m").gt(…)',
  },
  "up as a condition": {
    code: `alert({ ...about, expr: everyJob.up, scenario: played });`,
    says: "the expression always has a value, so the alert would always fire [TS2322]",
    fix: "say when it fires: .eq(0) or .eq(1)",
  },
  "a condition with bool()": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45).bool(), scenario: played });`,
    says: "after .bool() there is always a value, 0 or 1: the alert would always fire [TS2322]",
    fix: "leave out .bool()",
  },
  "a condition or a vector": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45).or(m.shop_queue), scenario: played });`,
    says: "or() joins conditions, but this is a gauge [TS2741]",
    fix: "say when this side holds: a comparison such as .gt(…) or .lt(…) with a threshold in tickets, or .absent()",
  },
  "a comparison of JavaScript": {
    code: `alert({ ...about, expr: m.shop_fps < 45, scenario: played });`,
    says: "JavaScript's < does not work on PromQL expressions [TS2365]",
    fix: "write .lt(45)",
  },
  "a condition as text": {
    code: `alert({ ...about, expr: "shop_fps < 45", scenario: played });`,
    says: "a condition is an expression, but this is text [TS2322]",
    fix: "write the metric and a comparison, such as shop_fps.lt(45), or promql`shop_fps < 45` for PromQL as text",
  },
  "holds() of a counter": {
    code: `holds(m.shop_orders_total, { ok: 1, firing: 2 });`,
    says: "holds() takes a gauge, but m.shop_orders_total is a counter [TS2740]",
    fix: 'write runs(m.shop_orders_total, { ok: …, firing: … }) for its growth per second, or grows(m.shop_orders_total, "5m", { ok: …, firing: … }) for its growth in 5 minutes',
  },
  "holds() of a result": {
    code: `holds(m.shop_fps.avg(), { ok: 1, firing: 2 });`,
    says: "holds() takes a gauge, but m.shop_fps.avg() is a result [TS2740]",
    fix: "write the gauge itself, or a recording: what is computed from it follows",
  },
  "holds() of a histogram": {
    code: `holds(m.shop_seconds, { ok: seconds(1), firing: seconds(2) });`,
    says: "holds() takes a gauge, but m.shop_seconds is a histogram [TS2740]",
    fix: "write quantile(m.shop_seconds, 0.95, { ok: …, firing: … }) for its quantile",
  },
  "runs() of a gauge": {
    code: `runs(m.shop_fps, { ok: 1, firing: 2 });`,
    says: "runs() takes a counter, but m.shop_fps is a gauge [TS2739]",
    fix: "write holds(m.shop_fps, { ok: …, firing: … }) for its value",
  },
  "runs() of a rate": {
    code: `runs(m.shop_orders_total.rate("5m"), { ok: 1, firing: 2 });`,
    says: 'runs() takes a counter, but m.shop_orders_total.rate("5m") is a result [TS2740]',
    fix: "write the counter itself, or a recording: what is computed from it follows",
  },
  "quantile() of a gauge": {
    code: `quantile(m.shop_wait, 0.95, { ok: ms(60), firing: ms(600) });`,
    says: "quantile() takes a histogram, but m.shop_wait is a gauge [TS2739]",
    fix: "write holds(m.shop_wait, { ok: …, firing: … }) for its value",
  },
  "share() of a gauge": {
    code: `share(m.shop_fps, m.shop_fps, { ok: 0, firing: percent(5) });`,
    says: "share() takes a counter, but m.shop_fps is a gauge [TS2739]",
    fix: "give it two counters: the part and the rest",
  },
  "timeLeft() of a length of time": {
    code: `timeLeft(m.shop_wait, { ok: days(60), firing: days(6) });`,
    says: "timeLeft() takes a timestamp, but m.shop_wait is in milliseconds [TS2345]",
    fix: "write holds(m.shop_wait, { ok: …, firing: … }) for a length of time",
  },
  "levels without a unit": {
    code: `holds(m.shop_memory_bytes, { ok: 5, firing: 6 });`,
    says: "this takes an amount of data, but a bare number has no unit [TS2322]",
    fix: "add the unit: bytes(…), kilobytes(…), megabytes(…), gigabytes(…), kib(…), mib(…) or gib(…)",
  },
  "levels in another unit": {
    code: `holds(m.shop_memory_bytes, { ok: ms(5), firing: ms(6) });`,
    says: "this takes an amount of data, but ms(…) is a length of time [TS2322]",
    fix: "write an amount of data: bytes(…), kilobytes(…), megabytes(…), gigabytes(…), kib(…), mib(…) or gib(…)",
  },
  "levels without firing": {
    code: `holds(m.shop_fps, { ok: 5 });`,
    says: "firing is missing [TS2345]",
    fix: "add firing, the level at which it fires",
  },
  "a level that there is not": {
    code: `holds(m.shop_fps, { ok: 5, edge: 4, firing: 6 });`,
    says: "there is no level 'edge' [TS2353]",
    fix: "write limit; the levels are ok, limit and firing",
  },
  "query for queries": {
    code: `stat({ title: "T", description: "D.", query: m.shop_fps });`,
    says: "there is no option 'query' here [TS2353]",
    fix: "write queries: [ … ]",
  },
  "one query without a list": {
    code: `stat({ title: "T", description: "D.", queries: m.shop_fps });`,
    says: "queries is a list, but this is one gauge [TS2740]",
    fix: "write queries: [m.shop_fps]",
  },
  "a counter on a panel": {
    code: `stat({ title: "T", description: "D.", queries: [m.shop_orders_total] });`,
    says: "m.shop_orders_total is a counter: only its growth means something [TS2322]",
    fix: 'take its growth: .rate("5m") per second, or .increase("5m")',
  },
  "a text on a panel": {
    code: `stat({ title: "T", description: "D.", queries: ["up"] });`,
    says: "a query is an expression, but this is text [TS2322]",
    fix: "write the metric, or promql`up` for PromQL as text",
  },
  "a severity as text": {
    code: `alert({
  ...about,
  severity: "page", // here
  expr: m.shop_fps.lt(45),
  scenario: played,
});`,
    says: "a severity is an export of the platform, not text [TS2322]",
    fix: "import it from the platform's severities and write it without quotes",
  },
  milisecond: {
    code: `metrics(shop, { a_ms: gauge({ help: "A.", unit: "milisecond" }) });`,
    says: "'milisecond' is not the name of a unit [TS2322]",
    fix: "write 'milliseconds'",
  },
  "the unit s": {
    code: `metrics(shop, { a_s: gauge({ help: "A.", unit: "s" }) });`,
    says: "'s' is not the name of a unit [TS2322]",
    fix: "write 'seconds'",
  },
  "the unit MB": {
    code: `metrics(shop, { a_s: gauge({ help: "A.", unit: "MB" }) });`,
    says: "'MB' is not the name of a unit [TS2322]",
    fix: "write 'megabytes'",
  },
  "as milisecond": {
    code: `m.shop_fps.as("milisecond");`,
    says: "'milisecond' is not the name of a unit [TS2345]",
    fix: "write 'milliseconds'",
  },
  "a list of one example": {
    code: `recording("job:a:b", m.shop_fps.avgBy("job"), { help: "A.", example: [{ given: [holds(m.shop_fps, 3)], expect: 3 }] });`,
    says: "this is a list of one example [TS2322]",
    fix: "leave out the brackets: example: { … }",
  },
  "a list of one scenario": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: [{ given: [played] }] });`,
    says: "this is a list of one scenario [TS2322]",
    fix: "leave out the brackets: scenario: { … }",
  },
  "plays as scenarios": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: [played, played] });`,
    says: "this takes a list of scenarios, but this is what one series does [TS2322]",
    fix: "write scenario: { given: [ … ] }",
  },
  "a number that JSON writes as text": {
    code: `jsonFields(till, { price: till_price });`,
    says: "the sample has the number 12.5 as text [TS2322]",
    fix: "write price: 12.5 in the sample, without quotes: json_exporter also reads numbers from text",
  },
  "a recording without an example": {
    code: `recording("job:a:b", m.shop_fps.avgBy("job"), { help: "A." });`,
    says: "example is missing [TS2741]",
    fix: "add example: { given: [ … ], expect: … }",
  },
  "a recording without options": {
    code: `recording("job:a:b", m.shop_fps.avgBy("job"));`,
    says: "the recording has no example [TS2554]",
    fix: 'add { help: "…", example: { given: [ … ], expect: … } } after the expression',
  },
  "a recording of a counter": {
    code: `recording("job:a:b", m.shop_orders_total, { help: "A.", example: { given: [runs(m.shop_orders_total, 1)], expect: 1 } });`,
    says: "m.shop_orders_total is a counter: only its growth means something [TS2739]",
    fix: 'take its growth: .rate("5m") per second, or .increase("5m")',
  },
  "a name of a recording without levels": {
    code: `recording("fps_avg", m.shop_fps.avgBy("job"), { help: "A.", example: { given: [holds(m.shop_fps, 3)], expect: 3 } });`,
    says: "the name of a recording is level:metric:operations, but 'fps_avg' is not [TS2345]",
    fix: 'name the labels that are left, the metric and what was done to it, as in "job:fps_avg:avg5m"',
  },
  "an expected value without a unit": {
    code: `recording("job:a:b", m.shop_load.avgBy("job"), { help: "A.", example: { given: [holds(m.shop_load, percent(3))], expect: 3 } });`,
    says: "this takes a ratio, but a bare number has no unit [TS2322]",
    fix: "add the unit: ratio(…), percent(…) or factor(…)",
  },
  "a misspelt metric, wherever it is used": {
    code: `alert({
  ...about,
  expr: m.shop_fsp.lt(45), // here
  scenario: holds(m.shop_fsp, { ok: 60, firing: 44 }),
});`,
    says: "there is no metric 'shop_fsp' here [TS2551]",
    fix: "write shop_fps; also in line 24",
  },
  "sum() by a label": {
    code: `m.shop_fps.sum("job");`,
    says: "sum() is over all series [TS2554]",
    fix: 'write .sumBy("job")',
  },
  "an alert that nothing proves": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45) });`,
    says: "scenario is missing [TS2741]",
    fix: "add scenario: holds(…, { ok: …, firing: … })",
  },
  "a metric without help": {
    code: `metrics(shop, { a_b: gauge({ unit: "fps" }) });`,
    says: "help is missing [TS2345]",
    fix: 'add help: "What the metric says."',
  },
  "a metric without a kind": {
    code: `metrics(shop, { a_b: { help: "A." } });`,
    says: "this does not say what kind of metric it is [TS2353]",
    fix: "write counter({ … }), gauge({ … }), histogram({ … }) or summary({ … })",
  },
  "one value of a label without a list": {
    code: `metrics(shop, { a_b: gauge({ help: "A.", unit: "fps", labels: { a: "b" } }) });`,
    says: "a label is described by the list of its values [TS2322]",
    fix: 'write ["b"] if that is the only value, or "*" for any value',
  },
  "a target without a port": {
    code: `scrapeJob("x", { description: "X.", targets: ["localhost"] });`,
    says: '"localhost" has no port [TS2322]',
    fix: 'write host and port: "localhost:…"',
  },
  "one action without a list": {
    code: `alert({ ...about, actions: "Look.", expr: m.shop_fps.lt(45), scenario: played });`,
    says: "actions is a list [TS2322]",
    fix: 'write actions: ["Look."]',
  },
  "an option with underscores": {
    code: `alert({ ...about, keep_firing_for: "5m", expr: m.shop_fps.lt(45), scenario: played });`,
    says: "there is no option 'keep_firing_for' here [TS2561]",
    fix: "write keepFiringFor",
  },
  "restarts() of a counter": {
    code: `restarts(m.shop_orders_total);`,
    says: "restarts() takes a gauge, but m.shop_orders_total is a counter [TS2740]",
    fix: "give it the gauge of the start time",
  },
};
