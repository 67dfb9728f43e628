import type { Scenario } from "../../generators/language/scenario.ts";
import type { Plan } from "./claims.ts";
import { beginning, restarted, valuesAt, type Motion, type Moving } from "./motion.ts";
import type { SimulatedSeries } from "./series.ts";

/** All series on their way, and the scenarios that are being played. */
export interface World {
  /** The values of the lines of a series now; undefined when it is missing. */
  readonly read: (series: SimulatedSeries) => readonly number[] | undefined;
  /** Plays these scenarios as when they fire, and no others; of two that play one series the later one is played. */
  readonly play: (scenarios: readonly Scenario[]) => void;
  /** Begins all series anew, as a program that has just been started: counters at 0, moments now. */
  readonly restart: () => void;
  /** The series that the scenarios which are being played say something of, and what is measured otherwise when all is well. */
  readonly played: () => ReadonlySet<SimulatedSeries>;
}

export interface WorldOptions {
  /** What all series do when all is well. */
  readonly healthy: Plan;
  /** Series of it that are measured, and are not as they would be by themselves. */
  readonly acted?: ReadonlySet<SimulatedSeries>;
  /** What changes while a scenario is played. */
  readonly firing: (scenario: Scenario) => Plan;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A world in which all is well. */
export function createWorld({ healthy, acted = new Set(), firing: planOf, now }: WorldOptions): World {
  const moving = new Map<SimulatedSeries, Moving>();
  const plans = new Map<Scenario, Plan>();
  let played: ReadonlySet<SimulatedSeries> = acted;
  const read = (series: SimulatedSeries) => {
    const one = moving.get(series);
    return one && valuesAt(one, now());
  };
  const turn = (series: SimulatedSeries, motion: Motion): void => {
    const one = moving.get(series);
    if (one?.motion === motion) return;
    // A counter that was missing goes on from where it was when it vanished.
    const before = read(series) ?? one?.lines.map(({ start }) => start);
    moving.set(series, beginning(series, motion, now(), before));
  };
  const play = (scenarios: readonly Scenario[]): void => {
    // Kept, so that what goes on firing is not begun again.
    for (const one of scenarios) if (!plans.has(one)) plans.set(one, planOf(one));
    const firing = scenarios.flatMap((one) => plans.get(one) ?? []);
    played = new Set([...acted, ...firing.flatMap((plan) => [...plan.keys()])]);
    for (const [series, motion] of healthy) {
      turn(series, firing.findLast((plan) => plan.has(series))?.get(series) ?? motion);
    }
  };
  const restart = (): void => {
    for (const [series, one] of moving) moving.set(series, restarted(series, one, now()));
  };
  play([]);
  return { read, play, restart, played: () => played };
}
