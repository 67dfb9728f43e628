import type { RecordingModel } from "../model/rule-model.ts";
import type { Output } from "../output.ts";
import { formatPromql } from "../text/promql-format.ts";
import { ruleFile } from "./parts/rule-file.ts";

/** The series that Prometheus computes in advance. */
export const prometheusRecordings: Output = (model) => ({
  "prometheus/recordings.yml": ruleFile(model, "recordings", model.recordings, recordingRule),
});

function recordingRule({ name, expr }: RecordingModel): unknown {
  return { record: name, expr: formatPromql(expr) };
}
