import type { Model } from "../model/model.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { ruleEntry } from "./rule-entry.ts";
import type { RuleFile } from "./rule-test.ts";

/** These rules in their groups, in the order of the model: recordings before the alerts that read them. */
export function ruleSlice(rules: readonly (AlertModel | RecordingModel)[], { groups }: Model): RuleFile {
  const slice = groups.flatMap(({ name, kind, every }) => {
    const own = rules.filter((rule) => rule.group === name && `${rule.kind}s` === kind);
    return own.length === 0 ? [] : [{ name, interval: every, rules: own.map(ruleEntry) }];
  });
  return { groups: slice };
}

/** Names the files of a rule: not every file system takes a colon. */
export function fileNameOf({ name }: Pick<AlertModel | RecordingModel, "name">): string {
  return name.replaceAll(":", ".");
}
