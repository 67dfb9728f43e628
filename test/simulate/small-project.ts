// Small neutral projects, and what becomes of them in the simulated world.
import { service, type Definitions, type Platform, type Service } from "signalbox";
import { completedSeries } from "../../scripts/simulate/complete-series.ts";
import { healthyPlan, type Stage } from "../../scripts/simulate/plan.ts";
import { seriesOfModel } from "../../scripts/simulate/series-of-model.ts";
import { sampleReader, samplesOf } from "../../scripts/simulate/json-target.ts";
import { outlookOn } from "../../scripts/simulate/health/outlook.ts";
import { settledPlans, type Plans } from "../../scripts/simulate/health/settled-plans.ts";
import { firing } from "../../scripts/simulate/health/settle.ts";
import { watchedRules } from "../../scripts/simulate/health/watched-rules.ts";
import type { Plan } from "../../scripts/simulate/claims.ts";
import { resolve } from "../../generators/model/resolve.ts";
import type { Model } from "../../generators/model/model.ts";
import { critical, smallPlatform } from "../checks/small-platform.ts";

const startedMs = Date.UTC(2026, 0, 5, 12);

/** What an alert must have besides its condition and its scenario. */
export const words = {
  severity: critical,
  component: "depot",
  for: "5m",
  summary: "Something is wrong",
  description: "Something is not as it should be.",
  impact: "Parcels wait.",
  actions: ["Read the log."],
} as const;

type Parts = Partial<Pick<Service, "jobs" | "metrics" | "recordings" | "alerts" | "slos" | "jsonFields">>;

/** A project of one service. */
export function projectOf(parts: Parts, platform: Partial<Platform> = {}): Definitions {
  const depot = service("depot", {
    title: "Depot",
    description: "Where parcels are.",
    owner: "Depot team",
    jobs: {},
    metrics: {},
    alerts: {},
    ...parts,
  });
  return { platform: { ...smallPlatform, ...platform }, services: [depot] };
}

/** A project in the simulated world. */
export interface Simulated {
  readonly model: Model;
  readonly plans: Plans;
  /** The alerts that fire when all is well. */
  readonly unasked: readonly string[];
  /** Those that would if the scenarios alone said what is healthy. */
  readonly unsettled: readonly string[];
  /** The alerts that fire while a scenario of an alert is played, sorted. */
  readonly firingWith: (alert: string, index?: number) => readonly string[];
}

/** @param model of the definitions; left out: it is worked out */
export function simulated(
  definitions: Definitions,
  speed = 1,
  { model }: Pick<Simulated, "model"> = resolve(definitions),
): Simulated {
  const series = completedSeries(seriesOfModel(model), model.alerts);
  const sampleOf = sampleReader(model, samplesOf(definitions.services));
  const stage: Stage = { series, alerts: model.alerts, speed, startedMs, sampleOf };
  const plans = settledPlans({ ...stage, model });
  const rules = watchedRules(model);
  const namesOf = (plan: Plan, momentsMs: readonly number[]) =>
    firing(outlookOn(plan, { rules, speed, startedMs, momentsMs, everyMs: (one) => one.everyMs / speed }))
      .map(({ name }) => name)
      .sort();
  const measured = [...plans.healthy].filter(([one]) => one.isMeasured);
  return {
    model,
    plans,
    unasked: namesOf(plans.healthy, [0, 3_600_000]),
    unsettled: namesOf(new Map([...healthyPlan(stage), ...measured]), [0, 3_600_000]),
    firingWith(alert, index = 0) {
      const scenario = model.alerts.find(({ name }) => name === alert)?.scenarios[index];
      if (!scenario) throw new Error(`${alert} has no scenario ${index + 1}`);
      const { changes, fires, others } = plans.firing(scenario);
      if (changes.size === 0) throw new Error(`${alert} givens nothing`);
      return [...(fires ? [alert] : []), ...others.map(({ name }) => name)].sort();
    },
  };
}
