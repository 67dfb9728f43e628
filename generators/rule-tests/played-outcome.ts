import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { returnsSeries } from "../promql/evaluate/returns-series.ts";
import { isSameBehaviour } from "../series/series.ts";
import type { Situation } from "../series/series.ts";
import type { PhasedSeries } from "./phases.ts";
import type { TestSeries } from "./test-series.ts";
import { worldOfSeries } from "./world-of-series.ts";
import { worldsOf } from "./world-at-moment.ts";

type Rule = Pick<AlertModel, "node">;

/** Whether an alert's expression gives something at a moment of a scene, as promtool evaluates it; undefined where that is not sure. */
export function givesAt(
  { node }: Rule,
  series: readonly PhasedSeries[],
  { atMs, stepMs }: { readonly atMs: number; readonly stepMs: number },
  { recordings }: Model,
): boolean | undefined {
  return returnsSeries(node, worldsOf({ series, recordings, stepMs, endMs: atMs })(atMs));
}

/** Whether it gives something while its series have been doing the same for long; undefined where that is not sure. */
export function givesWhile(
  { node }: Rule,
  situation: Situation | "worse",
  series: readonly TestSeries[],
  { recordings }: Model,
): boolean | undefined {
  const steady = series.map((one) => (situation === "worse" ? gotWorse(one) : one));
  const of = situation === "worse" ? "firing" : situation;
  return returnsSeries(node, worldOfSeries(steady, of, recordings));
}

/** The series, which does what is much worse when it fires. */
export function gotWorse(series: TestSeries): TestSeries {
  const { worse, behaviour } = series;
  return worse === undefined ? series : { ...series, behaviour: { ...behaviour, firing: worse } };
}

/** The same series, which stays well. */
export function staysWell(series: TestSeries): TestSeries {
  const { ok } = series.behaviour;
  return { ...series, worse: undefined, behaviour: { ok, limit: ok, firing: ok } };
}

/** Whether any of them can get worse than where the alert fires. */
export function canGetWorse(series: readonly TestSeries[]): boolean {
  return series.some(({ worse, behaviour }) => worse && !isSameBehaviour(worse, behaviour.firing));
}
