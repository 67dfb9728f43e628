import { ruleEntry } from "../rule-tests/rule-entry.ts";
import type { RuleTest, RuleEntry, RuleFile } from "../rule-tests/rule-test.ts";
import type { Rule } from "./mutant.ts";

/** The rules of a proof with a mutant in the place of the rule that it proves; its tests stay as they are. */
export function mutatedRules(
  { ruleFile, rule }: Pick<RuleTest, "ruleFile" | "rule">,
  mutated: Rule,
): RuleFile {
  const entry = ruleEntry(mutated);
  const isProven = (other: RuleEntry) => other["alert"] === rule.name || other["record"] === rule.name;
  const groups = ruleFile.groups.map((group) => ({
    ...group,
    rules: group.rules.map((other) => (isProven(other) ? entry : other)),
  }));
  return { groups };
}
