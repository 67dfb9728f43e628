// A service with a rule of every shape.
import {
  alert,
  counter,
  days,
  everyJob,
  follows,
  gauge,
  grows,
  histogram,
  holds,
  hours,
  kilobytes,
  metrics,
  ms,
  percent,
  quantile,
  recording,
  restarts,
  runs,
  scrapeJob,
  service,
  share,
  time,
  timeLeft,
  vector,
  type Word,
} from "signalbox";
import { low, smallPlatform } from "../checks/small-platform.ts";
import { resolve } from "../../generators/model/resolve.ts";

const api = scrapeJob("shop-api", {
  description: "The shop's program.",
  targets: ["localhost:8080"],
  labels: { service: "shop" },
});

export const shop = metrics(api, {
  shop_load: gauge({ help: "How busy it is." }),
  shop_room: gauge({ help: "What is free.", unit: "bytes" }),
  shop_size: gauge({ help: "What there is.", unit: "bytes" }),
  shop_open: gauge({ help: "1 when it is open.", unit: "bool" }),
  shop_queue: gauge({ help: "Who waits.", unit: "people", labels: { desk: ["cash", "card"] } }),
  shop_expiry: gauge({ help: "When the licence ends.", unit: "timestamp" }),
  shop_start_time: gauge({ help: "When it was started.", unit: "timestamp" }),
  shop_failures_total: counter({ help: "What failed.", unit: "failures" }),
  shop_requests_total: counter({
    help: "What was asked.",
    unit: "requests",
    labels: { status: ["200", "500"] },
  }),
  shop_seconds: histogram({ help: "How long it took.", unit: "seconds", buckets: [0.1, 0.25, 0.5, 1, 3] }),
});

const ofFailed = shop.shop_requests_total.where({ status: "500" });
const ofServed = shop.shop_requests_total.where({ status: "200" });
const cash = shop.shop_queue.where({ desk: "cash" });
const card = shop.shop_queue.where({ desk: "card" });

const requestRate = recording(
  "instance:shop_requests:rate5m",
  shop.shop_requests_total.rate("5m").sumBy("instance"),
  { example: { given: [runs(ofServed, 8), runs(ofFailed, 2)], expect: 10 } },
);
const failedRate = ofFailed.rate("5m").sumBy("instance");
const errorRatio = recording(
  "instance:shop_errors:ratio_rate5m",
  failedRate.or(requestRate.mul(0)).div(requestRate.gt(0).series()),
  { example: { given: [share(ofFailed, ofServed, percent(5))], expect: percent(5) } },
);
const meanLoad = recording("instance:shop_load:avg10m", shop.shop_load.avgOverTime("10m").avgBy("instance"), {
  example: { given: [holds(shop.shop_load, 3)], expect: 3 },
});
const bucketRates = recording(
  "instance:shop_seconds_bucket:rate5m",
  shop.shop_seconds.bucket.rate("5m").sumBy("instance", "le"),
  { example: { given: [quantile(shop.shop_seconds, 0.95, ms(400))], expect: 100 } },
);
const growth = recording("instance:shop_room:delta10m", shop.shop_room.delta("10m").sumBy("instance"), {
  example: { given: [grows(shop.shop_room, "10m", kilobytes(5))], expect: kilobytes(5) },
});

const words = {
  severity: low,
  component: "shop",
  description: "Something is not as it should be.",
  impact: "Nobody can buy.",
  actions: ["Look at it."],
} as const;
const says = { ...words, summary: ({ value }: { value: Word }) => `It is ${value}` };
const silent = { ...words, summary: "It is so" };

export const alerts = {
  Below: alert({
    ...says,
    expr: shop.shop_load.lt(45),
    for: "5m",
    scenario: holds(shop.shop_load, { ok: 90, limit: 45, firing: 44.9 }),
  }),
  AboveAndKept: alert({
    ...says,
    expr: shop.shop_load.gt(80),
    for: "2m",
    keepFiringFor: "10m",
    scenario: holds(shop.shop_load, { ok: 10, limit: 80, firing: 80.5 }),
  }),
  AtOnce: alert({
    ...silent,
    expr: shop.shop_open.eq(0),
    for: "0m",
    scenario: holds(shop.shop_open, { ok: 1, firing: 0 }),
  }),
  Increases: alert({
    ...says,
    expr: shop.shop_failures_total.increase("5m").gt(3),
    for: "2m",
    scenario: grows(shop.shop_failures_total, "5m", { ok: 0, limit: 3, firing: 3.25 }),
  }),
  Runs: alert({
    ...says,
    expr: requestRate.gt(256),
    for: "10m",
    scenario: runs(ofServed, { ok: 10, limit: 256, firing: 257 }),
  }),
  TooFew: alert({
    ...says,
    expr: requestRate.lt(10),
    for: "10m",
    scenario: runs(ofServed, { ok: 100, limit: 10, firing: 9.75 }),
  }),
  Share: alert({
    ...says,
    expr: errorRatio.gt(percent(5)),
    for: "5m",
    scenario: share(ofFailed, ofServed, { ok: percent(1), limit: percent(5), firing: percent(5.2) }),
  }),
  Quantile: alert({
    ...says,
    expr: shop.shop_seconds.quantile(0.95, "5m", "instance").gt(ms(500)),
    for: "15m",
    scenario: quantile(shop.shop_seconds, 0.95, { ok: ms(100), limit: ms(500), firing: ms(520) }),
  }),
  RecordedQuantile: alert({
    ...says,
    expr: bucketRates.histogramQuantile(0.95).gt(ms(500)),
    for: "15m",
    scenario: quantile(shop.shop_seconds, 0.95, { ok: ms(100), limit: ms(500), firing: ms(520) }),
  }),
  JoinedQuantile: alert({
    ...says,
    expr: bucketRates
      .asVector()
      .mul(shop.shop_open, { on: ["instance"], groupLeft: ["service"] })
      .asBuckets("seconds")
      .histogramQuantile(0.95)
      .gt(ms(500)),
    for: "15m",
    scenario: {
      given: [
        quantile(shop.shop_seconds, 0.95, { ok: ms(100), limit: ms(500), firing: ms(520) }),
        holds(shop.shop_open, 1),
      ],
    },
  }),
  Down: alert({
    ...silent,
    expr: everyJob.up
      .where({ job: "shop-api" })
      .eq(0)
      .or(everyJob.up.absent({ job: "shop-api" })),
    for: "1m",
    scenario: {
      given: [holds(everyJob.up.where({ job: "shop-api" }), { ok: 1, firing: 0 })],
      whenMissing: "firing",
    },
  }),
  Gone: alert({
    ...silent,
    expr: shop.shop_load.absentOverTime("10m"),
    for: "5m",
    scenario: { given: [holds(shop.shop_load, { ok: 1, firing: "missing" })], whenMissing: "firing" },
  }),
  Expires: alert({
    ...says,
    expr: shop.shop_expiry.sub(time()).in("days").lt(days(7)),
    for: "24h",
    scenario: timeLeft(shop.shop_expiry, { ok: days(60), limit: days(7), firing: days(6.9) }),
  }),
  Restarts: alert({
    ...silent,
    expr: shop.shop_start_time.changes("10m").gt(0),
    for: "0m",
    scenario: restarts(shop.shop_start_time),
  }),
  OfTwoGauges: alert({
    ...says,
    expr: shop.shop_room.div(shop.shop_size).lt(percent(10)),
    for: "15m",
    scenario: {
      given: [
        holds(shop.shop_room, { ok: kilobytes(50), limit: kilobytes(10), firing: kilobytes(9.8) }),
        holds(shop.shop_size, kilobytes(100)),
      ],
      value: percent(9.8),
    },
  }),
  Sum: alert({
    ...says,
    expr: shop.shop_queue.sumBy("instance").gt(20),
    for: "5m",
    scenario: {
      given: [holds(cash, { ok: 2, limit: 12, firing: 13 }), holds(card, { ok: 1, limit: 8, firing: 8 })],
      value: 21,
    },
  }),
  Mean: alert({
    ...says,
    expr: meanLoad.gt(5),
    for: "5m",
    scenario: holds(shop.shop_load, { ok: 1, limit: 5, firing: 5.2 }),
  }),
  Shrinks: alert({
    ...silent,
    expr: growth.lt(kilobytes(-10)),
    for: "15m",
    scenario: grows(shop.shop_room, "10m", {
      ok: kilobytes(0),
      limit: kilobytes(-10),
      firing: kilobytes(-10.24),
    }),
  }),
  // At the edge nothing is free, and nothing is taken: it will be 0, and never less.
  Fills: alert({
    ...silent,
    expr: shop.shop_room.predictLinear("1h", hours(4)).lt(0),
    for: "30m",
    scenario: {
      given: [
        grows(
          shop.shop_room,
          "1h",
          { ok: 0, limit: 0, firing: kilobytes(-200) },
          { from: { ok: kilobytes(100), limit: 0, firing: kilobytes(100) } },
        ),
      ],
      after: "12m30s",
    },
  }),
  Flaps: alert({
    ...silent,
    expr: shop.shop_load.maxOverTime("5m").gt(5),
    for: "5m",
    scenario: {
      given: [follows(shop.shop_load, "2m", { ok: [1], limit: [5, 1], firing: [1, 5.2] })],
      after: "2m",
    },
  }),
  Always: alert({
    ...says,
    expr: vector(1).gt(0),
    for: "0m",
    scenario: { given: [], whenMissing: "firing" },
  }),
};

/** The model of a service that has all of this. */
export const { model } = resolve({
  platform: smallPlatform,
  services: [
    service("shop", {
      title: "Shop",
      description: "Where people buy.",
      owner: "Shop team",
      jobs: { api },
      metrics: { shop },
      recordings: { requestRate, errorRatio, meanLoad, growth, bucketRates },
      alerts,
    }),
  ],
});
