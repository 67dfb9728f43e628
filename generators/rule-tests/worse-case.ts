import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { aggregationNamed } from "../promql/aggregations.ts";
import type { Model } from "../model/model.ts";
import { isSetOperator } from "../promql/operators.ts";
import { canGetWorse, givesAt, givesWhile } from "./played-outcome.ts";
import { during, okThen } from "./phases.ts";
import { outcomeScene, type OutcomeCase, type SceneOutcome } from "./outcome-scene.ts";
import { readingRules } from "./reads.ts";
import type { Setup } from "./setup.ts";

export const worseCheck = "alerts-fire-when-it-gets-worse";

/** Ok, then ten times as bad as where it fires: that is no reason to be silent. */
export function worseCase(facts: OutcomeCase): SceneOutcome {
  const { alert, setup, timeline, model } = facts;
  const { stepMs, firingMs: atMs } = timeline;
  if (!canGetWorse(setup.bad) || namesValues(alert)) return { scenes: [], silences: [] };
  const series = setup.bad.map(during(okThen("worse", timeline.badMs)));
  const fires = firesWhenWorse(facts, () => givesAt(alert, series, { atMs, stepMs }, model));
  return outcomeScene(facts, {
    series,
    atMs,
    fires,
    check: worseCheck,
    when: "worse",
    fact: "when it is ten times worse",
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
