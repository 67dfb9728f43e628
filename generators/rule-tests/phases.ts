import { lastNumberOf } from "../series/promtool.ts";
import { phaseFrom, type Behaviour, type Phase, type Series, type Situation } from "../series/series.ts";
import { decoySituation } from "./decoys.ts";
import type { BehavingSeries, TestSeries } from "./test-series.ts";

/** What a scenario gives, ten times as far as where the alert fires, or where one that fires just goes on and is just over. */
export type PlayedSituation = Situation | "worse" | "held" | "ended";

/** What happens in a test: situations one after the other, the first from the beginning on. */
export interface Phases {
  readonly situations: readonly { readonly fromMs: number; readonly situation: PlayedSituation }[];
  /** When counters start again from nothing. */
  readonly restartMs?: number;
  /** From when on there is no traffic any more. */
  readonly idleMs?: number;
  /** Moments at which a scrape fails: there is no sample, and what happens goes on. */
  readonly failedMs?: readonly number[];
  /** From when on the series are not there any more. */
  readonly goneMs?: number;
}

/** A series and what happens to it. */
export interface PhasedSeries {
  readonly series: BehavingSeries;
  readonly phases: Phases;
}

/** Puts a series through these phases. */
export function during(phases: Phases): (series: BehavingSeries) => PhasedSeries {
  return (series) => ({ series, phases });
}

/** The same, so much later: before that, the series is not there. */
export function later({ situations, restartMs, idleMs, failedMs, goneMs }: Phases, byMs: number): Phases {
  return {
    situations: situations.map(({ fromMs, situation }) => ({ fromMs: fromMs + byMs, situation })),
    ...(restartMs === undefined ? {} : { restartMs: restartMs + byMs }),
    ...(idleMs === undefined ? {} : { idleMs: idleMs + byMs }),
    ...(failedMs === undefined ? {} : { failedMs: failedMs.map((ms) => ms + byMs) }),
    ...(goneMs === undefined ? {} : { goneMs: goneMs + byMs }),
  };
}

/** One situation from the beginning to the end. */
export function whole(situation: PlayedSituation): Phases {
  return { situations: [{ fromMs: 0, situation }] };
}

/** All is well, and from a moment on it is this. */
export function okThen(situation: PlayedSituation, fromMs: number): Phases {
  return {
    situations: [
      { fromMs: 0, situation: "ok" },
      { fromMs, situation },
    ],
  };
}

/** All is well, then the alert fires, then all is well again. */
export function firingFor({ badMs, wellMs }: { readonly badMs: number; readonly wellMs: number }): Phases {
  const { situations } = okThen("firing", badMs);
  return { situations: [...situations, { fromMs: wellMs, situation: "ok" }] };
}

/** A series that must not be read does the same all the time. */
export function asDecoy(series: TestSeries): PhasedSeries {
  return { series, phases: whole(decoySituation(series)) };
}

/** The series as it behaves over time. */
export function seriesIn({ series, phases }: PhasedSeries): Series {
  const { metric, labels } = series;
  const built: Phase[] = [];
  for (const fromMs of changesOf(series, phases)) {
    built.push(phaseOf({ series, phases }, fromMs, built));
  }
  const { failedMs } = phases;
  return { metric, labels, phases: built, ...(failedMs && { failedMs }) };
}

/** When it begins to do something else. */
function changesOf({ behaviour, isTraffic }: BehavingSeries, phases: Phases): number[] {
  const { situations, restartMs, idleMs, goneMs = Infinity } = phases;
  const isCounted = Object.values(behaviour).some((one) => one.kind === "grows" && one.from === undefined);
  const moments = [
    ...situations.map(({ fromMs }) => fromMs),
    ...(isCounted ? [restartMs ?? Infinity] : []),
    ...(isTraffic ? [idleMs ?? Infinity] : []),
    goneMs,
  ];
  return [...new Set(moments)].filter((ms) => ms <= goneMs && ms < Infinity).sort((a, b) => a - b);
}

function phaseOf({ series, phases }: PhasedSeries, fromMs: number, earlier: readonly Phase[]): Phase {
  const { start, strideMs } = series;
  const behaviour = behaviourAt(series, phases, fromMs);
  if (behaviour.kind === "stays") return phaseFrom(fromMs, behaviour, lastValue(earlier, strideMs, fromMs));
  if (behaviour.kind !== "grows") return phaseFrom(fromMs, behaviour, 0);
  // What is seen at a sample was counted since the one before it; what starts again counts from nothing.
  if (fromMs === phases.restartMs) return phaseFrom(fromMs, behaviour, behaviour.by);
  const goesOn = earlier.length === 0 ? start : lastValue(earlier, strideMs, fromMs) + behaviour.by;
  return phaseFrom(fromMs, behaviour, goesOn);
}

function behaviourAt(series: BehavingSeries, phases: Phases, atMs: number): Behaviour {
  const { behaviour, isTraffic, worse, held, ended } = series;
  const beside = { worse, held, ended };
  const { situations, idleMs = Infinity, goneMs = Infinity } = phases;
  if (atMs >= goneMs) return { kind: "missing" };
  const situation = situations.findLast(({ fromMs }) => fromMs <= atMs)?.situation ?? "ok";
  const own = { ...beside, ...behaviour }[situation] ?? behaviour.firing;
  return isTraffic && own.kind === "grows" && atMs >= idleMs ? { ...own, by: 0 } : own;
}

/** The last sample before a moment; 0 where there was none yet. */
function lastValue(phases: readonly Phase[], strideMs: number, beforeMs: number): number {
  return lastNumberOf({ phases }, strideMs, beforeMs - strideMs) ?? 0;
}
