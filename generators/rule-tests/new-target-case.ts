import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { givesAt } from "./played-outcome.ts";
import { courseOf, onsetIn } from "./course.ts";
import { during, type PhasedSeries, whole } from "./phases.ts";
import { outcomeScene, type OutcomeCase, type SceneOutcome } from "./outcome-scene.ts";
import type { Read } from "./reads.ts";
import { beatOf, roundUp } from "./timeline.ts";

export const newTargetCheck = "alerts-see-new-targets";

/** A target that is bad from its first sample on, and has no past: the alert fires once its windows are full. */
export function newTargetCase(facts: OutcomeCase): SceneOutcome {
  const { alert, setup, timeline, model, withinMs } = facts;
  const { stepMs, badMs, onsetMs } = timeline;
  if (!looksIntoThePast(setup.reads)) return { scenes: [], silences: [] };
  const beat = beatOf(stepMs, setup.bad);
  const fullMs = Math.max(roundUp(windowsOf(setup.reads), beat), onsetMs - badMs);
  const atMs = roundUp(fullMs + alert.forMs, stepMs);
  const series = setup.bad.map(during(whole("firing")));
  const gives = [fullMs, atMs].map((at) => givesAt(alert, series, { atMs: at, stepMs }, model));
  const holds = gives.includes(false) ? false : gives.includes(undefined) ? undefined : true;
  const first = withinMs === undefined ? { fires: holds, atMs } : firstFiring(facts, series, fullMs);
  return outcomeScene(facts, {
    series,
    ...first,
    check: newTargetCheck,
    when: "new target",
    fact: "for a target that is new",
    // When one that comes and goes does fire, nobody need be told.
    isTold: facts.withinMs === undefined,
  });
}

/** When an alert that comes and goes fires for the first time, if it does until its windows are full. */
function firstFiring(
  { alert, setup, model }: OutcomeCase,
  series: readonly PhasedSeries[],
  fullMs: number,
): { readonly fires: boolean | undefined; readonly atMs: number } {
  const { stepMs, reads } = setup;
  const { forMs } = alert;
  const endMs = roundUp(fullMs + forMs, stepMs) + stepMs;
  const course = courseOf(alert, reads, { series, stepMs, endMs }, model);
  const onset = onsetIn(course, { fromMs: 0, toMs: fullMs, stepMs, forMs });
  if (onset === undefined || onset === "never") {
    return { fires: onset === undefined ? undefined : false, atMs: endMs };
  }
  return { fires: true, atMs: onset.firingMs };
}

/** Whether a rule compares a series with its own past: reads it with an offset, or in more ways than one. */
function looksIntoThePast(reads: readonly Read[]): boolean {
  const ways = new Map<string, Set<number>>();
  for (const { rule, selector, windowMs = 0, offsetMs } of reads) {
    if (offsetMs > 0) return true;
    const key = `${rule.name} ${selector.metric ?? ""}`;
    ways.set(key, (ways.get(key) ?? new Set()).add(windowMs));
  }
  return [...ways.values()].some((windows) => windows.size > 1);
}

/** How long it takes until all windows are full, those of recordings that read each other one after the other; what is long ago does not count. */
function windowsOf(reads: readonly Read[]): number {
  const longest = new Map<AlertModel | RecordingModel, number>();
  for (const { rule, reachMs, offsetMs } of reads)
    longest.set(rule, Math.max(longest.get(rule) ?? 0, reachMs - offsetMs));
  return [...longest.values()].reduce((sum, ms) => sum + ms, 0);
}
