import type { Node } from "../../generators/promql/tree.ts";
import type {
  Levels,
  PlainLevels,
  Given,
  QuantileGiven,
  ShareGiven,
} from "../../generators/language/given.ts";
import { behaviourOf, givenLevel, type SingleGiven } from "../../generators/series/given.ts";
import { healthyObservationRates, observationRates } from "../../generators/series/histogram.ts";
import type { Behaviour, Level, Situation } from "../../generators/series/series.ts";
import type { LinearMotion, Motion } from "./motion.ts";
import { scaledInterval } from "./speed.ts";
import { swayOfGrowth, swayOfTraffic, swayOfValue, type Sway } from "./sway.ts";
import { partsOf, type SeriesPart, type SimulatedSeries } from "./series.ts";

/** What is given for the series of one selector. */
export interface GivenPart {
  readonly select: Node;
  /** Whether several series may share what is said, as counters do that are summed up. */
  readonly isShared: boolean;
  /** The motion of a series that has this share of it. */
  readonly motion: (series: SimulatedSeries, share: number, suffix: SeriesPart["suffix"]) => Motion;
}

/** What is given in a situation. `speed` is how much faster the time of rules goes than that of clocks. */
export function partsOfGiven(given: Given, situation: Situation, speed: number): GivenPart[] {
  switch (given.kind) {
    case "share":
      return partsOfShare(given, situation, speed);
    case "quantile":
      return [observed(given, situation, speed)];
    default:
      return [single(given, situation, speed)];
  }
}

/** The same as in the rule tests; on top of it, ok values sway, unless they are the same in every situation. */
function single(given: SingleGiven, situation: Situation, speed: number): GivenPart {
  const sway = situation === "ok" ? swayOf(given, speed) : {};
  return {
    select: given.series,
    isShared: given.kind === "runs" || (given.kind === "grows" && given.from === undefined),
    motion: (series, share, suffix) => {
      const sampleMs = scaledInterval(series.everyMs, speed);
      return motionOf(behaviourOf(given, situation, { speed, sampleMs }), sway, { series, share, suffix });
    },
  };
}

type Sways = Pick<LinearMotion, "valueSway" | "growthSway">;

function swayOf(given: SingleGiven, speed: number): Sways {
  if (given.kind !== "holds" && given.kind !== "runs") return {};
  const levels = numbersOf(given.levels);
  if (!levels) return {};
  if (given.kind === "runs") return named("growthSway", swayOfGrowth(levels, speed));
  const metric = given.series.kind === "selector" ? given.series.metric : "";
  return named("valueSway", swayOfValue(levels, { metric, unit: given.unit }, speed));
}

function named(name: keyof Sways, sway: Sway | undefined): Sways {
  return sway ? { [name]: sway } : {};
}

/** Undefined when there is none at first; one that goes missing later may sway as one that doubles. */
function numbersOf({ ok, limit, firing }: PlainLevels): Levels<number> | undefined {
  if (ok === "missing") return undefined;
  const number = (level: Level) => (level === "missing" ? 2 * ok : level);
  return { ok, limit: number(limit), firing: number(firing) };
}

/** The series that moves, and what it has of the whole. */
interface Mover {
  readonly series: SimulatedSeries;
  readonly share: number;
  readonly suffix: SeriesPart["suffix"];
}

function motionOf(behaviour: Behaviour, sway: Sways, mover: Mover): Motion {
  switch (behaviour.kind) {
    case "constant":
      return { kind: "linear", from: [behaviour.value], perSecond: [0], ...sway };
    case "stays":
      return { kind: "stays", at: [0] };
    case "grows": {
      const { by, everyMs, from } = behaviour;
      return {
        ...growing(mover, by / (everyMs / 1000)),
        ...(from === undefined ? {} : { from: [from] }),
        ...sway,
      };
    }
    case "missing":
    case "ahead":
    case "restarts":
    case "follows":
      return behaviour;
  }
}

/** Only the selected line grows: the count of a histogram, say, and not its sum. */
function growing({ series, share, suffix: meant }: Mover, perSecond: number): LinearMotion {
  return {
    kind: "linear",
    perSecond: partsOf(series).map(({ suffix }) => (suffix === meant ? perSecond * share : 0)),
  };
}

/** Traffic comes now more and now less; what is said of its parts stays. */
function partsOfShare(
  { part, rest, perSecond, levels }: ShareGiven,
  situation: Situation,
  speed: number,
): GivenPart[] {
  const sway = situation === "ok" ? { growthSway: swayOfTraffic(speed) } : {};
  const counter = (select: Node, of: (share: number) => number): GivenPart => ({
    select,
    isShared: true,
    motion: (series, share, suffix) => {
      const behaviour = givenLevel(levels[situation], (level) => ({
        kind: "grows",
        by: of(level) * perSecond,
        everyMs: 1000,
      }));
      return motionOf(behaviour, sway, { series, share, suffix });
    },
  });
  return [counter(part, (share) => share), counter(rest, (share) => 1 - share)];
}

function observed(given: QuantileGiven, situation: Situation, speed: number): GivenPart {
  const level = given.levels[situation];
  const isOk = situation === "ok";
  const ratesOf = isOk ? healthyObservationRates : observationRates;
  const motion = ({ bounds }: SimulatedSeries, share: number): Motion => {
    if (level === "missing") return { kind: "missing" };
    return {
      kind: "linear",
      perSecond: ratesOf(bounds, given.quantile, level, given.perSecond * share),
      ...(isOk ? { growthSway: swayOfTraffic(speed) } : {}),
    };
  };
  return { select: given.buckets, isShared: true, motion };
}
