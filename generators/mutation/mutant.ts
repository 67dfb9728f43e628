import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import type { Span } from "../promql/tree.ts";

export type Rule = AlertModel | RecordingModel;

/** What is changed; one word for each kind of slip that a proof should notice. */
export type Operator =
  | "threshold"
  | "comparison"
  | "for"
  | "keepFiringFor"
  | "matcher"
  | "arm"
  | "window"
  | "horizon"
  | "grouping"
  | "quantile"
  | "severity";

/** What a mutation of a rule does, before it is done. */
export interface Change {
  readonly operator: Operator;
  /** What a waiver names: `threshold +10%`, `window 5m doubled`, `matcher job dropped`. */
  readonly id: string;
  /** What a person reads: `threshold 45 fps → 49.5 fps`. */
  readonly what: string;
}

/** A change of the expression; no two of its replacements touch each other. */
export interface Edit extends Change {
  readonly replacements: readonly Replacement[];
}

/** What stands there becomes `text`. */
export interface Replacement extends Span {
  readonly text: string;
}

/** A rule with one slip in it, as a person could make it. */
export interface Mutant extends Change {
  readonly rule: Rule;
  readonly mutated: Rule;
}
