import { groupBy } from "../group-by.ts";
import type { Birth } from "../promql/robust/births.ts";
import { seriesText } from "../series/promtool.ts";
import { phaseAt, type Behaviour, type Series, type Situation } from "../series/series.ts";
import { seriesIn, type PhasedSeries } from "./phases.ts";
import { isTakenBy } from "./reads.ts";
import type { BehavingSeries } from "./test-series.ts";
import { greatestCommonDivisor } from "./timeline.ts";

/** What is said of a target at a moment: it was scraped, the scrape failed, or there is no such target. */
export type TargetState = "up" | "down" | "gone";

/** In which state a target is from a moment on. */
export interface StateFrom {
  readonly fromMs: number;
  readonly state: TargetState;
}

/** The target that a series comes from. */
export interface TestTarget {
  readonly job: string;
  readonly instance: string;
}

/** The series `up` of a target, from each of these moments on in this state. */
export function upOf(
  { job, instance }: TestTarget,
  states: readonly StateFrom[],
  strideMs: number,
): PhasedSeries {
  const of = (value: number): Behaviour => ({ kind: "constant", value });
  const series: BehavingSeries = {
    metric: "up",
    labels: { job, instance },
    behaviour: { ok: of(1), limit: of(0), firing: { kind: "missing" } },
    start: 0,
    isTraffic: false,
    strideMs,
  };
  const situations = states.map(({ fromMs, state }) => ({ fromMs, situation: situationOf[state] }));
  return { series, phases: { situations } };
}

const situationOf: Readonly<Record<TargetState, Situation>> = { up: "ok", down: "limit", gone: "firing" };

/**
 * The series of a scene with the targets that they come from: whether a series was born or its target is new, a rule sees by `up`.
 *
 * A target that the scene does not play itself is there as long as some series of it is.
 */
export function withTargets(
  series: readonly PhasedSeries[],
  births: readonly Birth[],
): readonly PhasedSeries[] {
  const played = new Set(series.map((one) => seriesText(one.series.metric, one.series.labels)));
  const own = series.filter((one) => births.some(({ selector }) => isTakenBy(selector, one.series)));
  const added = [...groupBy(own, (one) => JSON.stringify(targetOf(one.series))).values()].flatMap((all) => {
    const target = all[0] && targetOf(all[0].series);
    if (!target || played.has(seriesText("up", { ...target }))) return [];
    return [upOf(target, statesOf(all), greatestCommonDivisor(all.map((one) => one.series.strideMs)))];
  });
  return [...series, ...added];
}

/** Undefined where a series does not say where it is from. */
export function targetOf({ labels }: Pick<BehavingSeries, "labels">): TestTarget | undefined {
  const { job, instance } = labels;
  return job === undefined || instance === undefined ? undefined : { job, instance };
}

function statesOf(all: readonly PhasedSeries[]): StateFrom[] {
  const moments = [...new Set(all.flatMap(momentsOf))].sort((a, b) => a - b);
  const sources = all.map(seriesIn);
  return moments.map((fromMs) => ({ fromMs, state: stateAt(sources, fromMs) }));
}

/** It is there as long as some series of it is; a scrape that fails brings none of them. */
function stateAt(all: readonly Series[], atMs: number): TargetState {
  const there = all.filter((one) => (phaseAt(one, atMs)?.behaviour.kind ?? "missing") !== "missing");
  if (there.length === 0) return "gone";
  return there.every(({ failedMs }) => failedMs?.includes(atMs)) ? "down" : "up";
}

function momentsOf({ series, phases }: PhasedSeries): number[] {
  const { situations, failedMs = [], goneMs } = phases;
  return [
    ...situations.map(({ fromMs }) => fromMs),
    ...failedMs.flatMap((ms) => [ms, ms + series.strideMs]),
    ...(goneMs === undefined ? [] : [goneMs]),
  ];
}
