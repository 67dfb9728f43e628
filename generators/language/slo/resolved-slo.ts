import { type RuleDuration, durationInMs } from "../duration.ts";
import type { Allowances } from "../allow.ts";
import type { Place } from "../place.ts";
import { type Quantity, amountIn, amountOf, factor, percent } from "../quantity.ts";
import { type RuleGroup, ruleGroup } from "../rule-group.ts";
import type { Severity } from "../alert.ts";
import type { Indicator } from "./indicator.ts";
import { pascalCase } from "../pascal-case.ts";

/** A pace at which the budget burns too fast: over a long window, and still over a short one, so that the alert ends soon after the fault. */
export interface BurnBranch {
  /** The share of the budget that burns in the long window at this pace: `percent(2)`. */
  readonly budget: Quantity<"ratio">;
  /** The window over which this share burns: `"1h"`. */
  readonly long: RuleDuration;
  /** A shorter window, over which the pace must still hold: `"5m"`, a twelfth of the long one. */
  readonly short: RuleDuration;
}

export interface BurnAlertOptions {
  /** How bad it is: one of the platform's severities. */
  readonly severity: Severity;
  /** The paces, at any of which it fires. Default: those of the SRE workbook. */
  readonly branches?: readonly [BurnBranch, ...BurnBranch[]];
  /** How long the pace must hold; the windows wait already, so it only skips a single odd evaluation. Default: `1m` for a page, `5m` for a ticket. */
  readonly for?: RuleDuration;
  /** What users notice. Default: the `impact` of the SLO, and how soon the budget is gone. */
  readonly impact?: string;
  /** What to do, step by step. Default: what to look at on the SLO dashboard. */
  readonly actions?: readonly [string, ...string[]];
}

/** The alerts on how fast a budget burns. */
export interface BurnAlerting {
  /** Fast: somebody must act at once. */
  readonly page: BurnAlertOptions;
  /** Slowly: somebody must act in the next days. */
  readonly ticket: BurnAlertOptions;
}

// https://sre.google/workbook/alerting-on-slos/, "Multiwindow, Multi-Burn-Rate Alerts": a short window is a twelfth of its
// long one. Over 30 days these are 14.4, 6, 3 and 1 times the pace that would just use the budget up.

export const workbookPage: readonly [BurnBranch, ...BurnBranch[]] = [
  { budget: percent(2), long: "1h", short: "5m" },
  { budget: percent(5), long: "6h", short: "30m" },
];

export const workbookTicket: readonly [BurnBranch, ...BurnBranch[]] = [
  { budget: percent(10), long: "1d", short: "2h" },
  { budget: percent(10), long: "3d", short: "6h" },
];

/** Four whole weeks, each with the same number of weekends, or about a month. */
export type SloWindow = "28d" | "30d";

export interface SloOptions {
  /** What is promised, in a few words: `"HTTP API answers"`. */
  readonly title: string;
  /** What the promise means for users, and why it is not higher. */
  readonly description: string;
  /** What users notice when it is broken. */
  readonly impact: string;
  /** The people who are responsible for it. Default: the owner of the service. */
  readonly owner?: string;
  /** The part of the service that is affected; becomes the `component` of its alerts. */
  readonly component: string;
  /** The share that must be good: `percent(99.9)`. Above 0, and below 100 %, so that there is a budget. */
  readonly objective: Quantity<"ratio">;
  /** The time over which the objective counts: `"28d"`, or several, each with its own budget and alerts. */
  // Spelled out, because a message shows the name of an alias and not what it stands for.
  readonly window: "28d" | "30d" | readonly ["28d", "30d"] | readonly ["30d", "28d"];
  /** What is measured, and what of it is bad: `failing(…)`, `slowerThan(…)` or `timeIn(…)`. */
  readonly indicator: Indicator;
  /** No alert fires while there is no more than this, on average over its window: events per second, or measured instances of `timeIn`. */
  readonly minimumTraffic: number;
  /**
   * The window of the rates by which events are counted. Default: `1m`.
   *
   * A fault is seen this much later, so keep it short, but at least four scrapes of the job long.
   */
  readonly rateOver?: RuleDuration;
  /** The alerts on how fast the budget burns; usually the same for all SLOs. */
  readonly alerting: BurnAlerting;
  /** Checks to suppress for this SLO, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** A branch of an alert as a burn rate: how many times faster than the pace that just uses the budget up. */
export interface BurnRate extends BurnBranch {
  readonly factor: number;
}

/** One alert of an SLO: how fast the budget of one window burns. */
export interface Burn {
  readonly name: string;
  readonly speed: "fast" | "slow";
  readonly window: SloWindow;
  readonly rates: readonly BurnRate[];
  readonly options: BurnAlertOptions;
}

/** An SLO with everything that follows from its options. */
export interface ResolvedSlo {
  readonly id: string;
  readonly options: SloOptions;
  readonly indicator: Indicator;
  /** 0.999 */
  readonly objective: number;
  /** The share that may be bad: 0.001. */
  readonly budget: number;
  /** The same as a quantity; a factor, so that an objective above 100 % reaches the check that reports it. */
  readonly budgetQuantity: Quantity<"ratio">;
  readonly windows: readonly SloWindow[];
  /** The windows of the alerts, each once, the shortest first. */
  readonly burnWindows: readonly RuleDuration[];
  readonly burns: readonly Burn[];
  readonly groups: Readonly<Record<"recordings" | "budgets" | "alerts", RuleGroup>>;
  readonly place: Place;
}

/** Everything that follows from what the author wrote. */
export function resolveSlo(id: string, options: SloOptions, place: Place): ResolvedSlo {
  const windows = typeof options.window === "string" ? [options.window] : options.window;
  const objective = plainRatio(options.objective);
  const budget = withoutNoise(1 - objective);
  const burns = windows.flatMap((window) => {
    const suffix = windows.length > 1 ? window : "";
    const { page, ticket } = options.alerting;
    return [
      burnOf(`${pascalCase(id)}BurnsFast${suffix}`, "fast", window, page),
      burnOf(`${pascalCase(id)}BurnsSlowly${suffix}`, "slow", window, ticket),
    ];
  });
  const used = burns.flatMap(({ rates }) => rates.flatMap(({ long, short }) => [long, short]));
  return {
    id,
    options,
    indicator: options.indicator,
    objective,
    budget,
    budgetQuantity: factor(budget),
    windows,
    burnWindows: [...new Set(used)].sort((a, b) => msOf(a) - msOf(b)),
    burns,
    groups: groupsOf(id),
    place,
  };
}

/** The rest of a budget changes slowly, and each evaluation reads the whole window. */
const slowly = "2m";

function groupsOf(id: string): ResolvedSlo["groups"] {
  return {
    recordings: ruleGroup(`slo_${underscored(id)}_recordings`),
    budgets: ruleGroup(`slo_${underscored(id)}_budgets`, { every: slowly }),
    alerts: ruleGroup(`slo_${underscored(id)}_alerts`),
  };
}

function burnOf(name: string, speed: Burn["speed"], window: SloWindow, options: BurnAlertOptions): Burn {
  const branches = options.branches ?? (speed === "fast" ? workbookPage : workbookTicket);
  const rates = branches.map((branch) => ({ ...branch, factor: factorOf(branch, window) }));
  return { name, speed, window, rates, options };
}

/** 2 % of 30 days' budget in an hour is 0.02 × 720 = 14.4 times the pace that lasts 30 days. */
function factorOf({ budget, long }: BurnBranch, window: SloWindow): number {
  // Four digits: 10 % of 28 days in 3 days is 0.9333, and the rest nobody can measure.
  // A window of nothing is a problem of its own, and has no pace.
  return Number(((plainRatio(budget) * msOf(window)) / (msOf(long) || msOf(window))).toPrecision(4));
}

/** A window in milliseconds. */
export function msOf(window: RuleDuration): number {
  return durationInMs(window) ?? 0;
}

/** The id as a part of a metric's name: `http_api_availability`. */
function underscored(id: string): string {
  return id.replaceAll("-", "_");
}

/** The name of a recording: `job:http_api_availability_bad:ratio_1h`. */
export function recordingName({ id }: Pick<ResolvedSlo, "id">, what: string): string {
  return `job:${underscored(id)}_${what}`;
}

/** The number that a ratio is, without the noise of binary floating point: `percent(99.9)` is 0.999. */
export function plainRatio(quantity: Quantity<"ratio">): number {
  const amount = amountOf(quantity);
  if (!amount) throw new TypeError("write the ratio as a quantity, such as percent(99.9)");
  const { value, factors } = amountIn(amount, "ratio");
  return withoutNoise(factors.reduce((product, factor) => product * factor, value));
}

/** 1 - 0.999 is 0.0010000000000000009. */
export function withoutNoise(n: number): number {
  return Number(n.toPrecision(12));
}
