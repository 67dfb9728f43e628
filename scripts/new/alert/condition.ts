import type { Code } from "../../code/code.ts";
import type { Exported } from "../known-project.ts";
import type { Side } from "./levels.ts";

/** What somebody said of the condition of an alert. */
export interface ConditionWishes {
  readonly side: Side;
  /** As it was written: `80`, `80%`; undefined: a person must still say. */
  readonly threshold: string | undefined;
  /** Only series with this label. */
  readonly where: readonly [label: string, value: string] | undefined;
}

/** The condition of an alert as code, with what belongs to it. */
export interface Condition {
  /** `sales.shop_free_seats.lt(5)` */
  readonly expr: Code;
  readonly scenario: Code;
  /** Mistakes in the condition that no test could notice, by their ids, with the reason. */
  readonly equivalentMutants?: Readonly<Record<string, string>> | undefined;
  /** How long it must hold, where nobody says. */
  readonly hold: string;
  /** The words of the language that these need. */
  readonly words: readonly string[];
  readonly exports: readonly Exported[];
  /** What a panel shows of it. */
  readonly shown: Code;
  /** Of what is 0 or 1, the one that is bad; undefined: the panel shows numbers, and not states. */
  readonly badState: 0 | 1 | undefined;
  /** The labels that all its series have and that tell them apart. */
  readonly labels: readonly string[];
  /** A sentence on the number, as the alert's texts write it, and on how long it was so. Undefined: there is no number. */
  readonly sentence: ((threshold: string, hold: string) => string) | undefined;
  /** The threshold that was chosen because nobody said one; undefined: somebody did, or it needs no thought. */
  readonly guessed: string | undefined;
}
