import type { Node } from "../../promql/tree.ts";
import type { SeriesPart, WordCode } from "./word-code.ts";

/** What an expression of the language is, which says what methods it has. */
export type SaidKind = "counter" | "gauge" | "buckets" | "bucket rates" | "vector" | "condition" | "scalar";

/** An expression in words, with what its type knows. */
export interface Said {
  readonly code: WordCode;
  readonly kind: SaidKind;
  /** None of a scalar. */
  readonly labels: ReadonlySet<string>;
  readonly unit: string;
  /** Of buckets, and of vectors that are still rates of them: the unit of what was observed. */
  readonly observed?: string | undefined;
}

/** A name that can be selected, as the catalogue has it. */
export interface KnownSeries {
  /** As PromQL names it: of a histogram's buckets it ends in `_bucket`. */
  readonly name: string;
  /** The metric, or what is recorded, that the definitions have a handle of. */
  readonly metric: string;
  readonly part: SeriesPart | undefined;
  readonly kind: "counter" | "gauge" | "buckets" | "bucket rates";
  readonly labels: ReadonlySet<string>;
  readonly unit: string;
  readonly observed?: string | undefined;
}

/** The series that words can name; undefined: nobody declares it. */
export type SeriesNamed = (name: string) => KnownSeries | undefined;

/** Brings a part of an expression into words; throws what is Unsayable. */
export type Say = (node: Node) => Said;

/** What the parts of the writer work with. */
export interface Saying {
  readonly say: Say;
  readonly series: SeriesNamed;
}

/** Why no words say an expression: by kind, so that they can be counted. */
export const unsayable = {
  name: "a selector without the name of a metric",
  series: "a metric that nothing declares",
  matcher: "a matcher that no word writes",
  pattern: "a pattern that JavaScript cannot write",
  function: "a function that has no word",
  aggregation: "an aggregation that has no word",
  moved: "an offset of a subquery",
  "left number": "a number before one number",
  operand: "an operator that no word writes between these sides",
  quantile: "a quantile of what is not the growth of buckets",
  buckets: "buckets as they are",
  label: "a label that the series do not have",
  "constant label": "a label that is made without another",
  match: "sides that never match",
  counter: "a counter read as it is, or a gauge read as a counter",
  types: "what the types refuse",
  number: "a number by itself",
} as const;
export type UnsayableKind = keyof typeof unsayable;

/** Thrown while an expression is brought into words, where no words say it. */
export class Unsayable extends Error {
  readonly kind: UnsayableKind;
  constructor(kind: UnsayableKind, what: string) {
    super(`${unsayable[kind]}: ${what}`);
    this.kind = kind;
  }
}
