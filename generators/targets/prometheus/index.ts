import { scrapesAgree } from "./validators/scrapes-agree.ts";
import type { Target } from "../target.ts";
import { prometheusAlerts } from "./alerts.ts";
import { prometheusConfig as config } from "./config.ts";
import { prometheusRecordings } from "./recordings.ts";
import { prometheusTargets } from "./target-files.ts";
import { prometheusTests } from "./tests.ts";
import { prometheusConfig } from "./validators/prometheus-config.ts";
import { prometheusRules } from "./validators/prometheus-rules.ts";
import { ruleTests } from "./validators/rule-tests.ts";

/** What is scraped, the rules, and their tests. */
export const prometheus: Target = {
  outputs: { stack: [config, prometheusTargets], rules: [prometheusRecordings, prometheusAlerts] },
  outputsOfEach: { tests: [prometheusTests] },
  validators: [prometheusConfig, scrapesAgree, prometheusRules, ruleTests],
};
