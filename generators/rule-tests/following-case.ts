import type { Model } from "../model/model.ts";
import { evaluate } from "../promql/evaluate/evaluate.ts";
import type { Gap } from "../promql/robust/gaps.ts";
import { inState, type CaseOptions } from "./alert-cases.ts";
import { neverAssertion, valueAssertion, type Assertion } from "./assertion.ts";
import { atItsPace } from "./births.ts";
import { expectedAlert } from "./expected-alert.ts";
import { sampleLabel } from "./label-sample.ts";
import type { Situation } from "../series/series.ts";
import { during, okThen, whole, type PhasedSeries } from "./phases.ts";
import { isRecordedOf, isTakenBy, reachOfReads, type Read } from "./reads.ts";
import type { Scene } from "./scenes.ts";
import { isMissing, type TestSeries } from "./test-series.ts";
import { beatOf, roundUp } from "./timeline.ts";
import { worldsOf } from "./world-at-moment.ts";

/** A series, and the one that comes with the sample after its last one. */
interface Followed {
  readonly series: TestSeries;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * One series ends and the next begins, as of the version before a deployment and the one behind it: for as long as the last value of
 * the first could stand, there is nothing twice.
 *
 * While all is well the alert stays silent; while it fires it goes on, or begins anew where the label is one of its own.
 */
export function followingCase(facts: CaseOptions, model: Model): Scene[] {
  const { alert, setup, prefix, timeline } = facts;
  const { stepMs } = timeline;
  const paced = setup.bad.map(atItsPace);
  const gaps = alert.deployed.gaps.filter(({ following }) => following);
  const followed = followedIn(paced, gaps, setup.reads, model);
  if (followed.length === 0) return [];
  const others = paced.filter((one) => followed.every(({ series }) => series !== one));
  const beat = beatOf(stepMs, paced);
  const badMs = roundUp(timeline.badMs, beat);
  // A window shows a change little by little where samples come as often as in production.
  const lateMs = reachOfReads(setup.reads) + 2 * stepMs;
  const changesMs = badMs + roundUp(timeline.firingMs - timeline.badMs + lateMs, beat);
  const lastsMs = roundUp(Math.max(...gaps.map(({ toleranceMs }) => toleranceMs)), stepMs);
  const silent = whileSilent(facts, { followed, others, badMs: 0, changesMs: badMs }, lastsMs);
  const firing = whileFiring(facts, { followed, others, badMs, changesMs }, model);
  return [
    ...(silent ? [{ ...silent, name: `${prefix}silent when one series follows another` }] : []),
    ...(firing ? [{ ...firing, name: `${prefix}goes on when one series follows another` }] : []),
  ];
}

/** Undefined where there is nothing that could follow. */
function whileSilent(
  { alert, setup, timeline: { stepMs } }: CaseOptions,
  { followed, others, badMs, changesMs }: Played,
  lastsMs: number,
): Omit<Scene, "name"> | undefined {
  // Where two are counted for one, what is at its limit is beyond it. Of a window the limit is only known as it was given.
  const silent = reachOfReads(setup.reads) === 0 ? "limit" : "ok";
  const there = followed.filter(({ series }) => !isMissing(series, silent));
  if (there.length === 0) return undefined;
  const endMs = changesMs + lastsMs;
  return {
    endMs,
    pace: "production",
    series: [
      ...others.map(during(whole(silent))),
      ...there.flatMap((one) => inTurn(one, silent, { badMs, changesMs })),
    ],
    assertions: [neverAssertion(alert.alertname, endMs, stepMs)],
  };
}

/** Those that another may follow, each by one of its own. */
function followedIn(
  all: readonly TestSeries[],
  gaps: readonly Gap[],
  reads: readonly Read[],
  model: Model,
): Followed[] {
  const followed: Followed[] = [];
  for (const series of all) {
    const gap = gaps.find(
      ({ selector }) => isTakenBy(selector, series) || isRecordedOf(selector.metric, series, reads),
    );
    if (!gap?.following || !goesOn(series)) continue;
    const { label } = gap.following;
    const taken = [...all, ...followed].flatMap(({ labels }) => labels[label] ?? []);
    const next = nextValue(series, label, { gap, taken, model });
    if (next !== undefined) followed.push({ series, labels: { ...series.labels, [label]: next } });
  }
  return followed;
}

function goesOn(series: TestSeries): boolean {
  return !isMissing(series, "firing") && series.everyMs > 0 && series.given.kind !== "follows";
}

/** A value of the label that none of the others has; undefined where there is none. */
function nextValue(
  { metric }: TestSeries,
  label: string,
  { gap, taken, model }: { readonly gap: Gap; readonly taken: readonly string[]; readonly model: Model },
): string | undefined {
  const spec = model.catalogue.lookup(metric, []).series[0]?.labels.get(label);
  const own = gap.selector.matchers.filter(({ name }) => name === label);
  const others = taken.map((value) => ({ op: "!=", value }) as const);
  return spec && sampleLabel(label, spec, [...own, ...others]);
}

interface Moments {
  readonly badMs: number;
  readonly changesMs: number;
}

/** The one until a moment, and from then on the other. */
function inTurn(
  { series, labels }: Followed,
  situation: Situation,
  { badMs, changesMs }: Moments,
): PhasedSeries[] {
  const does = series.behaviour[situation];
  const missing = { kind: "missing" } as const;
  const next = { ...series, labels, behaviour: { ok: missing, limit: missing, firing: does } };
  const { situations } = situation === "firing" ? okThen("firing", badMs) : whole(situation);
  return [
    { series, phases: { situations, goneMs: changesMs } },
    { series: next, phases: okThen("firing", changesMs) },
  ];
}

interface Played extends Moments {
  readonly followed: readonly Followed[];
  readonly others: readonly TestSeries[];
}

/** Undefined where it cannot be worked out what the next one makes of the alert. */
function whileFiring(
  facts: CaseOptions,
  { followed, others, badMs, changesMs }: Played,
  model: Model,
): Omit<Scene, "name"> | undefined {
  const { stepMs } = facts.timeline;
  const series = [
    ...others.map(during(okThen("firing", badMs))),
    ...followed.flatMap((one) => inTurn(one, "firing", { badMs, changesMs })),
  ];
  const worldAt = worldsOf({ series, recordings: model.recordings, stepMs, endMs: changesMs });
  const elementAt = (atMs: number): Element | undefined => {
    const found = evaluate(facts.alert.node, worldAt(atMs));
    return typeof found === "number" || found?.length !== 1 ? undefined : found[0];
  };
  const [before, after] = [elementAt(changesMs - stepMs), elementAt(changesMs)];
  const assertions = before && after && assertionsOf(facts, before, after, changesMs);
  return assertions && { endMs: changesMs, pace: "production", series, assertions };
}

interface Element {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

function assertionsOf(
  { alert, expected }: CaseOptions,
  before: Element,
  after: Element,
  changesMs: number,
): Assertion[] | undefined {
  const isSame = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
  if (isSame) {
    const firing = inState(alert, expected, "firing");
    return [valueAssertion(firing.expr, changesMs, firing.samples)];
  }
  const next = expectedAlert(alert, after.labels, after.value);
  if (!("alert" in next)) return undefined;
  const pending = inState(alert, next.alert, "pending");
  return [valueAssertion(pending.expr, changesMs, pending.samples)];
}

function sorted({ labels }: Element): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
}
