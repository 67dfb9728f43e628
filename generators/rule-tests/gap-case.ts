import { formatDuration } from "../language/duration.ts";
import { holdingIn, isOfEveryScrape } from "../promql/robust/gaps.ts";
import { gapsAreBridged } from "../promql/robust/robust.ts";
import { inState, type CaseOptions } from "./alert-cases.ts";
import { valueAssertion, type Assertion } from "./assertion.ts";
import { seriesText } from "../series/promtool.ts";
import { atItsPace } from "./births.ts";
import { during, okThen, type PhasedSeries } from "./phases.ts";
import { targetOf, upOf, type StateFrom } from "./targets-of-scene.ts";
import type { Model } from "../model/model.ts";
import { returnsSeries } from "../promql/evaluate/returns-series.ts";
import { worldsOf } from "./world-at-moment.ts";
import { isRecordedOf, isTakenBy, type Read, selects } from "./reads.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import type { SelectorNode } from "../promql/tree.ts";
import type { Scene } from "./scenes.ts";
import { isMissing, type TestSeries } from "./test-series.ts";
import { beatOf, momentsBetween, roundUp } from "./timeline.ts";

/** The moments of a scene in which a scrape fails, and the target goes later. */
interface GapTimes {
  readonly badMs: number;
  readonly firingMs: number;
  readonly failedMs: number;
  readonly goneMs: number;
  /** Until then the last values surely stand, and from then on none does. */
  readonly standsMs: number;
  readonly forgottenMs: number;
  readonly resolvedMs: number;
}

/**
 * A scrape fails just when the rule is evaluated, and everything goes on as if it had not. When the target is gone for good, its last
 * values are forgotten in the time that the card says.
 *
 * Samples are as far apart as in production: how long a value stands is counted from one to the next.
 */
export function gapCase(facts: CaseOptions, model: Model): Scene[] {
  const { alert, timeline, prefix } = facts;
  const played = playedGap(facts, model);
  if (!played) return [];
  const { times, series } = played;
  const { standsMs, resolvedMs: endMs } = times;
  const worldAt = worldsOf({ series, recordings: model.recordings, stepMs: timeline.stepMs, endMs });
  const givesAt = (atMs: number) => returnsSeries(alert.deployed.node, worldAt(atMs));
  // A window gives less, and then nothing, while the last value beside it still stands; that it is missing may be an alert as well.
  const seen = { stands: givesAt(standsMs) !== false, ends: givesAt(endMs) !== true };
  const ends = seen.ends ? ", and ends soon when its target is gone" : "";
  return [
    {
      name: `${prefix}holds through a failed scrape${ends}`,
      endMs,
      pace: "production",
      series,
      assertions: assertionsOf(facts, times, seen),
    },
  ];
}

/** The series of the scene, and its moments; undefined: there is nothing that would have to outlast a failed scrape. */
function playedGap(facts: CaseOptions, model: Model): PlayedGap | undefined {
  const lasting = lastingIn(facts);
  if (lasting.length === 0) return undefined;
  const paced = facts.setup.bad.map((one) => (isPlayed(one) ? atItsPace(one) : one));
  const times = timesOf(facts, paced, lasting);
  if (!isHeld(facts, paced, times, model)) return undefined;
  const series = [...paced.map((one) => failing(one, facts, times)), ...failingTargets(facts, paced, times)];
  return { times, series };
}

interface PlayedGap {
  readonly times: GapTimes;
  readonly series: readonly PhasedSeries[];
}

/** An alert that does not hold though its last values stand: it rests on an `up` that the failed scrape makes 0. */
export function endsWithScrape(facts: CaseOptions, model: Model): RuleTestComplaint[] {
  const { alert, timeline, setup } = facts;
  if (!setup.reads.some(isOfUp)) return [];
  const played = playedGap(facts, model);
  if (!played) return [];
  const { stepMs } = timeline;
  const { firingMs, failedMs, goneMs: endMs } = played.times;
  const worldAt = worldsOf({ series: played.series, recordings: model.recordings, stepMs, endMs });
  const moments = momentsBetween(Math.min(firingMs, failedMs), endMs, stepMs);
  if (moments.every((atMs) => returnsSeries(alert.deployed.node, worldAt(atMs)) !== false)) return [];
  const { gaps, standing } = alert.deployed;
  const lastMs = Math.max(...[...gaps, ...standing].map(({ toleranceMs }) => toleranceMs));
  return [
    {
      message: `waits ${alert.for}, and begins anew after each failed scrape: of up it asks what does not hold while a scrape fails`,
      fix: `ask for .up.eq(1), or for .up.maxOverTime("${formatDuration(lastMs)}"), or say why not: allow: { "${gapsAreBridged}": "…" }`,
      texts: ["up"],
    },
  ];
}

function isOfUp({ selector }: Read): boolean {
  return selector.metric === "up";
}

/** A last value that stands for the next one. */
interface Lasting {
  /** From one sample to the next of the series that it comes from. */
  readonly everyMs: number;
  /** It is a recording's, which has one with each evaluation. */
  readonly isRecorded: boolean;
  readonly toleranceMs: number;
}

/** Of what this scenario gives, the last values without which the alert would not fire. */
function lastingIn({ alert, setup }: CaseOptions): Lasting[] {
  const { gaps, standing, unbridged } = alert.deployed;
  // Where a part of it ends with a failed scrape, all of it does.
  if (unbridged.length > 0) return [];
  return holdingIn(alert.node, [...gaps, ...standing]).flatMap(({ selector, toleranceMs }) =>
    setup.bad.filter(isPlayed).flatMap((one): Lasting[] => {
      const { everyMs } = one;
      if (isTakenBy(selector, one) || isTargetTaken(selector, one))
        return [{ everyMs, isRecorded: false, toleranceMs }];
      const isRecorded = isRecordedOf(selector.metric, one, setup.reads);
      return isRecorded ? [{ everyMs, isRecorded, toleranceMs }] : [];
    }),
  );
}

/** Whether a selector asks for `up` of the target of a series. */
function isTargetTaken(selector: SelectorNode, series: TestSeries): boolean {
  const target = targetOf(series);
  return target !== undefined && isTakenBy(selector, { metric: "up", labels: { ...target } });
}

/** Samples that follow each other are, where each is seen as often as in production. */
function isPlayed(one: TestSeries): boolean {
  const { firing } = one.behaviour;
  if (isMissing(one, "firing") || one.everyMs === 0) return false;
  return firing.kind !== "follows" || (one.strideMs === one.everyMs && !firing.samples.includes("missing"));
}

/** Whether the alert would fire all the time, if no scrape failed: of samples that follow each other that is not sure. */
function isHeld(
  { alert, timeline }: CaseOptions,
  paced: readonly TestSeries[],
  times: GapTimes,
  model: Model,
): boolean {
  if (!paced.some(({ behaviour }) => behaviour.firing.kind === "follows")) return true;
  const { stepMs } = timeline;
  const { badMs, firingMs, goneMs } = times;
  const series = paced.map(during(okThen("firing", badMs)));
  const worldAt = worldsOf({ series, recordings: model.recordings, stepMs, endMs: goneMs });
  return momentsBetween(firingMs - alert.forMs, goneMs, stepMs).every(
    (atMs) => returnsSeries(alert.node, worldAt(atMs)) === true,
  );
}

function timesOf(
  { alert, setup, timeline }: CaseOptions,
  paced: readonly TestSeries[],
  lasting: readonly Lasting[],
): GapTimes {
  const { stepMs, onsetMs } = timeline;
  const beat = beatOf(stepMs, paced);
  const badMs = roundUp(timeline.badMs, beat);
  const afterMs = onsetMs - timeline.badMs;
  const windows = setup.reads.filter(({ windowMs }) => windowMs !== undefined);
  // A window shows a change little by little where samples come as often as in production, and a trend about as soon.
  const lateMs = afterMs > 0 ? 2 * stepMs : Math.max(0, ...windows.map(({ reachMs }) => reachMs));
  const firingMs = roundUp(badMs + afterMs + lateMs + alert.forMs, stepMs);
  const onset = firingMs - alert.forMs;
  const lastWaiting = Math.floor((firingMs - 1) / beat) * beat;
  const isExact = lateMs === 0 && lastWaiting > onset;
  const failedMs = isExact ? lastWaiting : roundUp(Math.max(firingMs, onset + 1), beat);
  const goneMs = goneAfter(Math.max(firingMs, failedMs) + 2 * beat, beat, lasting);
  const ends = lasting.map((one) => roundUp(lastOf(one, goneMs, stepMs) + one.toleranceMs, stepMs));
  const forgottenMs = Math.max(...ends);
  const resolvedMs = roundUp(forgottenMs + (timeline.resolvedMs - timeline.clearMs), stepMs);
  return { badMs, firingMs, failedMs, goneMs, standsMs: Math.min(...ends) - stepMs, forgottenMs, resolvedMs };
}

/** Where a scraped value is needed, the last one is forgotten just at an evaluation. */
function goneAfter(atMs: number, beat: number, lasting: readonly Lasting[]): number {
  const scraped = lasting.filter(({ isRecorded }) => !isRecorded);
  const [first] = scraped.toSorted((a, b) => a.toleranceMs - b.toleranceMs);
  if (!first) return roundUp(atMs, beat);
  const standsMs = first.toleranceMs - first.everyMs;
  return roundUp(atMs + standsMs, beat) - standsMs;
}

/** When a value was last there before its target was gone. */
function lastOf({ everyMs, isRecorded }: Lasting, goneMs: number, stepMs: number): number {
  const missedMs = roundUp(goneMs, everyMs);
  return isRecorded ? roundUp(missedMs, stepMs) - stepMs : missedMs - everyMs;
}

/** What Prometheus writes itself goes on, and is read as it is, but for the `up` of what is missing: a scrape that fails makes it 0. */
function failing(series: TestSeries, facts: CaseOptions, times: GapTimes): PhasedSeries {
  const { badMs, failedMs } = times;
  const goneMs = roundUp(times.goneMs, series.strideMs);
  const { situations } = okThen("firing", badMs);
  if (!isPlayed(series)) return { series, phases: { situations } };
  if (!isOfEveryScrape(series.metric))
    return { series, phases: { situations, failedMs: [failedMs], goneMs } };
  if (!isDownThen(series, facts)) return { series, phases: { situations } };
  const { ok, firing } = series.behaviour;
  const down = { ...series, behaviour: { ok, firing, limit: { kind: "constant", value: 0 } as const } };
  const fails = [
    { fromMs: failedMs, situation: "limit" as const },
    { fromMs: failedMs + series.strideMs, situation: "firing" as const },
    { fromMs: goneMs, situation: "limit" as const },
  ];
  return { series: down, phases: { situations: [...situations, ...fails] } };
}

/** Whether it is the `up` of a target of which a scrape fails: where its series are missing, or where it must have worked. */
function isDownThen(series: TestSeries, { alert, setup }: CaseOptions): boolean {
  if (series.metric !== "up") return false;
  const key = keyOf(series);
  return (
    alert.deployed.gaps.some(({ selector }) => isTakenBy(selector, series)) ||
    setup.bad.some((one) => isPlayed(one) && !isOfEveryScrape(one.metric) && keyOf(one) === key)
  );
}

/** Of each target whose `up` is asked for, and which the scenario does not give, the `up`. */
function failingTargets(
  { setup }: CaseOptions,
  paced: readonly TestSeries[],
  { failedMs, goneMs }: GapTimes,
): PhasedSeries[] {
  const asked = paced.filter((one) => isPlayed(one) && setup.reads.some((read) => isUpRead(read, one)));
  const given = paced.filter(({ metric }) => isOfEveryScrape(metric)).map(keyOf);
  const first = new Map(asked.map((one) => [keyOf(one), one]));
  return [...first].flatMap(([key, one]) => {
    const target = targetOf(one);
    if (!target || given.includes(key)) return [];
    const { strideMs } = one;
    const states: readonly StateFrom[] = [
      { fromMs: 0, state: "up" },
      { fromMs: failedMs, state: "down" },
      { fromMs: failedMs + strideMs, state: "up" },
      { fromMs: roundUp(goneMs, strideMs), state: "down" },
    ];
    return [upOf(target, states, strideMs)];
  });
}

/** Whether a rule asks for `up` of the target of a series. */
function isUpRead(read: Read, series: TestSeries): boolean {
  const target = targetOf(series);
  return isOfUp(read) && target !== undefined && selects(read, { metric: "up", labels: { ...target } });
}

function keyOf(series: Pick<TestSeries, "labels">): string {
  return JSON.stringify(targetOf(series));
}

/** What stands while the last values do. That they are missing may be an alert too, which is pending for the failed scrape. */
function assertionsOf(
  { alert, expected, missing }: CaseOptions,
  { firingMs, failedMs, standsMs, resolvedMs }: GapTimes,
  { stands, ends }: { readonly stands: boolean; readonly ends: boolean },
): Assertion[] {
  const others = Object.keys(missing?.exp_labels ?? {}).filter((name) => !(name in expected.exp_labels));
  const own = { ...expected.exp_labels, ...Object.fromEntries(others.map((name) => [name, ""])) };
  const labels = { alertname: alert.alertname, ...(missing && own) };
  const state = (alertstate: "pending" | "firing", atMs: number) =>
    valueAssertion(
      seriesText("ALERTS", { ...labels, alertstate }),
      atMs,
      inState(alert, expected, alertstate).samples,
    );
  return [
    state(failedMs < firingMs ? "pending" : "firing", failedMs),
    ...(failedMs < firingMs ? [state("firing", firingMs)] : []),
    ...(stands ? [state("firing", standsMs)] : []),
    ...(ends ? [valueAssertion(seriesText("ALERTS", labels), resolvedMs, [])] : []),
  ];
}
