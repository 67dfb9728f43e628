import { durationInMs } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import { conditionToGoOn } from "../model/deployed.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { Notice } from "../promql/evaluate/combine.ts";
import { evaluate } from "../promql/evaluate/evaluate.ts";
import { seriesKey, type VectorElement } from "../promql/evaluate/value.ts";
import type { Node } from "../promql/tree.ts";
import { courseOf, onsetIn, type Course, type Onset } from "./course.ts";
import { nudged, nudges } from "./nudged.ts";
import { expectedValue } from "./expected-alert.ts";
import { isAlike, showsValue } from "./expected-of-scenario.ts";
import { during, firingFor, okThen, type PhasedSeries } from "./phases.ts";
import { reachOfReads } from "./reads.ts";
import type { Setup } from "./setup.ts";
import { momentsBetween, roundUp, type Timeline } from "./timeline.ts";
import { worldOfSeries } from "./world-of-series.ts";

/** An alert and what its scenario gives. */
export interface FiringFacts {
  readonly alert: AlertModel;
  readonly scenario: Scenario;
  readonly setup: Setup;
  readonly model: Model;
  /** As long as the scenario says, or else at once. */
  readonly bounded: Timeline;
}

/** How an alert fires in its scenario, as far as it can be worked out. */
export type Firing =
  /** It does, and this is what fires; undefined where it is more than one. */
  | {
      readonly kind: "known";
      /** From when the series are bad until its condition holds, at the soonest and at the latest. */
      readonly soonestMs: number;
      readonly afterMs: number;
      readonly element: VectorElement | undefined;
      /** What its expression gives at any moment; undefined where it has done the same for long. */
      readonly course: Course | undefined;
      /** The same where all is a little more, or a little less. */
      readonly nudged: readonly Course[];
      /** Until when that is known, while its series go on doing what fires. */
      readonly untilMs: number;
      /** What must hold for it to go on, where that is not what lets it begin. */
      readonly goesOn: Node | undefined;
    }
  | { readonly kind: "never"; readonly playedMs: number; readonly course: Course }
  | { readonly kind: "unknown" };

/** Whether a change of the series shows in the rule at once, and stays. */
export function isAtOnce({ after, within }: Scenario, { isExact }: Setup): boolean {
  return isExact && after === undefined && within === undefined;
}

/** Works out when an alert fires, and with which labels and value. */
export function firingOf(facts: FiringFacts): Firing {
  const { alert, scenario, setup, model, bounded } = facts;
  if (scenario.given.length === 0) return { kind: "unknown" };
  if (isAtOnce(scenario, setup)) {
    const steady = evaluate(alert.node, worldOfSeries(setup.bad, "firing", model.recordings));
    if (typeof steady !== "number" && steady && steady.length > 0) {
      return {
        kind: "known",
        soonestMs: 0,
        afterMs: 0,
        element: onlyOne(steady),
        course: undefined,
        nudged: [],
        untilMs: bounded.badMs,
        goesOn: undefined,
      };
    }
  }
  return played(facts);
}

/** Evaluated again and again, as promtool does it. */
function played(facts: FiringFacts): Firing {
  const { alert, bounded } = facts;
  const { badMs, stepMs } = bounded;
  const searchMs = searchOf(facts);
  const search = { fromMs: badMs, toMs: badMs + searchMs, stepMs, forMs: alert.forMs };
  let isEqual = false;
  const course = courseOfBad(
    facts,
    (one) => one,
    () => (isEqual = true),
  );
  const onset = onsetIn(course, search);
  if (onset === undefined) return { kind: "unknown" };
  if (onset === "never") return { kind: "never", playedMs: searchMs, course };
  const nudgedCourses = nudges.map((by) => courseOfBad(facts, (one) => nudged(one, by)));
  const others = nudgedCourses.flatMap((one) => {
    const other = onsetNear(onset, one, search);
    return other === undefined || other === "never" ? [] : [other];
  });
  // What is exactly at its threshold is so for Prometheus too; what is only nearly there need not be.
  const isAtThreshold = (atMs: number) => {
    isEqual = false;
    course(atMs);
    return isEqual;
  };
  const all = between(onset, others, stepMs).every(isAtThreshold) ? [onset] : [onset, ...others];
  const moments = all.map(({ onsetMs }) => onsetMs - badMs);
  const latest = all.reduce((a, b) => (a.firingMs < b.firingMs ? b : a));
  const element = onlyOne(course(latest.firingMs) ?? []);
  const [soonestMs, afterMs] = [Math.min(...moments), Math.max(...moments)];
  const untilMs = search.toMs + alert.forMs;
  const goesOn = conditionToGoOn(alert);
  return { kind: "known", soonestMs, afterMs, element, course, nudged: nudgedCourses, untilMs, goesOn };
}

/** The evaluations at which they do not agree. */
function between(onset: Onset, others: readonly Onset[], stepMs: number): number[] {
  const moments = [onset, ...others].map(({ onsetMs }) => onsetMs);
  return momentsBetween(Math.min(...moments), Math.max(...moments), stepMs);
}

/** The same moment in most cases, which is quickly seen. */
function onsetNear(onset: Onset, course: Course, search: Parameters<typeof onsetIn>[1]) {
  const { onsetMs } = onset;
  const before = onsetMs > search.fromMs ? course(onsetMs - search.stepMs) : [];
  const isSame = before?.length === 0 && (course(onsetMs)?.length ?? 0) > 0;
  return isSame ? onset : onsetIn(course, search);
}

/** Twice as long as it may take, and as the rules look back: to say how long it does take. */
function searchOf({ scenario, setup, bounded }: FiringFacts): number {
  const said = durationInMs(scenario.after ?? scenario.within ?? "0s") ?? 0;
  return roundUp(2 * Math.max(said, reachOfReads(setup.reads), bounded.stepMs), bounded.stepMs);
}

function courseOfBad(
  facts: FiringFacts,
  change: (series: PhasedSeries) => PhasedSeries,
  notice?: Notice,
): Course {
  const { alert, setup, bounded, model } = facts;
  const { badMs, stepMs } = bounded;
  const longest = Math.max(stepMs, ...setup.bad.map(({ strideMs }) => strideMs));
  const endMs = badMs + 2 * (searchOf(facts) + alert.forMs) + 4 * longest;
  const series = setup.bad.map(during(okThen("firing", badMs))).map(change);
  return courseOf(alert, setup.reads, { series, stepMs, endMs, ...(notice ? { notice } : {}) }, model);
}

function onlyOne(elements: readonly VectorElement[]): VectorElement | undefined {
  return elements.length === 1 ? elements[0] : undefined;
}

/**
 * What the expression gives when the alert fires; undefined where that is not known.
 *
 * Where texts show a value that no given level is, it is worked out as promtool does, to the last digit.
 */
export function elementOf(facts: FiringFacts, firing: Firing, timeline: Timeline): VectorElement | undefined {
  if (firing.kind !== "known") return undefined;
  const { alert, scenario, setup, model } = facts;
  const { element, course } = firing;
  const level = expectedValue(scenario, alert);
  const isLevel = element !== undefined && level !== undefined && isAlike(level, element.value);
  if (course || !element || isLevel || !showsValue(alert)) return element;
  const series = setup.bad.map(during(firingFor(timeline)));
  const { stepMs, firingMs: endMs } = timeline;
  return onlyOne(courseOf(alert, setup.reads, { series, stepMs, endMs }, model)(endMs) ?? []);
}

/** When an alert first fires, and when it first stops while its series are as they were; undefined: not known. */
export function firesFrom(
  { keepFiringFor }: AlertModel,
  firing: Firing,
  { soonestMs, onsetMs, firingMs, wellMs, stepMs }: Timeline,
): { readonly fromMs: number; readonly toMs: number | undefined } | undefined {
  if (firing.kind !== "known" || soonestMs < onsetMs) return undefined;
  let toMs = firingMs;
  while (toMs < wellMs && stillFires(firing, toMs)) toMs += stepMs;
  const stops = toMs < wellMs && keepFiringFor === undefined && stillFires(firing, toMs) === false;
  return { fromMs: firingMs, toMs: stops ? toMs : undefined };
}

/** Whether what fires still does at a moment; undefined where that is not sure. */
export function stillFires(firing: Firing, atMs: number): boolean | undefined {
  if (firing.kind !== "known" || !firing.course || !firing.element) return undefined;
  const { element, course, nudged: others, goesOn } = firing;
  const answers = [course, ...others].map((one) =>
    one(atMs, goesOn)?.some((found) => seriesKey(found) === seriesKey(element)),
  );
  const [first] = answers;
  return answers.every((answer) => answer === first) ? first : undefined;
}
