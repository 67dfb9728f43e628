import type { RuleDuration } from "./duration.ts";
import { callerPlace, type Place } from "./place.ts";

/** Rules that Prometheus evaluates one after the other, at the same interval. */
export interface RuleGroup {
  readonly kind: "rule group";
  readonly name: string;
  /** How often its rules are evaluated; undefined means as often as Prometheus does by default. */
  readonly every: RuleDuration | undefined;
  readonly place: Place;
}

/** A group of rules. Rules without one go to the group of their service. */
export function ruleGroup(name: string, options: { readonly every?: RuleDuration } = {}): RuleGroup {
  return Object.freeze({ kind: "rule group", name, every: options.every, place: callerPlace() });
}
