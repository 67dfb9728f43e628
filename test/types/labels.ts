// Names and labels that do not exist. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { percent } from "../../generators/language/quantity.ts";
import { everyJob, everyJobWith } from "../../generators/language/prometheus-metrics.ts";
import { app, errorRate5m, infra, shop } from "../language/example-metrics.ts";

const requests = app.http_requests_total;
const memory = shop.shop_memory_bytes;

// @ts-expect-error unknown metric
void app.http_request_total;
// @ts-expect-error unknown recording, which is an identifier
errorRate5min.gt(percent(5));

// @ts-expect-error matcher on a label that the metric has not
requests.where({ stauts: "500" });
// @ts-expect-error value outside of the declared set
requests.where({ method: "GTE" });
// @ts-expect-error value outside of the declared set, in a list
requests.where({ method: ["GET", "PATCH"] });
// @ts-expect-error value outside of the declared set, negated
memory.whereNot({ type: "statik" });
// @ts-expect-error a number is no label value
requests.where({ status: 500 });
// @ts-expect-error a variable of a dashboard has a name
requests.where({ method: { name: "method" } });

// @ts-expect-error by() a label that the metric has not
requests.rate("5m").sumBy("endpont");
// @ts-expect-error by() a label that an earlier aggregation dropped
requests.rate("5m").sumBy("job", "endpoint").sumBy("method");
// @ts-expect-error nothing is left after sum()
requests.rate("5m").sum().sumBy("job");
// @ts-expect-error without() a label that is not there
memory.sumWithout("endpoint");
// @ts-expect-error topk per a label that is not there
memory.topk(5, "endpoint");
// @ts-expect-error count_values by a label that is not there
infra.build_info.countValues("version", "endpoint");
// @ts-expect-error matcher on a recording: only its own labels
errorRate5m.where({ endpoint: "/" });
// @ts-expect-error a matcher after an aggregation
requests.rate("5m").sumBy("job").where({ job: "x" });
// @ts-expect-error absent() with a label that the metric has not
infra.up.absent({ jbo: "x" });
// @ts-expect-error absent_over_time() with a value that the label never has
memory.absentOverTime("5m", { type: "statik" });
// @ts-expect-error label_replace from a label that is not there
memory.labelReplace("kind", "$1", "typ", /(.*)/);
// @ts-expect-error label_join of a label that is not there
memory.labelJoin("where", "/", "job", "typ");
// @ts-expect-error a moment is the start, the end or a number
memory.at("begin()");

// What is right compiles.
requests.where({ method: "GET", status: /5../, endpoint: ["/", "/about"] }).rate("5m");
requests.where({ endpoint: { variable: "endpoint" } }).rate("$__rate_interval");
memory.offset("1d").at("end()");
memory.offset("-1h");

// @ts-expect-error of the jobs of a project it knows what all of them have, and no label that one of them adds
everyJob.up.sumBy("zone");
// @ts-expect-error nor is one promised to words
everyJob.up.where({ zone: "a" });
everyJobWith("zone", "service").up.where({ zone: "a" }).sumBy("service", "job");
// @ts-expect-error not one of those that were said
everyJobWith("zone").up.sumBy("service");
// @ts-expect-error of no label more it is everyJob
everyJobWith();
