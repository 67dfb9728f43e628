import type { Model } from "../model/model.ts";
import { type Assertion, firingAssertion, neverAssertion, valueAssertion } from "./assertion.ts";
import { type CaseOptions, inState, onceAssertion } from "./alert-cases.ts";
import type { FirstFiring } from "./first-firing.ts";
import { during, firingFor, type PhasedSeries } from "./phases.ts";
import { givesAt } from "./played-outcome.ts";
import type { Silence } from "./rule-test.ts";
import type { Scene } from "./scenes.ts";
import type { TestSeries } from "./test-series.ts";

/** What a scene is made of whose outcome its scenario does not say. */
export interface OutcomeCase extends CaseOptions {
  readonly model: Model;
  /** The same series of another instance, where the rule makes one number of all of them. */
  readonly others: readonly TestSeries[];
}

/** The scene, where there is one, and what nobody would expect of it. */
export interface SceneOutcome {
  readonly scenes: readonly Scene[];
  readonly silences: readonly Silence[];
  /** What is not played, because nobody can work out what the alert then does. */
  readonly unplayed: readonly string[];
}

export const none: SceneOutcome = { scenes: [], silences: [], unplayed: [] };

export interface Outcome {
  readonly series: readonly PhasedSeries[];
  /** When it fires at the latest. */
  readonly atMs: number;
  /** When it first fires, be it too late, where that is known and worth telling. */
  readonly first?: FirstFiring | undefined;
  /** Until when it is seen to be silent where it is; left out: as long as it would take to fire. */
  readonly silentMs?: number;
  /** When its series change: from then on one that comes and goes must fire at least once. */
  readonly changeMs: number;
  /** Undefined: not sure. */
  readonly fires: boolean | undefined;
  /** The check that looks for silence here. */
  readonly check: string;
  readonly when: Silence["when"];
  /** What follows "fires", and what follows "silent". */
  readonly fact: { readonly fires: string; readonly silent: string };
  /** The scene says something that the others do not. */
  readonly isTold: boolean;
}

/**
 * The alert should fire. Where it is known to be silent that is a finding, and where its author wants it so, the scene shows it:
 * what it says of an alert is what promtool sees.
 */
export function outcomeScene(facts: OutcomeCase, outcome: Outcome): SceneOutcome {
  const { alert, prefix } = facts;
  const { series, atMs, first, silentMs = atMs, fires, check, when, fact, isTold } = outcome;
  // One that does not even fire when its scenario says so is wrong in another way.
  if (fires !== true && !firesAsSaid(facts)) return none;
  const silences = fires === true ? [] : [{ when, isSure: fires === false }];
  const isSilent = silences.length > 0 && alert.allow[check] !== undefined;
  if (!isTold && silences.length === 0) return none;
  const endMs = isSilent ? (first?.latestMs ?? silentMs) : atMs;
  const isLate = isSilent && first !== undefined;
  const assertions = isLate ? seenLate(facts, first) : seen(facts, { ...outcome, atMs: endMs }, !isSilent);
  const name = `${prefix}${isSilent ? `silent ${fact.silent}` : `fires ${fact.fires}`}`;
  return { ...none, scenes: [{ name, endMs, series, assertions }], silences };
}

/** Silent for longer than it should be, and then firing. */
function seenLate({ alert, setup, expected }: OutcomeCase, first: FirstFiring): readonly Assertion[] {
  const firing = inState(alert, expected, "firing");
  const { stepMs } = setup;
  return [
    neverAssertion(alert.alertname, first.soonestMs - stepMs, stepMs, "firing"),
    valueAssertion(firing.expr, first.latestMs, firing.samples),
  ];
}

/** Whether it fires in its own scenario; true where that is not sure. */
function firesAsSaid({ alert, setup, timeline, model, withinMs }: OutcomeCase): boolean {
  const { firingMs: atMs, stepMs } = timeline;
  if (withinMs !== undefined) return true;
  return givesAt(alert, setup.bad.map(during(firingFor(timeline))), { atMs, stepMs }, model) !== false;
}

type Seen = Pick<Outcome, "atMs" | "first" | "changeMs">;

/** Firing at the moment, and not before the first one, if that is known; or never until then. */
export function seen(facts: OutcomeCase, wanted: Seen, isFiring: boolean): readonly Assertion[] {
  const { alert, setup, expected, withinMs } = facts;
  const { atMs, first, changeMs } = wanted;
  const { stepMs } = setup;
  const never = (ms: number) => neverAssertion(alert.alertname, ms, stepMs, "firing");
  if (!isFiring) return [firingAssertion(alert.alertname, atMs, []), never(atMs)];
  const firing = inState(alert, expected, "firing");
  const moments = first === undefined ? [] : [first.latestMs];
  return [
    ...(first !== undefined && first.soonestMs > 0 ? [never(first.soonestMs - stepMs)] : []),
    ...moments.filter((ms) => ms < atMs).map((ms) => valueAssertion(firing.expr, ms, firing.samples)),
    withinMs === undefined
      ? valueAssertion(firing.expr, atMs, firing.samples)
      : onceAssertion(firing, changeMs, atMs, stepMs),
  ];
}
