import type { RuleDuration } from "./duration.ts";
import type { Node } from "./expression/tree.ts";
import type { Place } from "./place.ts";
import type { Threshold } from "./quantity.ts";

/** There is no such series. */
export type Missing = "missing";

/** What something is in the three situations that a proof goes through. Write real numbers here, not the threshold again. */
export interface Levels<V> {
  /** When all is well. */
  readonly quiet: V;
  /** As near as it may come without ringing; left out: as when all is well. */
  readonly edge?: V;
  /** When it rings. Where only one thing changes, it is also the value that the alert then says. */
  readonly rings: V;
}

/** Levels as plain numbers, in the unit of the series. */
export type PlainLevels = Required<Levels<number | Missing>>;

/** One series, or a few that belong together, and what they do. The words that make them are in `plays.ts`. */
export type Play = { readonly place: Place } & (
  | { readonly kind: "holds"; readonly series: Node; readonly unit: string; readonly levels: PlainLevels }
  | { readonly kind: "grows"; readonly series: Node; readonly unit: string; readonly per: RuleDuration; readonly levels: PlainLevels }
  | { readonly kind: "runs"; readonly series: Node; readonly unit: string; readonly levels: PlainLevels }
  | { readonly kind: "share"; readonly part: Node; readonly rest: Node; readonly perSecond: number; readonly levels: PlainLevels }
  | {
      readonly kind: "quantile";
      readonly buckets: Node;
      readonly unit: string;
      readonly quantile: number;
      readonly perSecond: number;
      readonly levels: PlainLevels;
    }
  | { readonly kind: "time left"; readonly series: Node; readonly levels: PlainLevels }
  | { readonly kind: "restarts"; readonly series: Node }
  | { readonly kind: "follows"; readonly series: Node; readonly samples: Required<Levels<readonly (number | Missing)[]>> }
);

/** What proves an alert: when it rings, when it just does not, and what it says. */
export interface Scenario<U extends string = string> {
  /** Series that are not named here are not there. */
  readonly plays: readonly Play[];
  /** The value that the alert says while it rings, where it is not the level of its only play. */
  readonly says?: Threshold<U>;
  /** What it does when none of these series is there; left out: it is silent. */
  readonly whenMissing?: "silent" | "rings";
}

/** What proves a recording: while these series do this, it has this value. */
export interface Example<U extends string = string> {
  readonly plays: readonly Play[];
  readonly gives: Threshold<U>;
}
