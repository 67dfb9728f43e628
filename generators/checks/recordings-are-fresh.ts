import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import type { RuleGroupModel } from "../model/rule-model.ts";

/** A rule is not evaluated more often than the recordings that it reads: it would judge the same old value again. */
export const recordingsAreFresh: Check = {
  id: "recordings-are-fresh",
  *find({ recordings, alerts, groups }: Model): Iterable<Finding> {
    const byName = new Map(groups.map((group) => [group.name, group]));
    const recorded = new Map(recordings.map((recording) => [recording.name, byName.get(recording.group)]));
    for (const rule of [...recordings, ...alerts]) {
      const own = byName.get(rule.group);
      for (const { metric } of rule.analysis.selectors) {
        const source = recorded.get(metric ?? "");
        if (!own || !source || !isSlower(source, own)) continue;
        yield {
          definition: rule,
          message: `${rule.kind} "${rule.name}" is evaluated every ${own.every}, but it reads ${metric}, which is recorded every ${source.every}`,
          mend: `record it as often, or put the rule into a slower group`,
        };
      }
    }
  },
};

function isSlower(source: RuleGroupModel, own: RuleGroupModel): boolean {
  return source.everyMs > own.everyMs;
}
