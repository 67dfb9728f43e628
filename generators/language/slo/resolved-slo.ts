import { type RuleDuration, durationInMs } from "../duration.ts";
import type { Allowances } from "../allow.ts";
import type { Place } from "../place.ts";
import { type Quantity, amountIn, amountOf, factor, percent } from "../quantity.ts";
import { type RuleGroup, ruleGroup } from "../rule-group.ts";
import type { Severity } from "../alert.ts";
import type { Indicator } from "./indicator.ts";

/** A pace at which the budget is gone too soon: over a long window, and over a short one, so that it ends when the fault does. */
export interface BurnBranch {
  /** How much of the budget is gone at this pace in the long window. */
  readonly budget: Quantity<"ratio">;
  readonly long: RuleDuration;
  readonly short: RuleDuration;
}

export interface BurnAlertOptions {
  readonly severity: Severity;
  /** It fires at any of these; left out: what the SRE workbook says. */
  readonly branches?: readonly [BurnBranch, ...BurnBranch[]];
  /** Left out: 1m of a page, 5m of a ticket. The windows do the waiting; this survives a single odd evaluation. */
  readonly for?: RuleDuration;
  /** Left out: what the SLO says users notice, and how soon the budget is gone. */
  readonly impact?: string;
  /** Left out: where to look on the dashboard of the SLOs. */
  readonly actions?: readonly [string, ...string[]];
}

/** Who is notified of how fast a budget burns: at once, or when there is time. */
export interface BurnAlerting {
  readonly page: BurnAlertOptions;
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

/** Four whole weeks, so that there are as many weekends in each; or about a month. */
export type SloWindow = "28d" | "30d";

export interface SloOptions {
  /** What is promised, in a few words: `HTTP API answers`. */
  readonly title: string;
  /** What the promise means to users, and why it is not higher. */
  readonly description: string;
  /** What users notice of what is bad. */
  readonly impact: string;
  /** Who answers for it; left out: the owner of the service. */
  readonly owner?: string;
  /** The part of the service that is hurt. */
  readonly component: string;
  /** How much is to be good: above 0, and below 100 %, so that there is a budget. */
  readonly objective: Quantity<"ratio">;
  /** Over which time. Of several each has its own budget and its own alerts. */
  // Spelled out, because a message shows the name of an alias and not what it stands for.
  readonly window: "28d" | "30d" | readonly ["28d", "30d"] | readonly ["30d", "28d"];
  readonly indicator: Indicator;
  /** Of events by the second, of time in measured instances, on the mean of each window: with no more no alert fires. */
  readonly minimumTraffic: number;
  /**
   * How far back the rates look that events are counted by; left out: 1m. It is how much later than by the counters themselves a
   * fault is seen, so it is short, but four scrapes of the job fit into it.
   */
  readonly rateOver?: RuleDuration;
  /** Who is notified of how fast the budget burns: mostly `sloAlerting` of `definitions/platform/slo-alerting.ts`. */
  readonly alerting: BurnAlerting;
  readonly allow?: Allowances;
}

/** A branch of an alert as a pace: so many times what would just use the budget up. */
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

/** What the parts of an SLO are made of. */
export interface ResolvedSlo {
  readonly id: string;
  readonly options: SloOptions;
  readonly indicator: Indicator;
  /** 0.999 */
  readonly objective: number;
  /** What may be bad: 0.001. */
  readonly budget: number;
  /** The same as a quantity: as a factor, so that an objective above 100 % gets as far as the check that says so. */
  readonly budgetQuantity: Quantity<"ratio">;
  readonly windows: readonly SloWindow[];
  /** Those of the alerts, each once, from the shortest. */
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
      burnOf(`${pascal(id)}BurnsFast${suffix}`, "fast", window, page),
      burnOf(`${pascal(id)}BurnsSlowly${suffix}`, "slow", window, ticket),
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

/** What a budget has left changes little in an evaluation, and each looks back at the whole window. */
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
  return Number(((plainRatio(budget) * msOf(window)) / msOf(long)).toPrecision(4));
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

/** The id as a part of an alert's name: `HttpApiAvailability`. */
function pascal(id: string): string {
  return id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** The number that a ratio is, without the noise of binary floating point: `percent(99.9)` is 0.999. */
export function plainRatio(quantity: Quantity<"ratio">): number {
  const amount = amountOf(quantity);
  if (!amount) throw new TypeError("a share is a quantity such as percent(99.9)");
  const { value, factors } = amountIn(amount, "ratio");
  return withoutNoise(factors.reduce((product, factor) => product * factor, value));
}

/** 1 - 0.999 is 0.0010000000000000009. */
export function withoutNoise(n: number): number {
  return Number(n.toPrecision(12));
}
