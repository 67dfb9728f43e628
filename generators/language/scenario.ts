import type { RuleDuration } from "./duration.ts";
import type { Given, Missing } from "./given.ts";
import type { Threshold } from "./quantity.ts";

/** What proves an alert: when it fires, when it just does not, and what it says. */
export interface Scenario<U extends string = string> {
  /** Series that are not named here are not there. */
  readonly given: readonly Given[];
  /** The value that the alert says when it begins to fire; left out: the level of the only play that changes. */
  readonly value?: Threshold<U>;
  /** How long the series must do so before the condition holds, where it looks at a trend or a mean; left out: at once. */
  readonly after?: RuleDuration;
  /** What it does when none of these series is there; left out: it is silent. */
  readonly whenMissing?: "silent" | "firing";
  /** Where it plays recordings, which no target has: what makes targets of a running stack be well, and makes it fire. */
  readonly onTargets?: { readonly ok: readonly Given[]; readonly firing: readonly Given[] };
}

/** One play where one thing changes, a scenario, or one for each reason to fire where there are several. */
export type Scenarios<U extends string = string> =
  Given | Scenario<U> | readonly [Scenario<U>, Scenario<U>, ...(readonly Scenario<U>[])];

/** What proves a recording: while these series do this, it has this value. */
export interface Example<U extends string = string> {
  /** Where a play has levels, what counts is what it does when it fires; of samples, the moment of the last one. */
  readonly given: readonly Given[];
  readonly expect: Threshold<U> | Missing;
}

/** One example, or several where one value does not show everything. */
export type Examples<U extends string = string> =
  Example<U> | readonly [Example<U>, Example<U>, ...(readonly Example<U>[])];

/** The scenarios as a list. */
export function scenariosOf(scenarios: Scenarios | undefined): readonly Scenario[] {
  if (scenarios === undefined) return [];
  if ("kind" in scenarios) return [{ given: [scenarios] }];
  return "given" in scenarios ? [scenarios] : scenarios;
}

/** The examples as a list. */
export function examplesOf(examples: Examples | undefined): readonly Example[] {
  if (examples === undefined) return [];
  return "given" in examples ? [examples] : examples;
}
