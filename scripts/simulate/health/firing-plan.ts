import type { Scenario } from "../../../generators/language/scenario.ts";
import { claimsOf, type ClaimsOptions, type Plan } from "../claims.ts";
import { withoutTheRest } from "../plan.ts";
import { selectSeries } from "../select-series.ts";
import { familyKey, type SimulatedSeries } from "../series.ts";
import type { Outlook } from "./outlook.ts";
import type { WatchedAlert } from "./watched-rules.ts";

/** What is done so that an alert fires, and what then does. */
export interface FiringPlan {
  readonly changes: Plan;
  readonly fires: boolean;
  /** Other alerts that fire of the same values, and did not before. */
  readonly others: readonly WatchedAlert[];
}

/**
 * What changes while a scenario of an alert is played. If there are several ways, the one with which it fires and the fewest others do.
 *
 * Of a metric that the scenario names, what it does not name is not there, as in its rule test; where an alert looks at several
 * targets, or at what its scenario does not name, more of its rule test must be played.
 */
export function firingPlan(
  scenario: Scenario,
  alert: WatchedAlert,
  healthy: Outlook,
  options: ClaimsOptions,
): FiringPlan {
  let best: FiringPlan | undefined;
  for (const changes of waysToFire(scenario, alert, options)) {
    const outlook = healthy.with(changes);
    const firesNow = (one: WatchedAlert) => (outlook.excess.get(one) ?? 0) >= 1;
    const others = [...outlook.excess.keys()].filter(
      (one) => one !== alert && firesNow(one) && (healthy.excess.get(one) ?? 0) < 1,
    );
    // Where that is not known its rule test is believed, as it is where an alert fires only while something changes: an outlook has no past.
    const fires = scenario.within !== undefined || outlook.excess.get(alert) !== 0;
    const plan = { changes, fires, others };
    if (plan.fires && others.length === 0) return plan;
    if (!best || isBetter(plan, best)) best = plan;
  }
  return best ?? { changes: new Map(), fires: false, others: [] };
}

function isBetter(plan: FiringPlan, than: FiringPlan): boolean {
  if (plan.fires !== than.fires) return plan.fires;
  return plan.others.length < than.others.length;
}

function* waysToFire(scenario: Scenario, alert: WatchedAlert, options: ClaimsOptions): Generator<Plan> {
  const { series } = options;
  const metricOf = ({ job, metric }: SimulatedSeries) => JSON.stringify([job, metric]);
  const one = claimsOf(scenario, "firing", options);
  yield withoutTheRest(one, series, familyKey);
  yield one;
  yield withoutTheRest(one, series, metricOf);
  const all = claimsOf(scenario, "firing", { ...options, isEverywhere: true });
  yield withoutTheRest(all, series, metricOf);
  yield all;
  for (const claims of [one, all]) yield withNothingElse(claims, alert, series);
}

/** Of all that the alert looks at there is only what is claimed. */
function withNothingElse(
  claims: Plan,
  { selectors }: WatchedAlert,
  series: readonly SimulatedSeries[],
): Plan {
  const read = selectors.flatMap((node) => selectSeries(node, series)?.series ?? []);
  const others = read.filter((one) => !one.isMeasured && !claims.has(one));
  return new Map([...others.map((one) => [one, { kind: "missing" }] as const), ...claims]);
}
