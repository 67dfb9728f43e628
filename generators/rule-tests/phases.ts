import type { Level, Motion, TestSeries, Situation } from "./test-series.ts";

/** What happens in a test: situations one after the other, the first from 0 on. */
export interface Phases {
  readonly phases: readonly { readonly fromMs: number; readonly situation: Situation }[];
  /** When counters start again from nothing. */
  readonly restartMs?: number;
  /** From when on nothing is asked for any more. */
  readonly idleMs?: number;
  /** From when on the series are not there any more. */
  readonly goneMs?: number;
}

/** `undefined`: no sample; `stale`: Prometheus notes that the series is gone. */
export type Sample = number | "stale" | undefined;

/** The samples of a signal, one for each stride from 0 to `untilMs`. */
export function samplesOf(signal: TestSeries, script: Phases, untilMs: number): Sample[] {
  const { strideMs, motion } = signal;
  const samples: Sample[] = [];
  let before = 0;
  let wasThere = false;
  for (let atMs = 0; atMs <= untilMs; atMs += strideMs) {
    const value = valueAt(motion, before, { atMs, strideMs, script });
    const isThere = value !== "missing" && atMs < (script.goneMs ?? Infinity);
    samples.push(isThere ? value : wasThere ? "stale" : undefined);
    if (isThere) before = value;
    wasThere = isThere;
  }
  return samples;
}

interface Moment {
  readonly atMs: number;
  readonly strideMs: number;
  readonly script: Phases;
}

/** @param before the value of the last sample that was there */
function valueAt(motion: Motion, before: number, moment: Moment): Level {
  const { atMs, strideMs } = moment;
  const { fromMs, situation } = phaseAt(moment);
  switch (motion.kind) {
    case "holds":
      return motion.levels[situation];
    case "is ahead": {
      const seconds = motion.levels[situation];
      return seconds === "missing" ? seconds : atMs / 1000 + seconds;
    }
    case "restarts":
      return situation === "firing" ? atMs / 1000 : before;
    case "follows": {
      const list = motion.samples[situation];
      return list[((atMs - fromMs) / strideMs) % list.length] ?? "missing";
    }
    case "grows":
      return grown(motion, before, moment);
  }
}

function grown(motion: Motion & { readonly kind: "grows" }, before: number, moment: Moment): Level {
  const { atMs, strideMs, script } = moment;
  const { fromMs, situation } = phaseAt(moment);
  const asked = motion.by[situation];
  if (asked === "missing") return asked;
  const by = motion.isTraffic && atMs >= (script.idleMs ?? Infinity) ? 0 : asked;
  const from = motion.from?.[situation];
  if (from === "missing") return from;
  if (from !== undefined) return from + (by * (atMs - fromMs)) / strideMs;
  // A counter that starts again has counted since then: what it shows is what it grew by.
  if (atMs === script.restartMs) return by;
  return atMs === 0 ? motion.start : before + by;
}

function phaseAt({ atMs, script }: Moment): Phases["phases"][number] {
  return script.phases.findLast(({ fromMs }) => fromMs <= atMs) ?? { fromMs: 0, situation: "ok" };
}
