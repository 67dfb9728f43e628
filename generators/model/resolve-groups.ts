import type { Platform } from "../../definitions/language/platform.ts";
import { durationInMs } from "../../definitions/language/duration.ts";
import type { RuleGroup } from "../../definitions/language/rule-group.ts";
import type { Place } from "../../definitions/language/place.ts";
import type { RuleGroupModel } from "./rule-model.ts";

/** A rule as far as its group goes. */
interface Grouped {
  readonly group: string;
  readonly service: string;
  readonly place: Place;
}

/** The groups of these rules, in the order in which their rules first come; one that nobody declared is its service's own. */
export function resolveGroups<R extends Grouped>(
  kind: RuleGroupModel["kind"],
  rules: readonly R[],
  declared: (rule: R) => RuleGroup | undefined,
  platform: Platform,
): RuleGroupModel[] {
  const groups = new Map<string, RuleGroupModel>();
  for (const rule of rules) {
    if (groups.has(rule.group)) continue;
    const group = declared(rule);
    const every = group?.every ?? platform.prometheus.evaluationInterval;
    const place = group?.place ?? rule.place;
    groups.set(rule.group, {
      kind,
      name: rule.group,
      service: rule.service,
      every,
      everyMs: durationInMs(every) ?? 0,
      place,
    });
  }
  return [...groups.values()];
}
