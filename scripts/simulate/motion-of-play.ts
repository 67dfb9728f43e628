import type { Node } from "../../generators/promql/tree.ts";
import type {
  Levels,
  PlainLevels,
  Play,
  QuantilePlay,
  SharePlay,
} from "../../generators/language/scenario.ts";
import { behaviourOf, givenLevel, type SinglePlay } from "../../generators/series/given.ts";
import { healthyObservationRates, observationRates } from "../../generators/series/histogram.ts";
import type { Behaviour, Level, Situation } from "../../generators/series/series.ts";
import type { LinearMotion, Motion } from "./motion.ts";
import { scaledInterval } from "./speed.ts";
import { swayOfGrowth, swayOfTraffic, swayOfValue, type Sway } from "./sway.ts";
import { partsOf, type SeriesPart, type SimulatedSeries } from "./series.ts";

/** What a play says of the series of one selector. */
export interface PlayPart {
  readonly select: Node;
  /** Whether several series may share what is said, as counters do that are summed up. */
  readonly isShared: boolean;
  /** The motion of a series that has this share of it. */
  readonly motion: (series: SimulatedSeries, share: number, suffix: SeriesPart["suffix"]) => Motion;
}

/** What a play says in a situation. `speed` is how much faster the time of rules goes than that of clocks. */
export function partsOfPlay(play: Play, situation: Situation, speed: number): PlayPart[] {
  switch (play.kind) {
    case "share":
      return partsOfShare(play, situation, speed);
    case "quantile":
      return [observed(play, situation, speed)];
    default:
      return [single(play, situation, speed)];
  }
}

/** What the rule tests have too; on top of it, what is well sways, where it is not the same in every situation. */
function single(play: SinglePlay, situation: Situation, speed: number): PlayPart {
  const sway = situation === "ok" ? swayOf(play, speed) : {};
  return {
    select: play.series,
    isShared: play.kind === "runs" || (play.kind === "grows" && play.from === undefined),
    motion: (series, share, suffix) => {
      const sampleMs = scaledInterval(series.everyMs, speed);
      return motionOf(behaviourOf(play, situation, { speed, sampleMs }), sway, { series, share, suffix });
    },
  };
}

type Sways = Pick<LinearMotion, "valueSway" | "growthSway">;

function swayOf(play: SinglePlay, speed: number): Sways {
  if (play.kind !== "holds" && play.kind !== "runs") return {};
  const levels = numbersOf(play.levels);
  if (!levels) return {};
  if (play.kind === "runs") return named("growthSway", swayOfGrowth(levels, speed));
  const metric = play.series.kind === "selector" ? play.series.metric : "";
  return named("valueSway", swayOfValue(levels, { metric, unit: play.unit }, speed));
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

/** Only the line that is meant grows: the count of a histogram, and not its sum. */
function growing({ series, share, suffix: meant }: Mover, perSecond: number): LinearMotion {
  return {
    kind: "linear",
    perSecond: partsOf(series).map(({ suffix }) => (suffix === meant ? perSecond * share : 0)),
  };
}

/** Traffic comes now more and now less; what is said of its parts stays. */
function partsOfShare(
  { part, rest, perSecond, levels }: SharePlay,
  situation: Situation,
  speed: number,
): PlayPart[] {
  const sway = situation === "ok" ? { growthSway: swayOfTraffic(speed) } : {};
  const counter = (select: Node, of: (share: number) => number): PlayPart => ({
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

function observed(play: QuantilePlay, situation: Situation, speed: number): PlayPart {
  const level = play.levels[situation];
  const isOk = situation === "ok";
  const ratesOf = isOk ? healthyObservationRates : observationRates;
  const motion = ({ bounds }: SimulatedSeries, share: number): Motion => {
    if (level === "missing") return { kind: "missing" };
    return {
      kind: "linear",
      perSecond: ratesOf(bounds, play.quantile, level, play.perSecond * share),
      ...(isOk ? { growthSway: swayOfTraffic(speed) } : {}),
    };
  };
  return { select: play.buckets, isShared: true, motion };
}
