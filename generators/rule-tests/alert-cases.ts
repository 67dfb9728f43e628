import { formatDuration } from "../language/duration.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { asDecoy, during, firingFor, whole, type PhasedSeries } from "./phases.ts";
import { besideWords } from "./beside-limit.ts";
import { firingAssertion, neverAssertion, valueAssertion, type Assertion } from "./assertion.ts";
import type { Scene } from "./scenes.ts";
import { seriesText } from "../series/promtool.ts";
import type { Setup } from "./setup.ts";
import type { TestSeries } from "./test-series.ts";
import type { ExpectedAlert } from "./test-file.ts";
import { roundUp, type Timeline } from "./timeline.ts";

/** What the tests of a scenario are made of. */
export interface CaseOptions {
  readonly alert: AlertModel;
  /** Stands before the names of the tests, where an alert has several scenarios. */
  readonly prefix: string;
  readonly setup: Setup;
  readonly timeline: Timeline;
  readonly decoys: readonly TestSeries[];
  /** What fires when the series do what fires. */
  readonly expected: ExpectedAlert;
  /** What fires when none of them is there; left out: nothing. */
  readonly missing?: ExpectedAlert | undefined;
  /** It comes and goes: it fires at least once before so much time has passed. */
  readonly withinMs?: number | undefined;
  /** When it first fires, of one that comes and goes, and when it first stops; undefined: not known. */
  readonly fires?: { readonly fromMs: number; readonly toMs: number | undefined } | undefined;
}

/** Ok for a long time, though what the rule must not read fires. */
export function okCase(facts: CaseOptions): Scene {
  const { setup, decoys, timeline, withinMs } = facts;
  // Of what comes and goes it is the change that must not be read.
  const decoyed = withinMs === undefined ? asDecoy : during(firingFor(timeline));
  const played = [...setup.bad.map(during(whole("ok"))), ...decoys.map(decoyed)];
  return silent(facts, "silent when all is well", played);
}

/** How the name of that scene begins. */
export const limitScene = "silent at the limit";

/** As near as it may come without firing. Samples that come and go may be pending again and again. */
export function limitCase(facts: CaseOptions): Scene {
  const isSampled = facts.setup.bad.some(({ behaviour }) => behaviour.ok.kind === "follows");
  const comesAndGoes = isSampled || facts.withinMs !== undefined;
  const played = facts.setup.bad.map(during(whole("limit")));
  const name = `${limitScene}${besideWords(facts.setup)}`;
  return silent(facts, name, played, comesAndGoes ? "firing" : undefined);
}

/** All counters start again from nothing. */
export function restartCase(facts: CaseOptions): Scene[] {
  if (!facts.setup.bad.some(({ isCounter }) => isCounter)) return [];
  const phases = { ...whole("ok"), restartMs: facts.timeline.badMs };
  const played = facts.setup.bad.map((signal) => ({
    series: signal,
    phases: signal.isCounter ? phases : whole("ok"),
  }));
  return [silent(facts, "silent when its counters reset", played)];
}

/** Nothing is asked for any more: a share, or a quantile, of nothing. */
export function idleCase(facts: CaseOptions): Scene[] {
  if (!facts.setup.bad.some(({ isTraffic }) => isTraffic)) return [];
  const phases = { ...whole("ok"), idleMs: facts.timeline.badMs };
  return [silent(facts, "silent without traffic", facts.setup.bad.map(during(phases)))];
}

/** Ok, firing, ok again, beside an instance that stays ok. */
export function firingCase(facts: CaseOptions): Scene {
  const { setup, timeline, decoys, prefix } = facts;
  const { endMs } = timeline;
  const series = [
    ...setup.bad.map(during(firingFor(timeline))),
    ...setup.good.map(during(whole("ok"))),
    ...decoys.map(asDecoy),
  ];
  const assertions = [...beginning(facts), ...ending(facts)];
  return { name: `${prefix}${firingName(facts)}`, endMs, series, assertions };
}

/** How the name of that scene begins where the alert comes and goes. */
export const withinScene = "fires within ";

function firingName({ withinMs, fires }: CaseOptions): string {
  if (withinMs === undefined) return "fires, then resolves";
  return `${withinScene}${formatDuration(withinMs)}, ${fires?.toMs === undefined ? "then resolves" : "and stops by itself"}`;
}

/** Pending from its onset until just before `for` has passed, then firing. */
function beginning(facts: CaseOptions): Assertion[] {
  const { alert, timeline, expected, withinMs } = facts;
  const { soonestMs, onsetMs, firingMs, stepMs } = timeline;
  if (withinMs !== undefined) return fleeting(facts, withinMs);
  const pending = inState(alert, expected, "pending");
  // Where the moment is not known to the evaluation, it may be firing already.
  const lastMs = roundUp(Math.min(firingMs, soonestMs + alert.forMs), stepMs) - stepMs;
  return [
    neverAssertion(alert.alertname, soonestMs - stepMs, stepMs),
    ...[...new Set([onsetMs, lastMs])]
      .filter((at) => at >= onsetMs && at <= lastMs)
      .map((at) => valueAssertion(pending.expr, at, pending.samples)),
    firingAt(alert, firingMs, [expected]),
  ];
}

/** It comes and goes: it fires at least once. When it first does, with what and for how long, is shown where that is known. */
function fleeting(facts: CaseOptions, withinMs: number): Assertion[] {
  const { alert, timeline, expected } = facts;
  const { badMs, stepMs } = timeline;
  const byMs = roundUp(badMs + withinMs, stepMs);
  return [
    neverAssertion(alert.alertname, badMs - stepMs, stepMs),
    ...knownMoments(facts),
    onceAssertion(inState(alert, expected, "firing"), badMs, byMs, stepMs),
  ];
}

/** In a state at least once between two moments. */
export function onceAssertion(
  { expr, present }: ReturnType<typeof inState>,
  fromMs: number,
  toMs: number,
  stepMs: number,
): Assertion {
  const window = formatDuration(toMs - fromMs + stepMs);
  return valueAssertion(`present_over_time(${expr}[${window}])`, toMs, present);
}

/** Before it fires, when it does, and at both sides of the moment at which it stops. */
function knownMoments({ alert, timeline, expected, fires }: CaseOptions): Assertion[] {
  const { stepMs } = timeline;
  if (fires === undefined) return [];
  const { fromMs, toMs } = fires;
  const firing = inState(alert, expected, "firing");
  return [
    neverAssertion(alert.alertname, fromMs - stepMs, stepMs, "firing"),
    firingAt(alert, fromMs, [expected]),
    ...(toMs === undefined
      ? []
      : [
          ...(toMs - stepMs > fromMs ? [valueAssertion(firing.expr, toMs - stepMs, firing.samples)] : []),
          firingAt(alert, toMs, []),
        ]),
  ];
}

/** Firing until the series are well, and for as long as `keepFiringFor` says; then gone. */
function ending({ alert, timeline, expected, setup, withinMs }: CaseOptions): Assertion[] {
  const { wellMs, clearMs, resolvedMs, endMs, stepMs } = timeline;
  const firing = inState(alert, expected, "firing");
  const all = seriesText("ALERTS", { alertname: alert.alertname });
  const isKept = resolvedMs > clearMs;
  return [
    ...(withinMs === undefined ? [valueAssertion(firing.expr, wellMs - stepMs, firing.samples)] : []),
    ...(isKept && setup.isExact && withinMs === undefined
      ? [valueAssertion(firing.expr, resolvedMs - stepMs, firing.samples)]
      : []),
    valueAssertion(all, resolvedMs, []),
    valueAssertion(all, endMs, []),
  ];
}

/** None of the series is there. */
export function missingCase(
  facts: Omit<CaseOptions, "expected">,
  expected: ExpectedAlert | undefined,
): Scene {
  const { alert, prefix, timeline, decoys } = facts;
  const { stepMs } = timeline;
  const played = decoys.map(asDecoy);
  if (!expected) return silent(facts, "silent when none of its series exist", played);
  const firingMs = roundUp(alert.forMs, stepMs);
  const endMs = firingMs + 2 * stepMs;
  const pending = inState(alert, expected, "pending");
  const assertions = [
    ...(firingMs > 0 ? [valueAssertion(pending.expr, firingMs - stepMs, pending.samples)] : []),
    firingAt(alert, firingMs, [expected]),
    firingAt(alert, endMs, [expected]),
  ];
  return { name: `${prefix}fires when none of its series exist`, endMs, series: played, assertions };
}

/** A test in which the alert is never even pending; with a state, never in that. */
function silent(
  { alert, prefix, timeline }: Pick<CaseOptions, "alert" | "prefix" | "timeline">,
  name: string,
  played: readonly PhasedSeries[],
  state?: "firing",
): Scene {
  const { stepMs, wellMs } = timeline;
  const assertions = [firingAt(alert, wellMs, []), neverAssertion(alert.alertname, wellMs, stepMs, state)];
  return { name: `${prefix}${name}`, endMs: wellMs, series: played, assertions };
}

function firingAt({ alertname }: AlertModel, atMs: number, alerts: readonly ExpectedAlert[]): Assertion {
  return firingAssertion(alertname, atMs, alerts);
}

/** The series that Prometheus makes of an alert in a state. */
export function inState(
  { alertname }: AlertModel,
  { exp_labels }: ExpectedAlert,
  alertstate: "pending" | "firing",
) {
  const state = { alertname, alertstate };
  const labels = seriesText("ALERTS", { ...state, ...exp_labels });
  const present = [{ labels: seriesText("", { ...state, ...exp_labels }), value: 1 }];
  return { expr: seriesText("ALERTS", state), samples: [{ labels, value: 1 }], present };
}
