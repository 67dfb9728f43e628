import { formatDuration } from "../language/duration.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { givesAt } from "./played-outcome.ts";
import { firesOnce, type FirstFiring, firstFiring } from "./first-firing.ts";
import { during, type PhasedSeries, whole } from "./phases.ts";
import { none, outcomeScene, type OutcomeCase, type SceneOutcome } from "./outcome-scene.ts";
import { reachOfReads, type Read } from "./reads.ts";
import { beatOf, roundUp } from "./timeline.ts";

export const newTargetCheck = "alerts-see-new-targets";

/** A target that is bad from its first sample on, and has no past: the alert fires once its windows are full. */
export function newTargetCase(facts: OutcomeCase): SceneOutcome {
  const { alert, setup, timeline, model, withinMs } = facts;
  const { stepMs, badMs, onsetMs } = timeline;
  if (!looksIntoThePast(setup.reads)) return none;
  const beat = beatOf(stepMs, setup.bad);
  const fullMs = Math.max(roundUp(windowsOf(setup.reads), beat), onsetMs - badMs);
  const series = setup.bad.map(during(whole("firing")));
  const first = firstFiring(facts, series, { fromMs: 0, toMs: fullMs }, model);
  const pastMs = roundUp(fullMs + reachOfReads(setup.reads), stepMs);
  // Once the target has the past that it asks for, it may fire after all.
  const late =
    first === "never" ? firstFiring(facts, series, { fromMs: fullMs, toMs: pastMs }, model) : first;
  const known = typeof late === "object" ? late : undefined;
  const lastMs = roundUp(fullMs + alert.forMs, stepMs) + (withinMs === undefined ? 0 : stepMs);
  const holds = withinMs === undefined ? holdsFrom(facts, series, fullMs) : firesOnce(first);
  // One that has fired in time, and stopped by itself, was heard.
  const heard = typeof first === "object" && first.latestMs <= lastMs ? first : undefined;
  const atMs = holds !== true && heard ? heard.latestMs : lastMs;
  const silentMs = late === "never" ? pastMs : lastMs;
  return outcomeScene(facts, {
    series,
    atMs,
    first: known,
    silentMs,
    changeMs: 0,
    fires: heard ? true : holds,
    check: newTargetCheck,
    when: "new target",
    fact: {
      fires: `${newTarget}, ${momentOf(known ?? { soonestMs: 0, latestMs: atMs })}`,
      silent: `${newTarget}, ${known ? `until ${momentOf(known)}` : `even ${formatDuration(silentMs)} after its first sample`}`,
    },
    isTold: true,
  });
}

const newTarget = "for a target that is new";

/** From the first sample of a target, which nobody sees in the expression. */
function momentOf({ soonestMs, latestMs }: FirstFiring): string {
  if (latestMs === 0) return "at its first sample";
  const after = `${formatDuration(latestMs)} after its first sample`;
  return soonestMs < latestMs ? `${after} at the latest` : after;
}

/** Whether its condition holds when its windows are full, and when it has held for as long as it must. */
function holdsFrom(
  { alert, setup: { stepMs }, model }: OutcomeCase,
  series: readonly PhasedSeries[],
  fullMs: number,
): boolean | undefined {
  const moments = [fullMs, roundUp(fullMs + alert.forMs, stepMs)];
  const gives = moments.map((atMs) => givesAt(alert, series, { atMs, stepMs }, model));
  return gives.includes(false) ? false : gives.includes(undefined) ? undefined : true;
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
