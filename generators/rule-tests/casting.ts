import { decoySituation } from "./decoys.ts";
import type { Phases } from "./phases.ts";
import type { TestSeries, Situation } from "./test-series.ts";
import type { PhasedSeries } from "./test-group.ts";

/** Gives a series its phases. */
export function during(phases: Phases): (signal: TestSeries) => PhasedSeries {
  return (signal) => ({ series: signal, phases });
}

/** One situation from the beginning to the end. */
export function whole(situation: Situation): Phases {
  return { phases: [{ fromMs: 0, situation }] };
}

/** A series that must not be read does the same all the time. */
export function asDecoy(signal: TestSeries): PhasedSeries {
  return { series: signal, phases: whole(decoySituation(signal)) };
}
