import { percent, quantile, ratioOf, recording, runs, seconds, share } from "signalbox";
import { models } from "../metrics/model-servers.ts";
import { aboveZero } from "./above-zero.ts";
import { group } from "./group.ts";

const { model_server_requests_total: requests, model_server_latency_seconds: latency } = models;
const failed = requests.where({ status: "error" });
const answered = requests.where({ status: "success" });

export const modelRequestRate = recording(
  "instance_server:afirgen_model_server_requests:rate5m",
  requests.rate("5m").sumBy("instance", "server"),
  {
    help: "Requests to a model server per second, over 5 minutes, however they ended.",
    group,
    example: { given: [runs(answered, 3), runs(failed, 1)], expect: 4 },
  },
);

export const modelErrorRatio = recording(
  "instance_server:afirgen_model_server_errors:ratio_rate5m",
  // Nothing failed: 0. Nothing was asked: no value at all, and so no alert.
  ratioOf(failed.rate("5m").sumBy("instance", "server"), modelRequestRate),
  {
    help: "Share of the requests to a model server in the last 5 minutes that failed.",
    group,
    example: [
      { given: [share(failed, answered, percent(5))], expect: percent(5) },
      // One request in two seconds is traffic as well.
      { given: [runs(answered, 0.5)], expect: 0 },
      { given: [runs(answered, 0), runs(failed, 0)], expect: "missing" },
    ],
  },
);

export const modelP95 = recording(
  "instance_server:afirgen_model_server_latency_seconds:p95_5m",
  latency.quantile(0.95, "5m", "instance", "server").gt(0).series(),
  {
    help: "95 of 100 requests to a model server in the last 5 minutes were answered in this time.",
    group,
    example: [
      { given: [quantile(latency, 0.95, seconds(10))], expect: seconds(10) },
      { given: [quantile(latency, 0.95, seconds(0.5))], expect: seconds(0.5) },
    ],
    equivalentMutants: { "comparison not strict": aboveZero },
  },
);
