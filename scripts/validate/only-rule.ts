import type { Files } from "../../generators/output.ts";
import type { Model } from "../../generators/model/model.ts";
import { fileNameOf } from "../../generators/rule-tests/rule-test.ts";
import { ruleOfFile } from "../../generators/targets/prometheus/tested-rules.ts";
import { prometheusRules } from "../../generators/targets/prometheus/validators/prometheus-rules.ts";
import { ruleTests } from "../../generators/targets/prometheus/validators/rule-tests.ts";
import type { Validator } from "../../generators/targets/validation/validator.ts";
import { suggestion } from "../../generators/text/suggestion.ts";

/** What looks at a rule: the file that it is in, and its test. */
export const validatorsOfRule: readonly Validator[] = [prometheusRules, ruleTests];

/** The files that are about a rule: its test, the rules that this loads, and the rule files that are deployed. */
export function filesOfRule(files: Files, rule: string): Files {
  const own = fileNameOf({ id: rule });
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => prometheusRules.covers(path) || ruleOfFile(path) === own),
  );
}

/** What is wrong with the name of a rule; undefined where there is one. */
export function noSuchRule(rule: string, { alerts, recordings }: Model): string | undefined {
  const names = [...recordings, ...alerts].map(({ id }) => id);
  return names.includes(rule) ? undefined : `There is no rule "${rule}"${suggestion(rule, names)}.`;
}
