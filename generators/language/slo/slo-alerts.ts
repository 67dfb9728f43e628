import { type AlertDefinition, alert } from "../alert.ts";
import type { Condition } from "../expression/condition.ts";
import { holds, type Given } from "../given.ts";
import { type Quantity, factor } from "../quantity.ts";
import type { Scenario, Scenarios } from "../scenario.ts";
import type { JobGauge, PerJob } from "./indicator.ts";
import { type Burn, type BurnRate, type ResolvedSlo, withoutNoise } from "./resolved-slo.ts";
import { burnText } from "./burn-text.ts";
import type { SloRatios } from "./slo-recordings.ts";

/** A page fires at once, after two evaluations; a ticket has time to be sure. */
const waits = { fast: "1m", slow: "5m" } as const;

/** The alerts of an SLO by name: for each window one that pages, and one that makes a ticket. */
export function sloAlerts(slo: ResolvedSlo, ratios: SloRatios): Readonly<Record<string, AlertDefinition>> {
  return Object.fromEntries(slo.burns.map((burn) => [burn.name, burnAlert(slo, burn, ratios)]));
}

function burnAlert(slo: ResolvedSlo, burn: Burn, ratios: SloRatios): AlertDefinition {
  const { id, options, groups } = slo;
  const branches = burn.rates.map((rate) => branchOf(slo, rate, ratios));
  const expr = branches.reduce((all, branch) => all.or(branch));
  return alert<PerJob, "ratio">({
    severity: burn.options.severity,
    component: options.component,
    expr,
    for: burn.options.for ?? waits[burn.speed],
    scenario: burnScenarios(slo, burn, ratios),
    group: groups.alerts,
    labels: { slo: id, burn: burn.speed },
    ...burnText(slo, burn),
  });
}

/** Both windows: the long one shows that much has burned, the short one that it still burns. */
function branchOf(slo: ResolvedSlo, rate: BurnRate, ratios: SloRatios): Condition<PerJob, "ratio"> {
  const limit = limitOf(slo, rate);
  return ratioOver(ratios, rate.long).gt(limit).and(ratioOver(ratios, rate.short).gt(limit));
}

/** The bad share at this pace: `14.4 * 0.001`. */
export function limitOf({ budgetQuantity }: ResolvedSlo, rate: BurnRate): Quantity<"ratio"> {
  return budgetQuantity.times(rate.factor);
}

/** The share over a window of the alerts, all of which are recorded. */
export function ratioOver(ratios: SloRatios, window: string): JobGauge<"ratio"> {
  const found = [...ratios].find(([one]) => one === window)?.[1];
  if (!found) throw new TypeError(`this SLO records no share over ${window}; take a window of its alerts`);
  return found;
}

/** More than the limit, and less than a tenth more: a limit that is a tenth off shows. */
const justAbove = 1.05;

/**
 * One scenario for each window of each branch: it rises to the limit and above, while the other window of the branch is above all
 * the time, and those of other branches are well. Recordings are given: their own examples test what they are made of.
 */
export function burnScenarios(slo: ResolvedSlo, burn: Burn, ratios: SloRatios): Scenarios<"ratio"> {
  const [first, second, ...others] = burn.rates.flatMap((rate) => [
    scenarioOf(slo, burn, ratios, { rate, rises: rate.long, companion: rate.short }),
    scenarioOf(slo, burn, ratios, { rate, rises: rate.short, companion: rate.long }),
  ]);
  if (!first || !second) throw new TypeError("an alert of an SLO has a branch");
  return [first, second, ...others];
}

interface Side {
  readonly rate: BurnRate;
  readonly rises: string;
  readonly companion: string;
}

function scenarioOf(slo: ResolvedSlo, burn: Burn, ratios: SloRatios, side: Side): Scenario<"ratio"> {
  const limit = limitOf(slo, side.rate);
  const above = factor(withoutNoise(side.rate.factor * slo.budget * justAbove));
  const read = new Set<string>(burn.rates.flatMap(({ long, short }) => [long, short]));
  const givens = [...ratios].flatMap(([window, ratio]): Given[] => {
    if (!read.has(window)) return [];
    if (window === side.rises) return [holds(ratio, { ok: 0, limit: limit, firing: above })];
    return [holds(ratio, window === side.companion ? above : 0)];
  });
  return { given: givens, value: above, onTargets: slo.indicator.onTargets(shareOf(slo, burn)) };
}

/**
 * How much is bad on targets. What burns slowly must not burn fast, or the page would inhibit the ticket: so it is halfway between
 * the limits of the ticket and the next one of the page, by the same factor from both; where there is no such place everything is
 * bad.
 */
function shareOf({ budget, burns }: ResolvedSlo, { speed, window, rates }: Burn): number {
  const page = burns.find((one) => one.window === window && one.speed === "fast");
  const highest = Math.max(...rates.map((rate) => rate.factor));
  const next = Math.min(...(page?.rates ?? []).map((rate) => rate.factor));
  const share = budget * Math.sqrt(highest * next);
  // An objective that leaves no budget must get as far as the check that reports it.
  const isShare = share > 0 && share < 1;
  return speed === "slow" && highest < next && isShare ? Number(share.toPrecision(3)) : 1;
}
