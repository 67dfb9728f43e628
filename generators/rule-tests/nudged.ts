import { eachSituation } from "../series/given.ts";
import type { Behaviour } from "../series/series.ts";
import type { PhasedSeries } from "./phases.ts";

/** More than what sums in another order differ by, and less than what anybody would give on purpose. */
const hair = 1e-7;

/** How much more, or less, is played to see whether a moment depends on the last digits of a number. */
export const nudges: readonly number[] = [1 + hair, 1 - hair];

/** The series, which does a little more, or a little less, of all that it does: what stays the same goes on staying the same. */
export function nudged({ series, phases }: PhasedSeries, by: number): PhasedSeries {
  const behaviour = eachSituation((situation) => scaled(series.behaviour[situation], by));
  return { series: { ...series, behaviour }, phases };
}

function scaled(behaviour: Behaviour, by: number): Behaviour {
  switch (behaviour.kind) {
    case "constant":
      return { ...behaviour, value: behaviour.value * by };
    case "grows":
      return { ...behaviour, by: behaviour.by * by };
    case "ahead":
      return { ...behaviour, seconds: behaviour.seconds * by };
    case "follows": {
      const samples = behaviour.samples.map((one) => (one === "missing" ? one : one * by));
      return { ...behaviour, samples };
    }
    case "missing":
    case "stays":
    case "restarts":
      return behaviour;
  }
}
