import { durationInMs } from "../language/duration.ts";
import type { Given, QuantileGiven, ShareGiven } from "../language/given.ts";
import type { Behaviour, EachSituation, Level, Situation } from "./series.ts";

/** What is given of one series, and not of several that make up a share or a histogram. */
export type SingleGiven = Exclude<Given, ShareGiven | QuantileGiven>;

/** How fast time passes for a series. */
export interface Pace {
  /** How many times faster the time of rules goes than that of clocks. */
  readonly speed: number;
  /** From one sample to the next. */
  readonly sampleMs: number;
}

/** What a series does in a situation, as a scenario gives it. */
export function behaviourOf(given: SingleGiven, situation: Situation, { speed, sampleMs }: Pace): Behaviour {
  switch (given.kind) {
    case "holds":
      return givenLevel(given.levels[situation], (value) => ({ kind: "constant", value }));
    case "time left":
      return givenLevel(given.levels[situation], (seconds) => ({ kind: "ahead", seconds }));
    case "runs":
      return givenLevel(given.levels[situation], (by) => ({ kind: "grows", by, everyMs: 1000 }));
    case "grows":
      return grows(given, situation, { speed, sampleMs });
    case "restarts":
      // After the last restart it stands still: going back to the first one would be another change.
      return situation === "firing" ? { kind: "restarts", everyMs: sampleMs } : { kind: "stays" };
    case "follows": {
      const everyMs = (durationInMs(given.every) ?? sampleMs) / speed;
      return { kind: "follows", samples: given.samples[situation], everyMs };
    }
  }
}

/** Grows by this much in each `per`; if a start is given, from there each time. */
function grows(
  given: Extract<Given, { kind: "grows" }>,
  situation: Situation,
  { speed, sampleMs }: Pace,
): Behaviour {
  const everyMs = (durationInMs(given.per) ?? sampleMs) / speed;
  const from = given.from?.[situation];
  if (from === "missing") return { kind: "missing" };
  return givenLevel(given.levels[situation], (by) => ({
    kind: "grows",
    by,
    everyMs,
    ...(from === undefined ? {} : { from }),
  }));
}

/** The behaviour at a level, which may be that there is no series. */
export function givenLevel(level: Level, behaviour: (level: number) => Behaviour): Behaviour {
  return level === "missing" ? { kind: "missing" } : behaviour(level);
}

/** The same in other words: growth counted from one sample to the next. */
export function perSample(behaviour: Behaviour, sampleMs: number): Behaviour {
  if (behaviour.kind !== "grows") return behaviour;
  return { ...behaviour, by: (behaviour.by * sampleMs) / behaviour.everyMs, everyMs: sampleMs };
}

/** Something for each situation. */
export function eachSituation<V>(of: (situation: Situation) => V): EachSituation<V> {
  return { ok: of("ok"), limit: of("limit"), firing: of("firing") };
}
