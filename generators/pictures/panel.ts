import { durationInMs } from "../language/duration.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { Trace, RuleTest } from "../rule-tests/rule-test.ts";
import type { Timeline } from "../rule-tests/timeline.ts";
import { comparedIn, comparedStrips } from "./compared-strips.ts";
import { comparedOverTime, stripsOverTime } from "./over-time.ts";
import { drawnStrips, notesOf, type Note } from "./drawn-strips.ts";
import { seriesStrips } from "./series-strips.ts";
import { valueText } from "./marks.ts";
import type { Mark, Moments, TimeSpan, Strip } from "./strip.ts";

/** A time for which the rule test asserts a state of the alert. */
export interface StateSpan extends TimeSpan {
  /** `ending`: that it still fires is not looked at, but at the end of the span it is over. */
  readonly kind: "pending" | "firing" | "ending";
  readonly text: string;
}

/** One scenario as a picture: what the alert looks at, and what it does. */
export interface PicturePanel {
  readonly strips: readonly Strip[];
  /** What is not drawn, because it stays as it is or because there is too much, in words. */
  readonly notes: readonly Note[];
  readonly states: readonly StateSpan[];
  readonly moments: Moments;
  /** What the axis of time counts from. */
  readonly since: string;
}

/** Of what is drawn at most so much is before the series go bad, measured by what comes after. */
const mostBefore = 0.4;

/** One scenario of an alert, as its rule test plays it. */
export function panelOf(
  alert: AlertModel,
  trace: Trace,
  testFile: RuleTest["testFile"],
  model: Model,
): PicturePanel {
  const { timeline } = trace;
  const stepMs = durationInMs(testFile.evaluation_interval) ?? 0;
  const moments = timeline ? momentsOf(timeline) : alwaysMoments(alert, stepMs);
  const strips = withItsEnd(alert, stripsOf(alert, trace, moments, model));
  const drawn = drawnStrips(strips);
  return {
    strips: drawn,
    notes: notesOf(strips.filter((strip) => !drawn.includes(strip))),
    states: timeline ? statesOf(alert, timeline, trace) : alwaysStates(alert, moments),
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

/** Where a value must be back for the alert to end, if that is not its threshold. */
function withItsEnd(
  { resolution, valueUnit, threshold }: AlertModel,
  strips: readonly Strip[],
): readonly Strip[] {
  if (!resolution) return strips;
  const { value } = resolution;
  const mark: Mark = {
    kind: "threshold",
    value,
    text: `ends at ${valueText(value, threshold?.unit ?? valueUnit)}`,
  };
  const isCompared = ({ marks }: Strip) => marks.some(({ kind }) => kind === "threshold");
  return strips.filter(isCompared).length === 1
    ? strips.map((strip) => (isCompared(strip) ? { ...strip, marks: [...strip.marks, mark] } : strip))
    : strips;
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

function statesOf(alert: AlertModel, timeline: Timeline, { isExact, stopsMs }: Trace): StateSpan[] {
  const { onsetMs, firingMs, wellMs, clearMs, resolvedMs } = timeline;
  const kept = resolvedMs > clearMs ? `, kept ${alert.keepFiringFor}` : "";
  return [
    ...span("pending", onsetMs, firingMs, `pending ${alert.for}`),
    ...(isExact
      ? span("firing", firingMs, resolvedMs, `firing${kept}`)
      : [
          ...span("firing", firingMs, stopsMs ?? wellMs, "firing"),
          ...span("ending", wellMs, resolvedMs, `ends by here${kept}`),
        ]),
  ];
}

function span(kind: StateSpan["kind"], fromMs: number, toMs: number, text: string): StateSpan[] {
  return toMs > fromMs ? [{ kind, fromMs, toMs, text }] : [];
}
