// Mistakes that are about units and labels.
import type { Mistake } from "./mistake.ts";

export const mistakesOfUnitsAndLabels: Readonly<Record<string, Mistake>> = {
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
  "bare numbers in an alert and in its scenario": {
    code: `alert({ ...about, expr: m.shop_load.gt(0.8), scenario: holds(m.shop_load, { ok: 0.1, firing: 0.9 }) });`,
    says: "the value is a ratio, but 0.8 has no unit [TS2345]",
    fix: "add the unit: ratio(0.8) or percent(80); the numbers of the scenario need it too",
  },
  "a bare number in the scenario alone": {
    code: `alert({ ...about, expr: m.shop_load.gt(percent(80)), scenario: holds(m.shop_load, { ok: 0.1, firing: percent(90) }) });`,
    says: "this takes a ratio, but a bare number has no unit [TS2322]",
    fix: "add the unit: ratio(…), percent(…) or factor(…)",
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
  "tickets converted to bytes": {
    code: `m.shop_queue.in("bytes");`,
    says: "in() converts time, data and ratios, but the value is in none of their units [TS2345]",
    fix: 'leave out .in("bytes"), or write .as("bytes") if that is the unit that the value has',
  },
  "a label that never was, before a join": {
    code: `m.shop_fps.sumBy("hots").div(m.shop_queue.sumBy("instance")).gt(percent(5));`,
    says: "there is no label 'hots' here [TS2345]",
    fix: "use one of instance or job",
  },
  "a join that never matches, before a threshold": {
    code: `m.shop_fps.sumBy("job").div(m.shop_queue.sum()).gt(percent(5));`,
    says: "the two sides never match: only the left one has the label 'job' [TS2345]",
    fix: "say which labels must match, { on: [ … ] } or { ignoring: [ … ] } as the second argument, or sum both sides by the same labels",
  },
  "labels as a list": {
    code: `m.shop_fps.sumBy(["job"]).div(m.shop_queue.sumBy("job"));`,
    says: "sumBy() takes its labels one by one, not as a list [TS2345]",
    fix: 'write .sumBy("job")',
  },
  "an end without a unit": {
    code: `alert({ ...about, expr: m.shop_wait.gt(ms(500)), resolvesAt: 10, scenario: played });`,
    says: "this takes a length of time, but 10 has no unit [TS2322]",
    fix: "add the unit: ms(10), seconds(10), minutes(10), hours(10) or days(10)",
  },
  "an end in another unit": {
    code: `alert({ ...about, expr: m.shop_wait.gt(ms(500)), resolvesAt: percent(80), scenario: played });`,
    says: "this takes a length of time, but percent(80) is a ratio [TS2322]",
    fix: "write a length of time: ms(…), seconds(…), minutes(…), hours(…) or days(…); for a share, divide by the whole first: .div(…).gt(percent(80))",
  },
};
