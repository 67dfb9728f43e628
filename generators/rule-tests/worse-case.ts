import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { aggregationNamed } from "../promql/aggregations.ts";
import type { Model } from "../model/model.ts";
import { isSetOperator } from "../promql/operators.ts";
import { canGetWorse, givesAt, givesWhile } from "./played-outcome.ts";
import { firesOnce, firstFiring } from "./first-firing.ts";
import { during, okThen } from "./phases.ts";
import { none, outcomeScene, type OutcomeCase, type SceneOutcome } from "./outcome-scene.ts";
import { readingRules } from "./reads.ts";
import type { Setup } from "./setup.ts";
import { roundUp } from "./timeline.ts";

export const worseCheck = "alerts-fire-when-it-gets-worse";

/** Ok, then ten times as bad as where it fires: that is no reason to be silent. */
export function worseCase(facts: OutcomeCase): SceneOutcome {
  const { alert, setup, timeline, model, withinMs } = facts;
  const { badMs, stepMs, firingMs } = timeline;
  if (!canGetWorse(setup.bad) || namesValues(alert)) return none;
  const series = setup.bad.map(during(okThen("worse", badMs)));
  const atMs = withinMs === undefined ? firingMs : roundUp(badMs + withinMs, stepMs);
  const fires =
    withinMs === undefined
      ? firesWhenWorse(facts, () => givesAt(alert, series, { atMs, stepMs }, model))
      : firesOnce(firstFiring(facts, series, { fromMs: badMs, toMs: atMs - alert.forMs }, model));
  return outcomeScene(facts, {
    series,
    atMs,
    changeMs: badMs,
    fires,
    check: worseCheck,
    when: "worse",
    fact: { fires: "when it is ten times worse", silent: "when it is ten times worse" },
    isTold: hasMoreConditions(readingRules(setup.reads), alert),
  });
}

/** Another value is then another alert. */
function namesValues({ analysis }: AlertModel): boolean {
  return analysis.aggregations.some(({ op }) => aggregationNamed(op)?.labels === "counted");
}

function firesWhenWorse(
  { alert, setup, model }: { readonly alert: AlertModel; readonly setup: Setup; readonly model: Model },
  played: () => boolean | undefined,
): boolean | undefined {
  // Of most alerts it shows without playing it.
  return givesWhile(alert, "worse", setup.bad, model) === true ? true : played();
}

/** Of one number that is compared with another, whatever is further is no other case. */
function hasMoreConditions(rules: readonly (AlertModel | RecordingModel)[], alert: AlertModel): boolean {
  const all = [...new Set([alert, ...rules])];
  const conditions = all.reduce((sum, { analysis }) => sum + analysis.comparisons.length, 0);
  return conditions > 1 || all.some(({ analysis }) => analysis.joins.some(({ op }) => isSetOperator(op)));
}
