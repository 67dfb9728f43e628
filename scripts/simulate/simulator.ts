import type { Scenario } from "../../generators/language/scenario.ts";
import type { Service } from "../../generators/language/service.ts";
import type { Model } from "../../generators/model/model.ts";
import { secretsIn } from "../../generators/model/secrets-in.ts";
import { completedSeries } from "./complete-series.ts";
import type { FiringPlan } from "./health/firing-plan.ts";
import { settledPlans } from "./health/settled-plans.ts";
import type { Unrest } from "./health/unrest.ts";
import { knownScenario } from "./known-scenario.ts";
import { sampleReader, samplesOf } from "./json-target.ts";
import { seriesOfModel } from "./series-of-model.ts";
import { serveTargets, type ServedTargets } from "./serve-targets.ts";
import { createWorld } from "./world.ts";

export interface SimulatorOptions {
  readonly model: Model;
  /** Where the sample answers of JSON endpoints stand. */
  readonly services: readonly Service[];
  /** How much faster the time of rules goes than that of clocks; left out: as fast. */
  readonly speed?: number;
}

/** Every scrape target of every service, on free ports of 127.0.0.1. */
export interface Simulator extends ServedTargets {
  /** The tokens that targets ask for, by the names of their secrets. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Plays the scenario of an alert (`Name:2` is the second of several); returns why that cannot be done. */
  readonly fire: (alert: string) => string | undefined;
  /** Ends the scenario of an alert; left out: of all. */
  readonly rest: (alert?: string) => void;
  /** Every simulated program is as if it had just been started. */
  readonly restart: () => void;
  readonly firing: () => readonly string[];
  /** Alerts that fire though nothing is wrong, because no healthy values were found for them, or for which that is not known. */
  readonly unrest: readonly Unrest[];
  /** What else is to be known of what is being played: alerts that fire with it, and why one does not. */
  readonly remarks: () => readonly string[];
  /** From now on the real program at `url` answers behind a simulated address such as `prometheus:9090`. */
  readonly putBehind: (address: string, url: string) => void;
}

/** Starts simulating: all is well until an alert is made to fire. */
export async function startSimulator({ model, services, speed = 1 }: SimulatorOptions): Promise<Simulator> {
  const series = completedSeries(seriesOfModel(model), model.alerts);
  const samples = samplesOf(services);
  const sampleOf = sampleReader(model, samples);
  const startedMs = Date.now();
  const plans = settledPlans({ model, series, alerts: model.alerts, speed, startedMs, sampleOf });
  const world = createWorld({
    ...plans,
    firing: (scenario) => plans.firing(scenario).changes,
    now: Date.now,
  });
  const real = new Map<string, string>();
  const tokens = new Map(secretsIn(model.jobs).map(({ name }) => [name, `simulated-${name}`]));
  const served = await serveTargets({ model, series, world, samples, tokens, real });
  const firing = new Map<string, Scenario>();
  return {
    ...served,
    tokens,
    fire(name) {
      const search = knownScenario(name, model, series);
      if ("complaint" in search) return search.complaint;
      firing.set(name, search.scenario);
      world.play([...firing.values()]);
      return undefined;
    },
    rest(name) {
      if (name === undefined) firing.clear();
      else firing.delete(name);
      world.play([...firing.values()]);
    },
    restart: world.restart,
    firing: () => [...firing.keys()],
    unrest: plans.unrest,
    remarks: () => [...firing].flatMap(([name, scenario]) => remarksOn(name, plans.firing(scenario))),
    putBehind: (address, url) => void real.set(address, url),
  };
}

function remarksOn(name: string, { fires, others }: FiringPlan): string[] {
  const along = others.map((one) => one.name).join(", ");
  return [
    ...(fires ? [] : [`${name} does not fire with the series that its scenario gives on these targets`]),
    ...(along === "" ? [] : [`the scenario of ${name} also makes these fire: ${along}`]),
  ];
}
