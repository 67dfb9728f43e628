import type { RuleDuration } from "./duration.ts";
import { callerPlace, type Place } from "./place.ts";

export interface RuleGroupOptions {
  /** How often the rules of the group are evaluated. Default: the platform's `evaluationInterval`. */
  readonly every?: RuleDuration;
}

/** Rules that Prometheus evaluates one after the other, at the same interval. */
export interface RuleGroup {
  readonly kind: "rule group";
  readonly name: string;
  /** Undefined: as often as Prometheus evaluates by default. */
  readonly every: RuleDuration | undefined;
  readonly place: Place;
}

/**
 * A rule group, for rules that need an interval of their own. Rules without a group are in that of their service.
 * @example ruleGroup("shop-slow", { every: "5m" })
 * @refuses ruleGroup("shop-slow", { every: "5" })
 * @check recordings-are-fresh
 */
export function ruleGroup(name: string, options: RuleGroupOptions = {}): RuleGroup {
  return Object.freeze({ kind: "rule group", name, every: options.every, place: callerPlace() });
}
