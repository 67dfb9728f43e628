import { durationInMs, type RuleDuration } from "../duration.ts";
import type { Place } from "../place.ts";
import { factor, type Quantity } from "../quantity.ts";
import { ruleGroup, type RuleGroup } from "../rule-group.ts";
import { workbookPage, workbookTicket, type BurnAlertOptions, type BurnArm } from "./burn-alerting.ts";
import type { Indicator } from "./indicator.ts";
import { plainRatio, withoutNoise } from "./plain-ratio.ts";
import type { SloOptions, SloWindow } from "./slo.ts";

/** An arm of an alert as a pace: so many times what would just use the budget up. */
export interface BurnRate extends BurnArm {
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
export interface SloFacts {
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
export function sloFacts(id: string, options: SloOptions, place: Place): SloFacts {
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

function groupsOf(id: string): SloFacts["groups"] {
  return {
    recordings: ruleGroup(`slo_${underscored(id)}_recordings`),
    budgets: ruleGroup(`slo_${underscored(id)}_budgets`, { every: slowly }),
    alerts: ruleGroup(`slo_${underscored(id)}_alerts`),
  };
}

function burnOf(name: string, speed: Burn["speed"], window: SloWindow, options: BurnAlertOptions): Burn {
  const arms = options.arms ?? (speed === "fast" ? workbookPage : workbookTicket);
  const rates = arms.map((arm) => ({ ...arm, factor: factorOf(arm, window) }));
  return { name, speed, window, rates, options };
}

/** 2 % of 30 days' budget in an hour is 0.02 × 720 = 14.4 times the pace that lasts 30 days. */
function factorOf({ budget, long }: BurnArm, window: SloWindow): number {
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
export function recordingName({ id }: Pick<SloFacts, "id">, what: string): string {
  return `job:${underscored(id)}_${what}`;
}

/** The id as a part of an alert's name: `HttpApiAvailability`. */
function pascal(id: string): string {
  return id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
