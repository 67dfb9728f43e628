import { groupBy } from "../../group-by.ts";
import type { Model } from "../../model/model.ts";
import type { RuleGroupModel } from "../../model/rule-model.ts";
import { printYaml } from "../../text/yaml.ts";
import { sourceOf } from "../source-of.ts";

type Rule = Model["alerts"][number] | Model["recordings"][number];

/** A rule file: the groups of one kind in the order of the model, each with its rules as `print` shows them. */
export function ruleFile<R extends Rule>(
  model: Model,
  kind: RuleGroupModel["kind"],
  rules: readonly R[],
  print: (rule: R) => unknown,
): string {
  const byGroup = groupBy(rules, ({ group }) => group);
  const groups = model.groups
    .filter((group) => group.kind === kind)
    .map(({ name, every }) => ({
      name,
      interval: every,
      rules: (byGroup.get(name) ?? []).map(print),
    }));
  return printYaml({ groups }, { source: sourceOf(rules) });
}
