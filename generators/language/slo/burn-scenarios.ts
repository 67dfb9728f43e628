import { holds } from "../plays.ts";
import { factor } from "../quantity.ts";
import type { Play, Scenario, Scenarios } from "../scenario.ts";
import { withoutNoise } from "./plain-ratio.ts";
import { limitOf } from "./slo-alerts.ts";
import type { Burn, BurnRate, SloFacts } from "./slo-facts.ts";
import type { SloRatios } from "./slo-ratios.ts";

/** More than the limit, and less than a tenth more: a limit that is a tenth off shows. */
const justAbove = 1.05;

/**
 * One scenario for each window of each arm: it rises to the limit and above while its companion is above all the time, and all
 * other windows are well. The recordings are played: what they are made of is proven by their own examples.
 */
export function burnScenarios(facts: SloFacts, burn: Burn, ratios: SloRatios): Scenarios<"ratio"> {
  const [first, second, ...others] = burn.rates.flatMap((rate) => [
    scenarioOf(facts, burn, ratios, { rate, rises: rate.long, companion: rate.short }),
    scenarioOf(facts, burn, ratios, { rate, rises: rate.short, companion: rate.long }),
  ]);
  if (!first || !second) throw new TypeError("an alert of an SLO has an arm");
  return [first, second, ...others];
}

interface Side {
  readonly rate: BurnRate;
  readonly rises: string;
  readonly companion: string;
}

function scenarioOf(facts: SloFacts, burn: Burn, ratios: SloRatios, side: Side): Scenario<"ratio"> {
  const limit = limitOf(facts, side.rate);
  const above = factor(withoutNoise(side.rate.factor * facts.budget * justAbove));
  const read = new Set<string>(burn.rates.flatMap(({ long, short }) => [long, short]));
  const plays = [...ratios].flatMap(([window, ratio]): Play[] => {
    if (!read.has(window)) return [];
    if (window === side.rises) return [holds(ratio, { ok: 0, limit: limit, firing: above })];
    return [holds(ratio, window === side.companion ? above : 0)];
  });
  return { given: plays, value: above, onTargets: facts.indicator.onTargets(shareOf(facts, burn)) };
}

/**
 * How much is bad on targets. What burns slowly must not burn fast, or its page would silence it: it is in the middle between all
 * limits of the ticket and the next one of the page, by the same factor from both; where there is no such place everything is bad.
 */
function shareOf({ budget, burns }: SloFacts, { speed, window, rates }: Burn): number {
  const page = burns.find((one) => one.window === window && one.speed === "fast");
  const highest = Math.max(...rates.map((rate) => rate.factor));
  const next = Math.min(...(page?.rates ?? []).map((rate) => rate.factor));
  const share = budget * Math.sqrt(highest * next);
  // An objective that leaves no budget is told by a check; it must get that far.
  const isShare = share > 0 && share < 1;
  return speed === "slow" && highest < next && isShare ? Number(share.toPrecision(3)) : 1;
}
