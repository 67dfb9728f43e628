import { formatDuration } from "../language/duration.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { asDecoy, playing, whole } from "./casting.ts";
import { seriesText } from "./notation.ts";
import type { Scene } from "./scene.ts";
import type { Script } from "./samples.ts";
import { isTraffic, type Signal } from "./signal.ts";
import type { ExpectedAlert, TestGroup } from "./test-file.ts";
import { looksAt, neverBy, testGroup, type Look, type Played } from "./test-group.ts";
import type { Timeline } from "./timeline.ts";

/** What the tests of a scenario are made of. */
export interface CaseFacts {
  readonly alert: AlertModel;
  /** Stands before the names of the tests, where an alert has several scenarios. */
  readonly prefix: string;
  readonly scene: Scene;
  readonly timeline: Timeline;
  readonly decoys: readonly Signal[];
  /** What fires when the series do what fires. */
  readonly expected: ExpectedAlert;
}

/** Quiet for long, though what the rule must not read fires. */
export function quietCase(facts: CaseFacts): TestGroup {
  const { scene, decoys } = facts;
  const played = [...scene.bad.map(playing(whole("ok"))), ...decoys.map(asDecoy)];
  return silent(facts, "silent when all is well", played);
}

/** As near as it may come without firing. Samples that come and go may be pending again and again. */
export function edgeCase(facts: CaseFacts): TestGroup {
  const comesAndGoes = facts.scene.bad.some(({ motion }) => motion.kind === "follows");
  const played = facts.scene.bad.map(playing(whole("limit")));
  return silent(facts, "silent at the edge", played, comesAndGoes ? "firing" : undefined);
}

/** All counters start again from nothing. */
export function restartCase(facts: CaseFacts): TestGroup[] {
  if (!facts.scene.bad.some(({ isCounter }) => isCounter)) return [];
  const script = { ...whole("ok"), restartMs: facts.timeline.badMs };
  const played = facts.scene.bad.map((signal) => ({
    signal,
    script: signal.isCounter ? script : whole("ok"),
  }));
  return [silent(facts, "silent when its counters start again", played)];
}

/** Nothing is asked for any more: a share, or a quantile, of nothing. */
export function idleCase(facts: CaseFacts): TestGroup[] {
  if (!facts.scene.bad.some(isTraffic)) return [];
  const script = { ...whole("ok"), idleMs: facts.timeline.badMs };
  return [silent(facts, "silent without traffic", facts.scene.bad.map(playing(script)))];
}

/** Quiet, bad, quiet again, beside an instance that stays quiet. */
export function ringingCase(facts: CaseFacts): TestGroup {
  const { scene, timeline, decoys, prefix } = facts;
  const { badMs, wellMs, endMs, stepMs } = timeline;
  const script: Script = {
    phases: [
      { fromMs: 0, situation: "ok" },
      { fromMs: badMs, situation: "firing" },
      { fromMs: wellMs, situation: "ok" },
    ],
  };
  const played = [
    ...scene.bad.map(playing(script)),
    ...scene.good.map(playing(whole("ok"))),
    ...decoys.map(asDecoy),
  ];
  const looks = [...beginning(facts), ...ending(facts)];
  return testGroup({ name: `${prefix}fires, and fires no more`, stepMs, endMs, played, looks });
}

/** Pending from its onset until just before `for` has passed, then firing. */
function beginning({ alert, timeline, expected }: CaseFacts): Look[] {
  const { onsetMs, firingMs, stepMs } = timeline;
  const pending = inState(alert, expected, "pending");
  return [
    neverBy(alert.name, onsetMs - stepMs, stepMs),
    ...(firingMs > onsetMs
      ? [...new Set([onsetMs, firingMs - stepMs])].map((at) => looksAt(pending.expr, at, pending.samples))
      : []),
    firingAt(alert, firingMs, [expected]),
  ];
}

/** Firing until the series are well, and for as long as `keepFiringFor` says; then gone. */
function ending({ alert, timeline, expected, scene }: CaseFacts): Look[] {
  const { wellMs, clearMs, resolvedMs, endMs, stepMs } = timeline;
  const firing = inState(alert, expected, "firing");
  const all = seriesText("ALERTS", { alertname: alert.name });
  const isKept = resolvedMs > clearMs;
  return [
    looksAt(firing.expr, wellMs - stepMs, firing.samples),
    ...(isKept && scene.isExact ? [looksAt(firing.expr, resolvedMs - stepMs, firing.samples)] : []),
    looksAt(all, resolvedMs, []),
    looksAt(all, endMs, []),
  ];
}

/** None of the series is there. */
export function missingCase(
  facts: Omit<CaseFacts, "expected">,
  expected: ExpectedAlert | undefined,
): TestGroup {
  const { alert, prefix, timeline, decoys } = facts;
  const { stepMs } = timeline;
  const played = decoys.map(asDecoy);
  if (!expected) return silent(facts, "silent when none of its series is there", played);
  const endMs = alert.forMs + 2 * stepMs;
  const pending = inState(alert, expected, "pending");
  const looks = [
    ...(alert.forMs > 0 ? [looksAt(pending.expr, alert.forMs - stepMs, pending.samples)] : []),
    firingAt(alert, alert.forMs, [expected]),
    firingAt(alert, endMs, [expected]),
  ];
  return testGroup({ name: `${prefix}fires when none of its series is there`, stepMs, endMs, played, looks });
}

/** A test in which the alert is never even pending; with a state, never in that. */
function silent(
  { alert, prefix, timeline }: Pick<CaseFacts, "alert" | "prefix" | "timeline">,
  name: string,
  played: readonly Played[],
  state?: "firing",
): TestGroup {
  const { stepMs, wellMs } = timeline;
  const looks = [firingAt(alert, wellMs, []), neverBy(alert.name, wellMs, stepMs, state)];
  return testGroup({ name: `${prefix}${name}`, stepMs, endMs: wellMs, played, looks });
}

function firingAt({ name }: AlertModel, atMs: number, alerts: readonly ExpectedAlert[]): Look {
  return { alert: { eval_time: formatDuration(atMs), alertname: name, exp_alerts: alerts } };
}

function inState({ name }: AlertModel, { exp_labels }: ExpectedAlert, alertstate: "pending" | "firing") {
  const state = { alertname: name, alertstate };
  const labels = seriesText("ALERTS", { ...state, ...exp_labels });
  return { expr: seriesText("ALERTS", state), samples: [{ labels, value: 1 }] };
}
