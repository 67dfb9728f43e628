import { alert, type AlertDefinition } from "../alert.ts";
import type { Condition } from "../expression/condition.ts";
import type { Quantity } from "../quantity.ts";
import type { JobGauge, PerJob } from "./per-job.ts";
import { burnScenarios } from "./burn-scenarios.ts";
import { burnWords } from "./burn-words.ts";
import type { Burn, BurnRate, SloFacts } from "./slo-facts.ts";
import type { SloRatios } from "./slo-ratios.ts";

/** A page fires at once, after two evaluations; a ticket has time to be sure. */
const waits = { fast: "1m", slow: "5m" } as const;

/** The alerts of an SLO by name: of each window one that pages and one that makes a ticket. */
export function sloAlerts(facts: SloFacts, ratios: SloRatios): Readonly<Record<string, AlertDefinition>> {
  return Object.fromEntries(facts.burns.map((burn) => [burn.name, burnAlert(facts, burn, ratios)]));
}

function burnAlert(facts: SloFacts, burn: Burn, ratios: SloRatios): AlertDefinition {
  const { id, options, groups } = facts;
  const arms = burn.rates.map((rate) => armOf(facts, rate, ratios));
  const expr = arms.reduce((all, arm) => all.or(arm));
  return alert<PerJob, "ratio">({
    severity: burn.options.severity,
    component: options.component,
    expr,
    for: burn.options.for ?? waits[burn.speed],
    scenario: burnScenarios(facts, burn, ratios),
    group: groups.alerts,
    labels: { slo: id, burn: burn.speed },
    ...burnWords(facts, burn),
  });
}

/** Both windows: the long one says that much is gone, the short one that it still goes. */
function armOf(facts: SloFacts, rate: BurnRate, ratios: SloRatios): Condition<PerJob, "ratio"> {
  const limit = limitOf(facts, rate);
  return ratioOver(ratios, rate.long).gt(limit).and(ratioOver(ratios, rate.short).gt(limit));
}

/** What is bad at this pace: `14.4 * 0.001`. */
export function limitOf({ budgetQuantity }: SloFacts, rate: BurnRate): Quantity<"ratio"> {
  return budgetQuantity.times(rate.factor);
}

/** The share over a window of the alerts, all of which are recorded. */
export function ratioOver(ratios: SloRatios, window: string): JobGauge<"ratio"> {
  const found = [...ratios].find(([one]) => one === window)?.[1];
  if (!found) throw new TypeError(`an SLO records no share over ${window}`);
  return found;
}
