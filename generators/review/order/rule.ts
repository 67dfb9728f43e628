import type { Node, SelectorNode } from "../../promql/tree.ts";
import type { Relation } from "./relation.ts";

/** One way to tell how two expressions are related. */
export interface OrderRule {
  readonly id: string;
  /** What it says, in a sentence. */
  readonly says: string;
  /** Undefined: it says nothing of these two. */
  readonly relate: (first: Node, second: Node, about: About) => Relation | undefined;
}

/** What rules ask. */
export interface About extends SeriesFacts {
  /** How two parts are related, by all rules. */
  readonly ask: (first: Node, second: Node) => Relation | undefined;
  /** Whether two parts are the same expression. */
  readonly isSame: (one: Node, other: Node) => boolean;
}

/** What is known of the series themselves; of nothing that is not known anything follows. */
export interface SeriesFacts {
  /** Whether a series is never below 0, infinite or NaN, such as that of a counter. */
  readonly isNeverNegative: (selector: SelectorNode) => boolean;
  /** All values that a label of these series has, `""` among them where it may be missing; undefined: not known. */
  readonly valuesOf: (selector: SelectorNode, label: string) => readonly string[] | undefined;
}

/** Nothing is known, as of plain files. */
export const noFacts: SeriesFacts = { isNeverNegative: () => false, valuesOf: () => undefined };
