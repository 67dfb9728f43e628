// What the types of results come out as.
import type { LabelsOf, UnitOf } from "../../generators/language/expression/expression.ts";
import { number } from "../../generators/language/expression/number-before.ts";
import { time, vector } from "../../generators/language/expression/standalone.ts";
import { days } from "../../generators/language/quantity.ts";
import { app, infra, shop } from "../language/example-metrics.ts";
import { expectSame, type Same } from "./same.ts";

const requests = app.http_requests_total;
const memory = shop.shop_memory_bytes;
const duration = app.http_request_duration_seconds;
const byJob = requests.rate("5m").sumBy("job");
expectSame<Same<LabelsOf<typeof byJob>, { job: string }>>();
expectSame<Same<UnitOf<typeof byJob>, "count/s">>();

const ratio5m = requests.where({ status: /5../ }).rate("5m").sumBy("job").div(byJob);
expectSame<Same<LabelsOf<typeof ratio5m>, { job: string }>>();
expectSame<Same<UnitOf<typeof ratio5m>, "ratio">>();

const p95 = duration.bucket.rate("5m").sumBy("job", "le").histogramQuantile(0.95);
expectSame<Same<LabelsOf<typeof p95>, { job: string }>>();
expectSame<Same<UnitOf<typeof p95>, "seconds">>();
const grown = duration.bucket.increase("5m").sumBy("job");
expectSame<Same<UnitOf<typeof grown>, "count">>();
const mean = duration.sum.rate("5m").sumBy("job").div(duration.count.rate("5m").sumBy("job"));
expectSame<Same<UnitOf<typeof mean>, "seconds">>();

const used = app.db_connection_pool_size
  .sub(app.db_connection_pool_available)
  .div(app.db_connection_pool_size);
expectSame<Same<LabelsOf<typeof used>, { job: string; instance: string; pool: "primary" | "replica" }>>();
expectSame<Same<UnitOf<typeof used>, "ratio">>();

const left = infra.probe_ssl_earliest_cert_expiry.sub(time());
expectSame<Same<UnitOf<typeof left>, "seconds">>();
const leftInDays = left.in("days");
expectSame<Same<UnitOf<typeof leftInDays>, "days">>();
leftInDays.lt(days(7));
const uptime = time().sub(infra.process_start_time_seconds);
expectSame<Same<LabelsOf<typeof uptime>, { job: string; instance: string }>>();
expectSame<Same<UnitOf<typeof uptime>, "seconds">>();

const growth = memory.deriv("10m");
expectSame<Same<UnitOf<typeof growth>, "bytes/s">>();
const byHour = growth.mul(3600);
expectSame<Same<UnitOf<typeof byHour>, "none">>();
byHour.as("bytes").gt(0);

const joined = requests
  .rate("5m")
  .sumBy("job", "instance")
  .mul(infra.build_info, { on: ["job", "instance"], groupLeft: ["version"] });
expectSame<Same<LabelsOf<typeof joined>, { job: string; instance: string; version: string }>>();
expectSame<Same<UnitOf<typeof joined>, "count/s">>();
const onJob = requests
  .rate("5m")
  .sumBy("job", "instance")
  .mul(infra.up, { on: ["job"] });
expectSame<Same<LabelsOf<typeof onJob>, { job: string }>>();
const ignoring = requests
  .rate("5m")
  .sumBy("job", "endpoint")
  .div(byJob, { ignoring: ["endpoint"] });
expectSame<Same<LabelsOf<typeof ignoring>, { job: string }>>();
const onNothing = byJob.div(requests.rate("5m").sum(), { on: [] });
expectSame<Same<LabelsOf<typeof onNothing>, {}>>();

const either = infra.up.absent({ job: "x" }).or(infra.up.eq(0));
expectSame<Same<LabelsOf<typeof either>, { job: string }>>();
const ofEither = memory.sumBy("job", "type").or(vector(0));
type JobMaybeType = { job: string; type: "" | "dynamic" | "static" | "video" };
expectSame<Same<LabelsOf<typeof ofEither>, JobMaybeType>>();
const ofBoth = memory.sumBy("job").or(infra.up.sumBy("job", "instance"));
expectSame<Same<LabelsOf<typeof ofBoth>, { job: string; instance: string }>>();
ofEither.sumBy("job");
byJob.sub(byJob.or(vector(0)));
const gone = infra.up.absent();
expectSame<Same<LabelsOf<typeof gone>, {}>>();

const versions = infra.build_info.countValues("running", "job");
expectSame<Same<LabelsOf<typeof versions>, { job: string; running: string }>>();
const replaced = memory.sumBy("type").labelReplace("type", "$1", "type", /(.).*/);
expectSame<Same<LabelsOf<typeof replaced>, { type: string }>>();
const where = infra.up.labelJoin("where", "/", "job", "instance");
expectSame<Same<LabelsOf<typeof where>, { job: string; instance: string; where: string }>>();
const now = vector(time());
expectSame<Same<UnitOf<typeof now>, "timestamp">>();

const inTier = memory.sumBy("type").withLabel("tier", "web");
type TypeAndTier = { type: "dynamic" | "static" | "video"; tier: "web" };
expectSame<Same<LabelsOf<typeof inTier>, TypeAndTier>>();
const withoutType = memory.withLabel("type", "");
expectSame<Same<LabelsOf<typeof withoutType>, { job: string; instance: string }>>();
const rest = number(1).sub(shop.shop_queue);
expectSame<Same<LabelsOf<typeof rest>, { job: string; instance: string }>>();
expectSame<Same<UnitOf<typeof rest>, "orders">>();
const powers = number(2).pow(shop.shop_queue);
expectSame<Same<UnitOf<typeof powers>, "none">>();

const sinceUnknown = time().sub(shop.shop_queue.mul(2));
expectSame<Same<UnitOf<typeof sinceUnknown>, "none">>();
sinceUnknown.gt(600);
const sinceSaid = time().sub(shop.shop_queue.mul(2).as("timestamp"));
expectSame<Same<UnitOf<typeof sinceSaid>, "seconds">>();
