import { type AlertDefinition, type AlertOptions, alert } from "../alert.ts";
import type { Condition } from "../expression/condition.ts";
import { holds, type Given } from "../given.ts";
import { type Quantity, factor } from "../quantity.ts";
import type { Scenario, Scenarios } from "../scenario.ts";
import type { JobGauge, PerJob } from "./indicator.ts";
import {
  type Burn,
  type BurnRate,
  type ResolvedSlo,
  type SloWindow,
  msOf,
  plainRatio,
  withoutNoise,
} from "./resolved-slo.ts";
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

type Words = Pick<AlertOptions<PerJob>, "summary" | "description" | "impact" | "actions">;

/** The texts of an alert of an SLO. */
export function burnText(slo: ResolvedSlo, burn: Burn): Words {
  const { indicator, options } = slo;
  const { words } = indicator;
  return {
    summary: ({ value }) => `${options.title}: ${value} ${words}, the budget burns ${speedText[burn.speed]}`,
    description: `The objective is ${percentText(slo.objective)} over ${daysText(burn.window)}, so ${percentText(slo.budget)} may be bad. Bad was more than ${burn.rates.map(paceText).join(", or more than ")}. ${minimumText(slo)}`,
    impact: burn.options.impact ?? impactOf(slo, burn),
    actions: burn.options.actions ?? actionsOf(slo, burn),
  };
}

function paceText({ factor, long, short, budget }: BurnRate): string {
  const pace = factor === 1 ? "that" : `${factor} times that`;
  return `${pace} over ${long} and still over ${short} (${percentText(plainRatio(budget))} of the budget in ${long})`;
}

/** Below which traffic an alert is silent, because it would mean nothing. */
function minimumText({ indicator, options }: ResolvedSlo): string {
  const unit = indicator.counts === "events" ? "a second" : "measured instances";
  return `At ${options.minimumTraffic} ${unit} or less, on the mean of a window, it does not fire.`;
}

const speedText = { fast: "fast", slow: "too fast to last" } as const;

/** How soon the budget is gone, at the slowest and at the fastest of these paces. */
function impactOf({ options }: ResolvedSlo, { rates, window }: Burn): string {
  const paces = rates.map((rate) => rate.factor);
  const [slowest, fastest] = [Math.min(...paces), Math.max(...paces)];
  const soonest = lastsFor(window, fastest);
  const latest = lastsFor(window, slowest);
  const when = soonest === latest ? latest : `${withoutUnit(soonest, latest)} to ${latest}`;
  return `${options.impact} At this pace the budget of ${daysText(window)} is gone in ${when}.`;
}

/** Hours, or days from three of them on: nobody plans by the minute. */
function lastsFor(window: SloWindow, factor: number): string {
  const hours = Math.max(1, Math.round(msOf(window) / factor / 3_600_000));
  return hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** `10` of `10 days`, where the unit follows anyway. */
function withoutUnit(text: string, next: string): string {
  const [number = "", unit = ""] = text.split(" ");
  return next.endsWith(` ${unit}`) ? number : text;
}

function actionsOf(slo: ResolvedSlo, { speed }: Burn): readonly [string, ...string[]] {
  const look = `Open the dashboard of the SLOs, row "${rowTitle(slo)}": the panel Bad share says since when, and whether it still goes on.`;
  if (speed === "fast") {
    return [
      look,
      "What changed then? Take a deployment back before you understand it: each minute costs budget.",
      "Nothing changed: look for the alert of the same service that names the cause.",
      "When it is over, note on the panel Budget left over time how much it has cost.",
    ];
  }
  return [
    look,
    "What is bad, only one endpoint or instance, or a little of everything? The other dashboards of the service say.",
    "Plan the repair before the budget is gone; until then put off risky deployments.",
  ];
}

/** The heading of an SLO on the dashboard. */
export function rowTitle(slo: ResolvedSlo): string {
  const windows = slo.windows.map(daysText).join(" and ");
  return `${slo.options.title}: ${percentText(slo.objective)} over ${windows}`;
}

function daysText(window: SloWindow): string {
  return `${Number.parseInt(window, 10)} days`;
}

function percentText(share: number): string {
  return `${withoutNoise(share * 100)}%`;
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
