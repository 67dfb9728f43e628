// Thresholds and sums of the wrong unit. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { number } from "../../generators/language/expression/number-before.ts";
import { time, vector } from "../../generators/language/expression/standalone.ts";
import {
  bytesPerSecond,
  days,
  gib,
  gigabytes,
  kilobytesPerSecond,
  megabytes,
  mibPerSecond,
  ms,
  percent,
  ratio,
  seconds,
} from "../../generators/language/quantity.ts";
import { app, errorRate5m, infra, shop } from "../language/example-metrics.ts";

const memory = shop.shop_memory_bytes;
const p50 = app.http_request_duration_seconds.quantile(0.5, "5m");

// @ts-expect-error percent written as a bare number
errorRate5m.gt(5);
// @ts-expect-error even a right-looking bare number
errorRate5m.gt(0.05);
// @ts-expect-error seconds compared with a ratio
p50.gt(percent(5));
// @ts-expect-error bytes compared with time
memory.gt(seconds(12));
// @ts-expect-error bytes compared with a bare number
memory.gt(12);
// @ts-expect-error a ratio is at most 1
errorRate5m.gt(ratio(5));
// @ts-expect-error and at least 0
errorRate5m.gt(ratio(-0.5));
// @ts-expect-error bytes + seconds
memory.sum().add(p50);
// @ts-expect-error a vector of bytes compared with a vector of seconds
memory.sum().gt(p50);
// @ts-expect-error milliseconds and seconds added
app.job_lag_ms.sum().add(p50);
// @ts-expect-error bytes per second is not bytes
memory.deriv("10m").gt(gib(1));
// @ts-expect-error nor the other way round
memory.gt(mibPerSecond(1));
// @ts-expect-error a timestamp compared with a duration
infra.probe_ssl_earliest_cert_expiry.lt(days(7));
// @ts-expect-error conversion to another dimension
memory.in("days");
// @ts-expect-error conversion of what has no scale
shop.shop_queue.in("seconds");
// @ts-expect-error predict_linear ahead in a bare number
memory.predictLinear("1h", 14400);
// @ts-expect-error orders compared with time
shop.shop_queue.lt(ms(45));
// @ts-expect-error time() - bytes
time().sub(memory);
// @ts-expect-error clamped to a bare number
memory.clampMin(1024);
// @ts-expect-error the hour of an amount of memory
memory.hour();

// What is right compiles.
memory.gt(gigabytes(12));
memory.lt(megabytes(500));
memory.gt(0);
memory.deriv("10m").gt(kilobytesPerSecond(10));
memory.deriv("10m").in("megabytes/s").gt(bytesPerSecond(1));
shop.shop_queue.lt(45);
infra.probe_ssl_earliest_cert_expiry.lt(time().add(days(7)));
infra.process_start_time_seconds.hour().gte(9);
vector(time()).dayOfWeek().eq(0);
errorRate5m.gt(ratio(0.5));
errorRate5m.gt(ratio(1e-7));
errorRate5m.gt(ratio(0.5 as number));

// What people write for a unit is refused where it is not its name.
// @ts-expect-error the singular
infra.process_start_time_seconds.hour().as("milisecond");
// @ts-expect-error an abbreviation
infra.process_start_time_seconds.hour().as("MB");
infra.process_start_time_seconds.hour().as("widgets");

// @ts-expect-error a bare number before a ratio
number(1).sub(errorRate5m);
// @ts-expect-error and one that is compared with it
number(5).lt(errorRate5m);
// @ts-expect-error a percentage of orders
number(percent(5)).lt(shop.shop_queue);
// @ts-expect-error an amount of another dimension
number(ms(5)).lt(errorRate5m);
// @ts-expect-error two numbers make no vector
number(5).lt(6);
// @ts-expect-error Prometheus compares no scalars
number(5).lt(time());
// 0 is the same in every unit.
number(0).lt(errorRate5m);
