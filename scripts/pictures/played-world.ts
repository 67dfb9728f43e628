import type { Definitions } from "../../generators/language/platform.ts";
import type { Model } from "../../generators/model/model.ts";
import { recordedUnder } from "../../generators/model/lookups.ts";
import type { EvaluatedSeries, EvaluationWorld } from "../../generators/promql/evaluate/world.ts";
import { completedSeries } from "../simulate/complete-series.ts";
import type { Plan } from "../simulate/claims.ts";
import { groupBy } from "../../generators/group-by.ts";
import { settledPlans } from "../simulate/health/settled-plans.ts";
import { namesOf } from "../simulate/health/outlook.ts";
import { storedLines } from "../simulate/health/stored-lines.ts";
import { sampleReader, samplesOf } from "../simulate/json-target.ts";
import { knownScenario } from "../simulate/known-scenario.ts";
import type { Motion } from "../simulate/motion.ts";
import type { SimulatedSeries } from "../simulate/series.ts";
import { seriesOfModel } from "../simulate/series-of-model.ts";

/** All series over a time: all is well, and from a moment on the scenario of an alert is played, as `simulate` plays it. */
export interface PlayedWorld {
  /** How the world is so long after the start. */
  readonly at: (elapsedMs: number) => EvaluationWorld;
  readonly badMs: number;
}

export interface Play {
  readonly definitions: Definitions;
  readonly model: Model;
  /** The alert whose scenario is played; a second scenario is `Name:2`. */
  readonly fire: string;
  /** From when on, after the start. */
  readonly badMs: number;
  /** Milliseconds since 1970: the start. */
  readonly startedMs: number;
}

/** Throws an Error where the alert has no scenario that can be played. */
export function playedWorld({ definitions, model, fire, badMs, startedMs }: Play): PlayedWorld {
  const series = completedSeries(seriesOfModel(model), model.alerts);
  const sampleOf = sampleReader(model, samplesOf(definitions.services));
  const plans = settledPlans({ model, series, alerts: model.alerts, speed: 1, startedMs, sampleOf });
  const search = knownScenario(fire, model, series);
  if ("complaint" in search) throw new Error(search.complaint);
  const bad: Plan = new Map([...plans.healthy, ...plans.firing(search.scenario).changes]);
  const [whileWell, whileBad] = [plans.healthy, bad].map((plan) => ({
    plan,
    byName: seriesByName(plan),
    model,
    startedMs,
  }));
  const parts = (elapsedMs: number) => (elapsedMs < badMs ? whileWell : whileBad);
  return {
    badMs,
    at: (elapsedMs) => {
      const known = parts(elapsedMs);
      if (!known) throw new RangeError(`there is no world after ${elapsedMs} ms`);
      return worldAt(known, elapsedMs);
    },
  };
}

function seriesByName(plan: Plan): ReadonlyMap<string, readonly SimulatedSeries[]> {
  const named = [...plan.keys()].flatMap((one) => namesOf(one).map((name) => ({ name, one })));
  return new Map(
    [...groupBy(named, ({ name }) => name)].map(([name, own]) => [name, own.map(({ one }) => one)]),
  );
}

interface Known {
  readonly plan: Plan;
  readonly byName: ReadonlyMap<string, readonly SimulatedSeries[]>;
  readonly model: Pick<Model, "recordings">;
  readonly startedMs: number;
}

function worldAt({ plan, byName, model, startedMs }: Known, elapsedMs: number): EvaluationWorld {
  const memory = new Map<string, unknown>();
  const found = new Map<string, EvaluatedSeries[]>();
  return {
    seriesOf: (name) => {
      const before = found.get(name);
      if (before) return before;
      const lines = (byName.get(name) ?? []).flatMap((one) => {
        const motion = plan.get(one);
        return motion ? linesOf(one, motion, name, startedMs, elapsedMs) : [];
      });
      found.set(name, lines);
      return lines;
    },
    recorded: (name) => recordedUnder(model, name),
    nowSeconds: (startedMs + elapsedMs) / 1000,
    speed: 1,
    isAlways: true,
    remember: <Value>(key: string, work: () => Value): Value => {
      // A cast: what is kept under a key is what the same work made.
      if (!memory.has(key)) memory.set(key, work());
      return memory.get(key) as Value;
    },
  };
}

function linesOf(
  series: SimulatedSeries,
  motion: Motion,
  name: string,
  startedMs: number,
  elapsedMs: number,
): EvaluatedSeries[] {
  const everyMs = () => series.everyMs;
  const lines = storedLines(series, motion, {
    startedMs,
    elapsedMs,
    everyMs,
    swayOf: () => sway(motion, elapsedMs),
  });
  return lines.filter(({ metric }) => metric === name).map((line) => wholeAsStarted(line, motion));
}

/** A whole number stays one while it sways. */
function wholeAsStarted(line: EvaluatedSeries, motion: Motion): EvaluatedSeries {
  const isWhole = motion.kind === "linear" && motion.valueSway && motion.from?.every(Number.isInteger);
  return isWhole && typeof line.level === "number" ? { ...line, level: Math.round(line.level) } : line;
}

/** Where in its sway a motion is, from -1 to 1. */
function sway(motion: Motion, elapsedMs: number): number {
  if (motion.kind !== "linear") return 0;
  const { periodMs } = motion.valueSway ?? motion.growthSway ?? {};
  return periodMs === undefined ? 0 : Math.sin((2 * Math.PI * elapsedMs) / periodMs);
}
