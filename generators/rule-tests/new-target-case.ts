import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { courseOf, onsetIn } from "./course.ts";
import { givesAt } from "./played-outcome.ts";
import { during, whole } from "./phases.ts";
import { outcomeScene, type OutcomeCase, type SceneOutcome } from "./outcome-scene.ts";
import type { Read } from "./reads.ts";
import { leastCommonMultiple, roundUp } from "./timeline.ts";

export const newTargetCheck = "alerts-see-new-targets";

/** A target that is bad from its first sample on, and has no past: the alert fires once its windows are full. */
export function newTargetCase(facts: OutcomeCase): SceneOutcome {
  const { alert, setup, timeline } = facts;
  const { stepMs, badMs, onsetMs } = timeline;
  if (!looksIntoThePast(setup.reads)) return { scenes: [], silences: [] };
  const beat = leastCommonMultiple([stepMs, ...setup.bad.map(({ strideMs }) => strideMs)]);
  const fullMs = Math.max(roundUp(windowsOf(setup.reads), beat), onsetMs - badMs);
  const atMs = roundUp(fullMs + alert.forMs, stepMs);
  const series = setup.bad.map(during(whole("firing")));
  const moments = { fullMs, atMs, stepMs };
  const fires = facts.withinMs === undefined ? givesThen(facts, moments) : everFires(facts, moments);
  return outcomeScene(facts, {
    series,
    atMs,
    fires,
    check: newTargetCheck,
    when: "new target",
    fact: "for a target that is new",
    // When one that comes and goes does fire, nobody need be told.
    isTold: facts.withinMs === undefined,
  });
}

interface Moments {
  readonly fullMs: number;
  readonly atMs: number;
  readonly stepMs: number;
}

function givesThen({ alert, setup, model }: OutcomeCase, { fullMs, atMs, stepMs }: Moments) {
  const series = setup.bad.map(during(whole("firing")));
  const gives = [fullMs, atMs].map((at) => givesAt(alert, series, { atMs: at, stepMs }, model));
  return gives.includes(false) ? false : gives.includes(undefined) ? undefined : true;
}

function everFires({ alert, setup, model }: OutcomeCase, { atMs, stepMs }: Moments): boolean | undefined {
  const { forMs } = alert;
  const series = setup.bad.map(during(whole("firing")));
  const course = courseOf(alert, setup.reads, { series, stepMs, endMs: atMs + forMs + stepMs }, model);
  const onset = onsetIn(course, { fromMs: 0, toMs: atMs, stepMs, forMs });
  return onset === undefined ? undefined : onset !== "never";
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
