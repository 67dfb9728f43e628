import type { Platform } from "../language/platform.ts";
import { durationInMs } from "../language/duration.ts";
import type { RuleGroup } from "../language/rule-group.ts";
import type { Place } from "../language/place.ts";
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
  // By declaration, not by name: two groups of one name are a mistake that a check must be able to see.
  const groups = new Map<RuleGroup | string, RuleGroupModel>();
  for (const rule of rules) {
    const group = declared(rule);
    const key = group ?? rule.group;
    if (groups.has(key)) continue;
    const every = group?.every ?? platform.prometheus.evaluationInterval;
    const place = group?.place ?? rule.place;
    groups.set(key, {
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
