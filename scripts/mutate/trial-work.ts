import { durationInMs } from "../../generators/language/duration.ts";
import { cpuLimitFor, type RuleTestWork } from "../../generators/targets/prometheus/rule-test-cost.ts";
import type { Trial } from "./trial.ts";

/** How much of a processor's time promtool may take for these: each as much as it is long. */
export function cpuLimitOfTrials(trials: readonly Trial[]): number {
  return cpuLimitFor(trials.map(workOf));
}

/** The tested rule is there once for each candidate. */
function workOf({ ruleTest, group, candidates }: Trial): RuleTestWork {
  const { ruleFile, testFile } = ruleTest;
  const moments = [...(group.alert_rule_test ?? []), ...(group.promql_expr_test ?? [])].map(({ eval_time }) =>
    inMs(eval_time),
  );
  const steps = Math.max(0, ...moments) / inMs(testFile.evaluation_interval);
  const loaded = ruleFile.groups.reduce((sum, { rules }) => sum + rules.length, 0);
  return { groups: 1, evaluations: steps * (loaded - 1 + candidates.length) };
}

function inMs(duration: string): number {
  return durationInMs(duration) ?? 0;
}
