import type { Output } from "../../output.ts";
import { ruleEntry } from "../../rule-tests/rule-entry.ts";
import { ruleFile } from "./rule-file.ts";

/** The series that Prometheus computes in advance. */
export const prometheusRecordings: Output = (model) => ({
  "prometheus/recordings.yml": ruleFile(model, "recordings", model.recordings, ruleEntry),
});
