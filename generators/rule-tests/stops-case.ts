import { durationInMs, formatDuration } from "../language/duration.ts";
import type { Model } from "../model/model.ts";
import { firingAssertion, valueAssertion } from "./assertion.ts";
import { inState, type CaseOptions } from "./alert-cases.ts";
import { atItsPace } from "./births.ts";
import { courseOf, type Course } from "./course.ts";
import type { Firing } from "./firing.ts";
import { nudged, nudges } from "./nudged.ts";
import { during, okThen, type PhasedSeries } from "./phases.ts";
import type { Scene } from "./scenes.ts";
import type { Node } from "../promql/tree.ts";
import { beatOf, momentsBetween, roundUp } from "./timeline.ts";

/**
 * Its series go on as they were when it fired, and it stops: it sees a change for as long as its window is, and then no longer.
 *
 * Samples are as far apart as in production: how long a window sees a change is counted from one to the next.
 */
export function stopsCase(facts: CaseOptions, known: Firing, model: Model): Scene[] {
  const { alert, setup, timeline, expected, prefix } = facts;
  const { badMs, firingMs, stepMs } = timeline;
  if (known.kind !== "known" || !known.course) return [];
  const { untilMs, goesOn } = known;
  if (stopIn(known.course, { goesOn, fromMs: firingMs, untilMs, stepMs }) === undefined) return [];
  const paced = setup.bad.map(atItsPace);
  const changeMs = roundUp(badMs, beatOf(stepMs, paced));
  const series = paced.map(during(okThen("firing", changeMs)));
  const times = { fromMs: changeMs + firingMs - badMs, untilMs: changeMs + untilMs - badMs, stepMs, goesOn };
  const fires = firesUntil(facts, series, times, model);
  if (!fires) return [];
  const keptMs = alert.keepFiringFor === undefined ? 0 : (durationInMs(alert.keepFiringFor) ?? 0);
  const endMs = roundUp(fires.stopMs + keptMs, stepMs);
  const firing = inState(alert, expected, "firing");
  return [
    {
      name: `${prefix}stops by itself after ${formatDuration(endMs - fires.fromMs)}, though its series go on as they were`,
      endMs,
      pace: "production",
      series,
      assertions: [
        valueAssertion(firing.expr, endMs - stepMs, firing.samples),
        firingAssertion(alert.alertname, endMs, []),
      ],
    },
  ];
}

interface Times {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly stepMs: number;
  /** What must hold for it to go on; undefined: its condition. */
  readonly goesOn: Node | undefined;
}

/** When it first fires, and when its condition then holds no longer; undefined where that is not sure. */
function firesUntil(
  { alert, setup }: CaseOptions,
  series: readonly PhasedSeries[],
  { fromMs, untilMs, stepMs, goesOn }: Times,
  model: Model,
): { readonly fromMs: number; readonly stopMs: number } | undefined {
  const courses = [series, ...nudges.map((by) => series.map((one) => nudged(one, by)))].map((played) =>
    courseOf(alert, setup.reads, { series: played, stepMs, endMs: untilMs }, model),
  );
  const stops = courses.map((course) => {
    // It fires from here on: its condition has held for as long as it must.
    const holds = momentsBetween(fromMs - alert.forMs, fromMs + stepMs, stepMs).every(
      (atMs) => course(atMs)?.length,
    );
    return holds ? stopIn(course, { fromMs, untilMs, stepMs, goesOn }) : undefined;
  });
  const [stopMs] = stops;
  return stopMs !== undefined && stops.every((one) => one === stopMs) ? { fromMs, stopMs } : undefined;
}

/** The first moment at which the condition holds no longer; undefined where it goes on, or that is not sure. */
function stopIn(course: Course, { fromMs, untilMs, stepMs, goesOn }: Times): number | undefined {
  for (const atMs of momentsBetween(fromMs + stepMs, untilMs, stepMs)) {
    const elements = course(atMs, goesOn);
    if (!elements) return undefined;
    if (elements.length === 0) return atMs;
  }
  return undefined;
}
