import type { Code } from "../../code/code.ts";

/** What an SLO measures, as code. */
export interface IndicatorCode {
  readonly code: Code;
  /** Left out: three events a minute. */
  readonly minimumTraffic?: string;
  readonly words: readonly string[];
}
