// Metrics of a scrape job: their selectors are pinned to it, and their types know its labels.
import { percent } from "../../generators/language/quantity.ts";
import type { LabelsOf, UnitOf } from "../../generators/language/expression/expression.ts";
import { counter, gauge, histogram } from "../../generators/language/metric-definition.ts";
import { metrics } from "../../generators/language/metric.ts";
import { everyJob, scrapeMetrics } from "../../generators/language/prometheus-metrics.ts";
import type { Source } from "../../generators/language/job.ts";
import { expectSame, type Same } from "./same.ts";

const source = {
  job: "shop",
  seriesLabels: { job: ["shop"], instance: "*", service: ["shop-api"] },
} as const satisfies Source;

export const pinned = metrics(source, {
  http_requests_total: counter({ help: "Requests.", labels: { status: "*" } }),
  http_request_duration_seconds: histogram({ help: "Time.", unit: "seconds", buckets: [0.5, 1] }),
  temperature: gauge({ help: "Temperature.", unit: "degrees", labels: { room: ["hall", "attic"] } }),
});
const { up, scrape_duration_seconds } = scrapeMetrics(source);
type Target = { job: "shop"; instance: string; service: "shop-api" };

expectSame<Same<LabelsOf<typeof up>, Target>>();
expectSame<Same<UnitOf<typeof up>, "bool">>();
expectSame<Same<UnitOf<typeof scrape_duration_seconds>, "seconds">>();
const rate = pinned.http_requests_total.rate("5m");
expectSame<
  Same<LabelsOf<typeof rate>, { job: "shop"; instance: string; service: "shop-api"; status: string }>
>();

// absent() keeps the labels that the selector is pinned to, and those it is given.
const gone = up.absent();
expectSame<Same<LabelsOf<typeof gone>, { job: "shop" }>>();
const goneInstance = up.absent({ instance: "shop:80" });
expectSame<Same<LabelsOf<typeof goneInstance>, { job: "shop"; instance: string }>>();
const silent = pinned.http_requests_total.absentOverTime("1h");
expectSame<Same<LabelsOf<typeof silent>, { job: "shop" }>>();
const noBuckets = pinned.http_request_duration_seconds.count.absent();
expectSame<Same<LabelsOf<typeof noBuckets>, { job: "shop" }>>();

// Without a source nothing is pinned.
const anyGone = everyJob.up.absent();
expectSame<Same<LabelsOf<typeof anyGone>, {}>>();
everyJob.up.where({ job: /shop-.*/ }).eq(0);

// @ts-expect-error another job
up.where({ job: "other" });
// @ts-expect-error another job
up.absent({ job: "other" });
// @ts-expect-error a label that the source has not
up.where({ team: "x" });
// @ts-expect-error a label that `up` has not, though another metric of the job has
up.sumBy("room");
// @ts-expect-error the labels of the source are labels of each metric: these never match
pinned.temperature.mul(up);
// @ts-expect-error a metric that Prometheus does not make
void everyJob.scrape_duration;
// @ts-expect-error units hold as everywhere
scrape_duration_seconds.gt(percent(5));
