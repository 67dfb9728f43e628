import type { Said, SeriesNamed, UnsayableKind } from "../../generators/import/words/said.ts";
import type { InputRule } from "../../generators/import/input/input-rule.ts";
import type { DeclaredMetric } from "./declared-metric.ts";

/** A rule that is imported, as far as its words are known. */
export interface WordedRule {
  readonly rule: InputRule;
  /** What the export is called that holds it. */
  readonly exported: string;
  readonly expr: WordedExpression;
  /** Those that its result has. */
  readonly labels: ReadonlySet<string>;
  readonly unit: string;
  /** Checks that are suppressed for it, each with the reason. */
  readonly allow: ReadonlyMap<string, string>;
  /** Why no scenario was found; undefined: one is proposed where that can be. */
  readonly open: string | undefined;
}

export type WordedExpression =
  | { readonly kind: "words"; readonly said: Said }
  | { readonly kind: "text"; readonly why: UnsayableKind; readonly reason: string };

export interface RefusedRule {
  readonly rule: InputRule;
  readonly reason: string;
}

/** All that is to be written, before it is code. */
export interface WordedRules {
  readonly rules: readonly WordedRule[];
  readonly refused: readonly RefusedRule[];
  readonly metrics: readonly DeclaredMetric[];
  /** Every series that words can name. */
  readonly series: SeriesNamed;
  /** The same, and what rules record. */
  readonly named: SeriesNamed;
  /** The labels of a series that no rule records. */
  readonly labelsOf: (name: string) => ReadonlySet<string>;
}

/** What was found of rules when they were built. */
export interface Outcomes {
  /** Rules whose words the compiler refuses, with what it says. */
  readonly asText: ReadonlyMap<InputRule, string>;
  readonly refused: ReadonlyMap<InputRule, string>;
  /** Checks that find something in what was imported as it is, each with what they find. */
  readonly allowed: ReadonlyMap<InputRule, ReadonlyMap<string, string>>;
  /** Alerts whose proposed scenario does not show that they fire, with what is wrong with it. */
  readonly open: ReadonlyMap<InputRule, string>;
}

export const noOutcomes: Outcomes = {
  asText: new Map(),
  refused: new Map(),
  allowed: new Map(),
  open: new Map(),
};
