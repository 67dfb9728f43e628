import type { Given } from "../../generators/language/given.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import type { Dimension } from "../../generators/language/unit.ts";
import { dimensionOf } from "../../generators/language/unit-scale.ts";
import { groupBy } from "../../generators/group-by.ts";
import type { Motion } from "./motion.ts";
import type { Situation } from "../../generators/series/series.ts";
import { partsOfGiven, type GivenPart } from "./given-part.ts";
import { selectSeries } from "./select-series.ts";
import { targetKey, type SimulatedSeries } from "./series.ts";
import { sharesOf } from "./shares.ts";

/** Dimensions of which the whole has no more than its parts. */
const intensive: readonly (Dimension | undefined)[] = ["ratio", "time"];

/** What each series does. */
export type Plan = ReadonlyMap<SimulatedSeries, Motion>;

export interface ClaimsOptions {
  readonly series: readonly SimulatedSeries[];
  readonly speed: number;
  /** Whether all targets go bad, and not only the first; left out: one bad instance fires alone. */
  readonly isEverywhere?: boolean;
}

/** What a scenario gives for the simulated series in a situation, and of no others. */
export function claimsOf(scenario: Scenario, situation: Situation, options: ClaimsOptions): Plan {
  const { series, speed, isEverywhere = false } = options;
  const claims = new Map<SimulatedSeries, Motion>();
  for (const part of givenOnTargets(scenario, situation).flatMap((given) =>
    partsOfGiven(given, situation, speed),
  )) {
    // Two entries may be about one histogram: of its count and of its sum.
    for (const [one, motion] of claimsOfPart(part, situation, series, isEverywhere)) {
      claims.set(one, together(claims.get(one), motion));
    }
  }
  return claims;
}

/** What targets do: of recordings, which none has, the scenario says what they do instead. */
export function givenOnTargets({ given, onTargets }: Scenario, situation: Situation): readonly Given[] {
  return onTargets?.[situation === "firing" ? "firing" : "ok"] ?? given;
}

function claimsOfPart(
  part: GivenPart,
  situation: Situation,
  all: readonly SimulatedSeries[],
  isEverywhere: boolean,
): [SimulatedSeries, Motion][] {
  const selection = selectSeries(part.select, all);
  if (!selection) return [];
  const targets = [...groupBy(selection.series, targetKey).values()];
  const motion = (series: SimulatedSeries, share: number) => part.motion(series, share, selection.suffix);
  if (situation === "ok" && part.isShared) {
    return targets.flatMap((own) => spreadOver(own, motion));
  }
  // What is not summed is the same for all: the share of one provider is not part of another's share.
  const isAlike = (one: SimulatedSeries) => isIntensive(one) || isNothing(motion(one, 1));
  if (situation === "ok" && selection.series.every(isAlike)) {
    return selection.series.map((one) => [one, motion(one, 1)]);
  }
  const firsts = targets.flatMap((own) => own.slice(0, 1));
  // When all is well, all targets are well.
  return (situation === "ok" || isEverywhere ? firsts : firsts.slice(0, 1)).map((one) => [
    one,
    motion(one, 1),
  ]);
}

/** A gauge that stays at 0: more of them add nothing. */
function isNothing(motion: Motion): boolean {
  return motion.kind === "linear" && motion.from?.join() === "0" && motion.perSecond.join() === "0";
}

function isIntensive({ type, unit }: SimulatedSeries): boolean {
  return type === "gauge" && (unit === "bool" || intensive.includes(dimensionOf(unit)));
}

function spreadOver(
  own: readonly SimulatedSeries[],
  motion: (series: SimulatedSeries, share: number) => Motion,
): [SimulatedSeries, Motion][] {
  const shares = sharesOf(own);
  return own.map((one, index) => [one, motion(one, shares[index] ?? 0)]);
}

function together(before: Motion | undefined, motion: Motion): Motion {
  if (before?.kind !== "linear" || motion.kind !== "linear") return motion;
  return {
    ...motion,
    perSecond: motion.perSecond.map((rate, index) => rate + (before.perSecond[index] ?? 0)),
  };
}
