import type { Output } from "../../output.ts";
import { ruleEntry } from "../../rule-tests/rule-entry.ts";
import { ruleFile } from "./rule-file.ts";

/** The alerts that Prometheus evaluates. */
export const prometheusAlerts: Output = (model) => ({
  "prometheus/alerts.yml": ruleFile(model, "alerts", model.alerts, ruleEntry),
});
