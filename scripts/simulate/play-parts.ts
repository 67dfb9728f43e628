import { durationInMs } from "../../generators/language/duration.ts";
import type { Node } from "../../generators/promql/tree.ts";
import type {
  FollowsPlay,
  GrowsPlay,
  HoldsPlay,
  Levels,
  Missing,
  PlainLevels,
  Play,
  QuantilePlay,
  RunsPlay,
  SharePlay,
} from "../../generators/language/scenario.ts";
import { healthyObservationRates } from "../../generators/series/histogram.ts";
import type { LinearMotion, Motion } from "./motion.ts";
import { observationRates } from "../../generators/series/histogram.ts";
import { swayOfGrowth, swayOfTraffic, swayOfValue, type Sway } from "./sway.ts";
import { partsOf, type SeriesPart, type SimulatedSeries } from "./series.ts";

export type Situation = keyof Levels<unknown>;

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
    case "holds":
      return [held(play, situation, speed)];
    case "grows":
      return [growth(play, situation, speed)];
    case "runs":
      return [ran(play, situation, speed)];
    case "share":
      return parted(play, situation, speed);
    case "quantile":
      return [observed(play, situation, speed)];
    case "time left":
      return [alone(play.series, play.levels[situation], (seconds) => ({ kind: "ahead", seconds }))];
    case "restarts":
      return [{ select: play.series, isShared: false, motion: () => restarting(situation) }];
    case "follows":
      return [{ select: play.series, isShared: false, motion: () => following(play, situation, speed) }];
  }
}

const missing: Motion = { kind: "missing" };

function alone(select: Node, level: number | Missing, motion: (value: number) => Motion): PlayPart {
  return { select, isShared: false, motion: () => (level === "missing" ? missing : motion(level)) };
}

/** A gauge: when all is well it sways, where it is not the same in every situation. */
function held({ series: select, unit, levels }: HoldsPlay, situation: Situation, speed: number): PlayPart {
  const metric = select.kind === "selector" ? select.metric : "";
  const known = situation === "ok" ? numbersOf(levels) : undefined;
  const valueSway = known && swayOfValue(known, { metric, unit }, speed);
  return alone(select, levels[situation], (value) => ({
    kind: "linear",
    from: [value],
    perSecond: [0],
    ...(valueSway ? { valueSway } : {}),
  }));
}

function ran({ series, levels }: RunsPlay, situation: Situation, speed: number): PlayPart {
  const known = situation === "ok" ? numbersOf(levels) : undefined;
  return shared(series, levels[situation], (value) => value, known && swayOfGrowth(known, speed));
}

/** What is asked for comes now more and now less; what is said of its parts stays. */
function parted(
  { part, rest, perSecond, levels }: SharePlay,
  situation: Situation,
  speed: number,
): PlayPart[] {
  const sway = situation === "ok" ? swayOfTraffic(speed) : undefined;
  return [
    shared(part, levels[situation], (value) => value * perSecond, sway),
    shared(rest, levels[situation], (value) => (1 - value) * perSecond, sway),
  ];
}

/** Undefined when there is none at first; one that goes missing later may sway as one that doubles. */
function numbersOf({ ok, limit, firing }: PlainLevels): Levels<number> | undefined {
  if (ok === "missing") return undefined;
  const number = (level: number | Missing) => (level === "missing" ? 2 * ok : level);
  return { ok, limit: number(limit), firing: number(firing) };
}

function shared(
  select: Node,
  level: number | Missing,
  perSecond: (value: number) => number,
  growthSway: Sway | undefined,
): PlayPart {
  const motion: PlayPart["motion"] = (series, share, suffix) =>
    level === "missing"
      ? missing
      : { ...growing(series, perSecond(level) * share, suffix), ...(growthSway ? { growthSway } : {}) };
  return { select, isShared: true, motion };
}

/** So much in each `per`; where it says from which value, it begins there each time. */
function growth(play: GrowsPlay, situation: Situation, speed: number): PlayPart {
  const level = play.levels[situation];
  const start = play.from?.[situation];
  const seconds = (durationInMs(play.per) ?? 0) / 1000 / speed;
  if (level === "missing") return alone(play.series, level, () => missing);
  const from = typeof start === "number" ? { from: [start] } : {};
  return {
    select: play.series,
    isShared: start === undefined,
    motion: (series, share, suffix) => ({ ...growing(series, (level / seconds) * share, suffix), ...from }),
  };
}

function following(play: FollowsPlay, situation: Situation, speed: number): Motion {
  const everyMs = (durationInMs(play.every) ?? 0) / speed;
  return { kind: "follows", samples: play.samples[situation], everyMs };
}

/** Only the line that is meant grows: the count of a histogram, and not its sum. */
function growing(series: SimulatedSeries, perSecond: number, meant: SeriesPart["suffix"]): LinearMotion {
  return {
    kind: "linear",
    perSecond: partsOf(series).map(({ suffix }) => (suffix === meant ? perSecond : 0)),
  };
}

function observed(play: QuantilePlay, situation: Situation, speed: number): PlayPart {
  const level = play.levels[situation];
  const isQuiet = situation === "ok";
  const ratesOf = isQuiet ? healthyObservationRates : observationRates;
  const motion = ({ bounds }: SimulatedSeries, share: number): Motion => {
    if (level === "missing") return missing;
    return {
      kind: "linear",
      perSecond: ratesOf(bounds, play.quantile, level, play.perSecond * share),
      ...(isQuiet ? { growthSway: swayOfTraffic(speed) } : {}),
    };
  };
  return { select: play.buckets, isShared: true, motion };
}

/** After the last restart it stands still: going back to the first one would be another change. */
function restarting(situation: Situation): Motion {
  return situation === "firing" ? { kind: "restarts" } : { kind: "stands", at: [0] };
}
