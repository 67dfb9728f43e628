import { durationInMs, formatDuration } from "../language/duration.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { Trace, RuleTest } from "../rule-tests/rule-test.ts";
import type { Timeline } from "../rule-tests/timeline.ts";
import { comparedIn, comparedStrips } from "./compared-strips.ts";
import { comparedOverTime, stripsOverTime } from "./over-time.ts";
import { seriesStrips } from "./series-strips.ts";
import type { Moments, TimeSpan, Strip } from "./strip.ts";

/** What a picture says to whoever cannot see it. */
export interface PictureText {
  readonly title: string;
  readonly description: string;
}

/** A time for which the rule test asserts a state of the alert. */
export interface StateSpan extends TimeSpan {
  /** `ending`: that it still fires is not looked at, but at the end of the span it is over. */
  readonly kind: "pending" | "firing" | "ending";
  readonly text: string;
}

/** One scenario as a picture: what the alert looks at, and what it does. */
export interface PicturePanel {
  readonly strips: readonly Strip[];
  readonly states: readonly StateSpan[];
  readonly moments: Moments;
  /** What the axis of time counts from. */
  readonly since: string;
}

/** Of what is drawn at most so much is before the series go bad, measured by what comes after. */
const mostBefore = 0.4;

/** The panels of an alert: one for each of its scenarios. */
export function panelsOf(alert: AlertModel, ruleTest: RuleTest, model: Model): PicturePanel[] {
  return ruleTest.traces.map((trace) => panelOf(alert, trace, ruleTest, model));
}

function panelOf(alert: AlertModel, trace: Trace, ruleTest: RuleTest, model: Model): PicturePanel {
  const { timeline } = trace;
  const stepMs = durationInMs(ruleTest.testFile.evaluation_interval) ?? 0;
  const moments = timeline ? momentsOf(timeline) : alwaysMoments(alert, stepMs);
  return {
    strips: stripsOf(alert, trace, moments, model),
    states: timeline ? statesOf(alert, timeline, trace.isExact) : alwaysStates(alert, moments),
    moments,
    since: timeline ? "since it goes bad" : "since the start",
  };
}

/** What the alert compares where that is known, and otherwise the series that it looks at. */
function stripsOf(alert: AlertModel, trace: Trace, moments: Moments, model: Model): readonly Strip[] {
  const compared = comparedIn(alert, trace, model);
  if (compared) return comparedStrips(compared, moments);
  const overTime = trace.isExact ? undefined : comparedOverTime(alert, trace, model, moments);
  if (overTime) return stripsOverTime(overTime, moments, trace.timeline?.firingMs ?? 0);
  return seriesStrips(alert, trace, moments, model);
}

/** How much of a test is drawn. */
export function momentsOf({ badMs, wellMs, endMs }: Timeline): Moments {
  return { fromMs: Math.max(0, badMs - mostBefore * (endMs - badMs)), badMs, wellMs, toMs: endMs };
}

/** As long as the test of an alert that needs no series looks at it. */
function alwaysMoments({ forMs }: AlertModel, stepMs: number): Moments {
  const toMs = forMs + 2 * stepMs;
  return { fromMs: 0, badMs: 0, wellMs: toMs, toMs };
}

function alwaysStates(alert: AlertModel, { toMs }: Moments): StateSpan[] {
  return [
    ...span("pending", 0, alert.forMs, `pending ${alert.for}`),
    ...span("firing", alert.forMs, toMs, "firing"),
  ];
}

function statesOf(alert: AlertModel, timeline: Timeline, isExact: boolean): StateSpan[] {
  const { onsetMs, firingMs, wellMs, clearMs, resolvedMs } = timeline;
  const kept = resolvedMs > clearMs ? `, kept ${alert.keepFiringFor}` : "";
  return [
    ...span("pending", onsetMs, firingMs, `pending ${alert.for}`),
    ...(isExact
      ? span("firing", firingMs, resolvedMs, `firing${kept}`)
      : [
          ...span("firing", firingMs, wellMs, "firing"),
          ...span("ending", wellMs, resolvedMs, `ends by here${kept}`),
        ]),
  ];
}

function span(kind: StateSpan["kind"], fromMs: number, toMs: number, text: string): StateSpan[] {
  return toMs > fromMs ? [{ kind, fromMs, toMs, text }] : [];
}

/** What a picture says, for those who do not see it. */
export function pictureText(
  { name }: Pick<AlertModel, "name">,
  panels: readonly PicturePanel[],
): PictureText {
  const descriptions = panels.map((panel, index) => {
    const which = panels.length > 1 ? `Scenario ${index + 1}: ` : "";
    return `${which}${panelWords(panel)}`;
  });
  return {
    title: `The series in the rule test of ${name}, and when it fires`,
    description: descriptions.join(" "),
  };
}

function panelWords({ strips, states, moments, since }: PicturePanel): string {
  const values = strips.map(({ title, marks, gaps }) => {
    const remarks = [...marks.map(({ text }) => text), ...(gaps.length > 0 ? ["at times no data"] : [])];
    return `${title}: ${remarks.length === 0 ? "as drawn" : remarks.join(", ")}.`;
  });
  const spans = states.map(
    ({ text, fromMs, toMs }) =>
      `${text} from ${moment(fromMs - moments.badMs)} to ${moment(toMs - moments.badMs)}`,
  );
  return [...values, `The alert is ${spans.join(", ")} ${since.replace(/^since/, "after")}.`].join(" ");
}

function moment(ms: number): string {
  return formatDuration(Math.max(0, ms));
}
