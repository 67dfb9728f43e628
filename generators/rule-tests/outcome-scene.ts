import type { Model } from "../model/model.ts";
import { type Assertion, firingAssertion, neverAssertion, valueAssertion } from "./assertion.ts";
import { type CaseOptions, inState } from "./alert-cases.ts";
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
}

export interface Outcome {
  readonly series: readonly PhasedSeries[];
  /** When it fires at the latest. */
  readonly atMs: number;
  /** Undefined: not sure. */
  readonly fires: boolean | undefined;
  /** The check that looks for silence here. */
  readonly check: string;
  readonly when: Silence["when"];
  /** Follows "fires" or "silent". */
  readonly fact: string;
  /** The scene says something that the others do not. */
  readonly isTold: boolean;
}

/**
 * The alert should fire. Where it is known to be silent that is a finding, and where its author wants it so, the scene shows it:
 * what it says of an alert is what promtool sees.
 */
export function outcomeScene(facts: OutcomeCase, outcome: Outcome): SceneOutcome {
  const { alert, prefix } = facts;
  const { series, atMs, fires, check, when, fact, isTold } = outcome;
  // One that does not even fire when its scenario says so is wrong in another way.
  if (fires !== true && !firesAsSaid(facts)) return { scenes: [], silences: [] };
  const silences = fires === true ? [] : [{ when, isSure: fires === false }];
  const isSilent = silences.length > 0 && alert.allow[check] !== undefined;
  if (!isTold && silences.length === 0) return { scenes: [], silences };
  const assertions = seen(facts, atMs, !isSilent);
  const name = `${prefix}${isSilent ? "silent" : "fires"} ${fact}`;
  return { scenes: [{ name, endMs: atMs, series, assertions }], silences };
}

/** Whether it fires in its own scenario; true where that is not sure. */
function firesAsSaid({ alert, setup, timeline, model }: OutcomeCase): boolean {
  const { firingMs: atMs, stepMs } = timeline;
  return givesAt(alert, setup.bad.map(during(firingFor(timeline))), { atMs, stepMs }, model) !== false;
}

/** Firing at the moment, or never until then. */
export function seen(
  { alert, setup, expected }: OutcomeCase,
  atMs: number,
  isFiring: boolean,
): readonly Assertion[] {
  const firing = inState(alert, expected, "firing");
  if (isFiring) return [valueAssertion(firing.expr, atMs, firing.samples)];
  return [firingAssertion(alert.name, atMs, []), neverAssertion(alert.name, atMs, setup.stepMs, "firing")];
}
