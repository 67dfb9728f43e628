// Series of two sides that never match. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { percent } from "../../generators/language/quantity.ts";
import { app, errorRate5m, infra, shop } from "../language/example-metrics.ts";

const { up, build_info } = infra;
const rate = app.http_requests_total.rate("5m");
const rateByJob = rate.sumBy("job");
const rateByTarget = rate.sumBy("job", "instance");

// @ts-expect-error on() a label that only one side has
rate.div(build_info, { on: ["version"] });
// @ts-expect-error group_left() a label that the right side has not
rate.div(build_info, { on: ["job"], groupLeft: ["verison"] });
// @ts-expect-error group_right() a label that the left side has not
up.mul(rate, { on: ["job"], groupRight: ["endpoint"] });
// @ts-expect-error ignoring() a label that neither side has
rateByTarget.div(rateByTarget, { ignoring: ["endpoint"] });
// @ts-expect-error misspelt option
rate.div(build_info, { on: ["job"], group_left: ["version"] });
// @ts-expect-error `and` knows no groups
rate.and(build_info, { on: ["job"], groupLeft: ["version"] });

// @ts-expect-error sides whose labels differ never match
rateByJob.div(rateByTarget);
// @ts-expect-error the same in a comparison
rateByJob.gt(rateByTarget);
// @ts-expect-error the same for `and`
errorRate5m.gt(percent(5)).and(up.eq(0));
// @ts-expect-error the same for `unless`
errorRate5m.gt(percent(5)).unless(up.eq(0));
// @ts-expect-error a total divided by a part
rate.sum().div(rateByJob);
// @ts-expect-error and the other way round
rateByJob.div(rate.sum());
// @ts-expect-error what is ignored is not the label that differs
rateByTarget.div(rateByJob, { ignoring: ["job"] });

// What is right compiles.
rateByTarget.div(rateByJob, { on: ["job"], groupLeft: [] });
rateByTarget.div(rateByJob, { ignoring: ["instance"] });
rateByJob.div(rate.sum(), { on: [] });
rateByTarget.mul(build_info, { on: ["job", "instance"], groupLeft: ["version"] });
errorRate5m.gt(percent(5)).and(up.eq(0), { on: ["job"] });

// A label that may be missing need not be on both sides.
const maybeType = shop.shop_memory_bytes.sumBy("job", "type").or(shop.shop_memory_bytes.sumBy("job"));
shop.shop_memory_bytes.sumBy("job").div(maybeType);
// @ts-expect-error one that is surely there must
shop.shop_memory_bytes.sumBy("job").div(shop.shop_memory_bytes.sumBy("job", "type"));
// @ts-expect-error and what neither side of `or` has is not there
maybeType.sumBy("instance");
