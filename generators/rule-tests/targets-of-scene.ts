import { groupBy } from "../group-by.ts";
import type { Birth } from "../promql/robust/births.ts";
import { seriesText } from "../series/promtool.ts";
import { phaseAt, type Behaviour, type Situation } from "../series/series.ts";
import { seriesIn, type PhasedSeries, type Phases } from "./phases.ts";
import { isTakenBy } from "./reads.ts";
import type { Scene } from "./scenes.ts";
import type { BehavingSeries } from "./test-series.ts";
import { greatestCommonDivisor } from "./timeline.ts";

/** What is said of a target at a moment: it was scraped, the scrape failed, or there is no such target. */
export type TargetState = "up" | "down" | "gone";

/** The target that a series comes from. */
export interface TestTarget {
  readonly job: string;
  readonly instance: string;
}

/** The series `up` of a target, from each of these moments on in this state. */
export function upOf(
  { job, instance }: TestTarget,
  states: readonly { readonly fromMs: number; readonly state: TargetState }[],
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
 * The scene with the targets that its series come from: whether a series was born or its target is new, a rule sees by `up`.
 *
 * A target that the scene does not play itself is there as long as some series of it is.
 */
export function withTargets(scene: Scene, births: readonly Birth[]): Scene {
  const played = new Set(scene.series.map(({ series }) => seriesText(series.metric, series.labels)));
  const own = scene.series.filter(({ series }) => births.some(({ selector }) => isTakenBy(selector, series)));
  const added = [...groupBy(own, ({ series }) => JSON.stringify(targetOf(series))).values()].flatMap(
    (all) => {
      const target = all[0] && targetOf(all[0].series);
      if (!target || played.has(seriesText("up", { ...target }))) return [];
      return [upOf(target, statesOf(all), greatestCommonDivisor(all.map(({ series }) => series.strideMs)))];
    },
  );
  return added.length === 0 ? scene : { ...scene, series: [...scene.series, ...added] };
}

/** Undefined where a series does not say where it is from. */
export function targetOf({ labels }: Pick<BehavingSeries, "labels">): TestTarget | undefined {
  const { job, instance } = labels;
  return job === undefined || instance === undefined ? undefined : { job, instance };
}

function statesOf(all: readonly PhasedSeries[]) {
  const moments = new Set(all.flatMap(momentsOf));
  const series = all.map(seriesIn);
  return [...moments]
    .sort((a, b) => a - b)
    .map((fromMs): { readonly fromMs: number; readonly state: TargetState } => {
      const isThere = series.some((one) => (phaseAt(one, fromMs)?.behaviour.kind ?? "missing") !== "missing");
      return { fromMs, state: isThere ? "up" : "gone" };
    });
}

function momentsOf({ phases }: PhasedSeries): number[] {
  const { situations, goneMs }: Phases = phases;
  return [...situations.map(({ fromMs }) => fromMs), ...(goneMs === undefined ? [] : [goneMs])];
}
