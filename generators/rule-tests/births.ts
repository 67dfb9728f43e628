import type { Birth } from "../promql/robust/births.ts";
import { eachSituation, perSample } from "../series/given.ts";
import type { Behaviour } from "../series/series.ts";
import { okThen, type PhasedSeries } from "./phases.ts";
import { isTakenBy, readingRules } from "./reads.ts";
import type { Setup } from "./setup.ts";
import { targetOf, upOf } from "./targets-of-scene.ts";
import type { TestSeries } from "./test-series.ts";

/** A series that may begin with its first increment. */
export interface HeardSeries {
  readonly series: TestSeries;
  /** What the rules hear of it. */
  readonly births: readonly Birth[];
}

/** Those of the series of a test whose beginning its rules hear. */
export function heardIn({ bad, reads }: Pick<Setup, "bad" | "reads">): HeardSeries[] {
  const births = readingRules(reads).flatMap(({ deployed }) => deployed.births);
  return bad.flatMap((series) => {
    const own = births.filter(({ selector }) => isTakenBy(selector, series));
    return own.length === 0 ? [] : [{ series, births: own }];
  });
}

/** The same series with samples as far apart as in production: whether it is new is told by how often its target was scraped. */
export function atItsPace(one: TestSeries): TestSeries {
  const strideMs = one.everyMs;
  if (one.given.kind === "follows" || strideMs === 0) return one;
  return {
    ...one,
    strideMs,
    behaviour: eachSituation((situation) => perSample(one.behaviour[situation], strideMs)),
  };
}

/** How much of it is added in this time while the alert fires; undefined where that cannot be told. */
export function growthIn({ behaviour }: Pick<TestSeries, "behaviour">, ms: number): number | undefined {
  return growthOf(behaviour.firing, ms);
}

/** Whether more is added while the alert fires than while all is well. */
export function growsMore({ behaviour }: Pick<TestSeries, "behaviour">): boolean {
  const ok = behaviour.ok.kind === "missing" ? 0 : growthOf(behaviour.ok, 1);
  return (growthOf(behaviour.firing, 1) ?? 0) > (ok ?? Infinity);
}

function growthOf(behaviour: Behaviour, ms: number): number | undefined {
  if (behaviour.kind === "stays") return 0;
  return behaviour.kind === "grows" && behaviour.from === undefined
    ? (behaviour.by * ms) / behaviour.everyMs
    : undefined;
}

/** The series is there from a moment on, and has counted by then what it counts in a window while the alert fires. */
export function bornAt({ series, births }: HeardSeries, bornMs: number): PhasedSeries {
  const paced = atItsPace(series);
  const windowMs = Math.max(...births.map((birth) => birth.windowMs));
  const missing = { kind: "missing" } as const;
  const { firing } = paced.behaviour;
  const born = firing.kind === "grows" ? { ...firing, from: growthIn(series, windowMs) ?? 0 } : firing;
  return {
    series: { ...paced, behaviour: { ok: missing, limit: missing, firing: born } },
    phases: okThen("firing", bornMs),
  };
}

/** Their targets, which were there before. */
export function targetsOf(heard: readonly HeardSeries[]): PhasedSeries[] {
  const targets = heard.flatMap(({ series }) => {
    const target = targetOf(series);
    return target ? [{ target, strideMs: atItsPace(series).strideMs }] : [];
  });
  const first = new Map(targets.map((one) => [JSON.stringify(one.target), one]));
  return [...first.values()].map(({ target, strideMs }) =>
    upOf(target, [{ fromMs: 0, state: "up" }], strideMs),
  );
}
