import type { Missing } from "../../generators/language/given.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import { givenMetrics } from "../../generators/rule-tests/setup.ts";
import { claimsOf, type Plan } from "./claims.ts";
import { groupBy } from "../../generators/group-by.ts";
import { healthyMotion } from "./healthy-motion.ts";
import type { Motion } from "./motion.ts";
import { familyKey, isGauge, partsOf, type SimulatedSeries } from "./series.ts";
import { sharesOf } from "./shares.ts";

/** What a plan needs to know of an alert. */
export interface StageAlert extends Pick<AlertModel, "scenarios"> {
  readonly severity: Pick<AlertModel["severity"], "rank">;
}

/** What plans are made for. */
export interface Stage {
  readonly series: readonly SimulatedSeries[];
  readonly alerts: readonly StageAlert[];
  /** How much faster the time of rules goes than that of clocks. */
  readonly speed: number;
  readonly startedMs: number;
  /** What the sample of a JSON endpoint says of a series. */
  readonly sampleOf: (series: SimulatedSeries) => number | Missing | undefined;
}

// Enough to be seen, where a scenario plays one of many: one provider of several.
const trickle = 0.01;

/**
 * Healthy values: from the scenarios of all alerts, and for the rest by unit and type.
 *
 * Where scenarios differ, the alert of the least severity says it: it is the one that bears least.
 */
export function healthyPlan(stage: Stage): Plan {
  const plan = new Map<SimulatedSeries, Motion>();
  const strictestFirst = [...stage.alerts].sort((a, b) => b.severity.rank - a.severity.rank);
  for (const { scenarios } of strictestFirst) {
    const [first] = scenarios;
    if (first) addClaims(plan, claimsOf(first, "ok", stage));
  }
  const isTrend = trends(stage);
  for (const family of groupBy(stage.series, familyKey).values()) {
    // Beside a series that an alert watches little happens, so that sums stay what the scenario says.
    const isWatched = family.some((series) => plan.has(series));
    const shares = sharesOf(family);
    for (const [index, series] of family.entries()) {
      const share = (shares[index] ?? 0) * (isWatched ? trickle : 1);
      const facts = { sample: stage.sampleOf(series), share, startedMs: stage.startedMs, speed: stage.speed };
      const motion = startedFrom(healthyMotion(series, facts), plan.get(series));
      plan.set(series, isTrend(series) ? withoutSway(motion) : motion);
    }
  }
  return plan;
}

/** Tells whether a rule looks at how a gauge moves, and not at where it is: what sways would look like a trend. */
function trends({ alerts }: Stage): (series: SimulatedSeries) => boolean {
  const givens = alerts.flatMap(({ scenarios }) => scenarios.flatMap((scenario) => scenario.given));
  const moving = givenMetrics(givens.filter(({ kind }) => kind !== "holds"));
  return (series) => isGauge(series) && moving.has(series.metric);
}

function withoutSway(motion: Motion): Motion {
  if (motion.kind !== "linear") return motion;
  const { valueSway: _, ...still } = motion;
  return still;
}

/** Adds what nobody has spoken of. Of what is summed up only one scenario may speak: two would be double the traffic. */
function addClaims(plan: Map<SimulatedSeries, Motion>, claims: Plan): void {
  const summed = new Set([...plan.keys()].filter((series) => !isGauge(series)).map(familyKey));
  for (const [series, motion] of claims) {
    if (!plan.has(series) && !summed.has(familyKey(series))) plan.set(series, motion);
  }
}

/** What changes while a scenario fires. Of a metric that it names, what it does not name is not there. */
export function scenarioPlan(scenario: Scenario, stage: Stage): Plan {
  const claims = claimsOf(scenario, "firing", stage);
  return withoutTheRest(claims, stage.series, familyKey);
}

/** The claims, and of the series that have a key in common with one of them those that nobody claims are not there. */
export function withoutTheRest(
  claims: Plan,
  series: readonly SimulatedSeries[],
  keyOf: (series: SimulatedSeries) => string,
): Plan {
  const plan = new Map(claims);
  const keys = new Set([...claims.keys()].filter(({ isMeasured }) => !isMeasured).map(keyOf));
  for (const one of series) {
    if (!one.isMeasured && keys.has(keyOf(one)) && !plan.has(one)) plan.set(one, absence(one));
  }
  return plan;
}

/** A scenario that says only how a series moves leaves it to begin where a healthy one is. */
function startedFrom(healthy: Motion, said: Motion | undefined): Motion {
  if (healthy.kind !== "linear" || !healthy.from) return said ?? healthy;
  if (said?.kind === "stays") return { ...said, at: healthy.from };
  return said?.kind === "linear" ? { from: healthy.from, ...said } : (said ?? healthy);
}

/** A counter stands still: one that vanished would come back as a restart. */
function absence(series: SimulatedSeries): Motion {
  if (isGauge(series)) return { kind: "missing" };
  return { kind: "linear", perSecond: partsOf(series).map(() => 0) };
}
