import type { RuleDuration } from "./duration.ts";
import type { Given, Missing } from "./given.ts";
import type { Threshold } from "./quantity.ts";

/** The rule test of an alert: what its input series do, and what follows from that. */
export type Scenario<U extends string = string> = ScenarioFacts<U> & ScenarioTiming;

/** When the condition holds. */
export type ScenarioTiming =
  | {
      /** How long until the condition holds, at the latest, where it looks at a mean or a trend: `"10m"`. Default: at once. */
      readonly after?: RuleDuration;
      readonly within?: never;
    }
  | {
      readonly after?: never;
      /** For a condition that comes and goes: in this time after the series change, the alert fires at least once. */
      readonly within: RuleDuration;
    };

interface ScenarioFacts<U extends string> {
  /** How the input series behave; series that are not listed do not exist: `[holds(fps, { ok: 90, limit: 45, firing: 44 })]`. */
  readonly given: readonly Given[];
  /** The value when the alert starts to fire, in the unit of its expression. Default: what the expression gives. */
  readonly value?: Threshold<U>;
  /** Labels that the expression makes, such as by `label_replace`. Default: what it gives. */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What the alert does when none of the series exist. Default: what follows from its expression, such as `"firing"` of `absent()`.
   * Refused where the expression does something else.
   */
  readonly whenMissing?: "silent" | "firing";
  /** True: a program proposed it, and nobody has judged it yet; `signalbox list alerts --proposed` lists such alerts. Default: somebody wrote it. */
  readonly proposed?: true;
  /**
   * What its series do once the alert fires, where it has `resolvesAt`: at `firing` it just goes on, at `ok` it is just over.
   *
   *     ending: [holds(load, { ok: percent(80), firing: percent(81) })]
   */
  readonly ending?: readonly Given[];
  /**
   * What targets do in a running stack, so that the alert is silent and so that it fires.
   *
   * Required where `given` is about recordings, which no target exposes.
   */
  readonly onTargets?: OnTargets;
}

/** What targets do in a running stack. */
export interface OnTargets {
  /** While all is well. */
  readonly ok: readonly Given[];
  /** While the alert fires. */
  readonly firing: readonly Given[];
}

/** What nobody has found yet: the build asks for it. */
export interface LeftOpen {
  /** What is to be found, or why it was not: `"no value was found at which it fires"`. */
  readonly open: string;
}

/** What one series does, where only one changes; or a scenario; or one for each reason to fire; or that it is still to be found. */
export type Scenarios<U extends string = string> =
  Given | Scenario<U> | readonly [Scenario<U>, Scenario<U>, ...(readonly Scenario<U>[])] | LeftOpen;

/** The rule test of a recording: while its input series do this, it has this value. */
export interface Example<U extends string = string> {
  /** How the input series behave. Of levels, `firing` counts; of samples, the last one. */
  readonly given: readonly Given[];
  /** The value of the recording, in its unit; `"missing"` if it must have none. */
  readonly expect: Threshold<U> | Missing;
  /** Labels that the expression makes, such as by `label_replace`. Default: what it gives. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** One example, or several where one value does not show everything; or that it is still to be found. */
export type Examples<U extends string = string> =
  Example<U> | readonly [Example<U>, Example<U>, ...(readonly Example<U>[])] | LeftOpen;

/** The scenarios as a list. */
export function scenariosOf(scenarios: Scenarios | undefined): readonly Scenario[] {
  if (scenarios === undefined || "open" in scenarios) return [];
  if ("kind" in scenarios) return [{ given: [scenarios] }];
  return "given" in scenarios ? [scenarios] : scenarios;
}

/** All that a scenario gives, wherever it does. */
export function allGiven({ given, ending = [], onTargets }: Scenario): readonly Given[] {
  return [...given, ...ending, ...(onTargets?.ok ?? []), ...(onTargets?.firing ?? [])];
}

/** The examples as a list. */
export function examplesOf(examples: Examples | undefined): readonly Example[] {
  if (examples === undefined || "open" in examples) return [];
  return "given" in examples ? [examples] : examples;
}

/** What is still to be found; undefined: nothing, or nobody says what. */
export function openQuestion(proof: Scenarios | Examples | undefined): string | undefined {
  return proof !== undefined && "open" in proof ? proof.open : undefined;
}
