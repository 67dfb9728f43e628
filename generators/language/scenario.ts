import type { RuleDuration } from "./duration.ts";
import type { Node } from "../promql/tree.ts";
import type { Place } from "./place.ts";
import type { Threshold } from "./quantity.ts";

/** There is no such series. */
export type Missing = "missing";

/** What a series is at a time. */
export type Level = number | Missing;

/** What something is in the three situations that a proof goes through. Write real numbers here, not the threshold again. */
export interface Levels<V> {
  /** When all is well. */
  readonly ok: V;
  /** As near as it may come without firing; left out: as when all is well. */
  readonly limit?: V;
  /** When it fires. */
  readonly firing: V;
}

/** Levels as plain numbers, in the unit of the series. */
export type PlainLevels = Required<Levels<Level>>;

/** One series, or a few that belong together, and what they do. The words that make them are in `plays.ts`. */
export type Play =
  HoldsPlay | GrowsPlay | RunsPlay | SharePlay | QuantilePlay | TimeLeftPlay | RestartsPlay | FollowsPlay;

export interface HoldsPlay {
  readonly kind: "holds";
  readonly series: Node;
  readonly unit: string;
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface GrowsPlay {
  readonly kind: "grows";
  readonly series: Node;
  readonly unit: string;
  readonly per: RuleDuration;
  readonly levels: PlainLevels;
  /** Where it starts whenever a situation begins; undefined: anywhere, and it goes on from where it was. */
  readonly from: PlainLevels | undefined;
  readonly place: Place;
}

export interface RunsPlay {
  readonly kind: "runs";
  readonly series: Node;
  readonly unit: string;
  /** Growth a second. */
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface SharePlay {
  readonly kind: "share";
  readonly part: Node;
  readonly rest: Node;
  /** What the two grow by together. */
  readonly perSecond: number;
  /** 0 to 1. */
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface QuantilePlay {
  readonly kind: "quantile";
  /** The series of the buckets, without a matcher for `le`. */
  readonly buckets: Node;
  /** Of what was observed. */
  readonly unit: string;
  readonly quantile: number;
  /** Observations. */
  readonly perSecond: number;
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface TimeLeftPlay {
  readonly kind: "time left";
  readonly series: Node;
  /** In seconds. */
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface RestartsPlay {
  readonly kind: "restarts";
  readonly series: Node;
  readonly place: Place;
}

export interface FollowsPlay {
  readonly kind: "follows";
  readonly series: Node;
  /** From one sample to the next. */
  readonly every: RuleDuration;
  readonly samples: Required<Levels<readonly Level[]>>;
  readonly place: Place;
}

/** What proves an alert: when it fires, when it just does not, and what it says. */
export interface Scenario<U extends string = string> {
  /** Series that are not named here are not there. */
  readonly given: readonly Play[];
  /** The value that the alert says when it begins to fire; left out: the level of the only play that changes. */
  readonly value?: Threshold<U>;
  /** How long the series must do so before the condition holds, where it looks at a trend or a mean; left out: at once. */
  readonly after?: RuleDuration;
  /** What it does when none of these series is there; left out: it is silent. */
  readonly whenMissing?: "silent" | "firing";
  /** Where it plays recordings, which no target has: what makes targets of a running stack be well, and makes it fire. */
  readonly onTargets?: { readonly ok: readonly Play[]; readonly firing: readonly Play[] };
}

/** One play where one thing changes, a scenario, or one for each reason to fire where there are several. */
export type Scenarios<U extends string = string> =
  Play | Scenario<U> | readonly [Scenario<U>, Scenario<U>, ...(readonly Scenario<U>[])];

/** What proves a recording: while these series do this, it has this value. */
export interface Example<U extends string = string> {
  /** Where a play has levels, what counts is what it does when it fires; of samples, the moment of the last one. */
  readonly given: readonly Play[];
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
