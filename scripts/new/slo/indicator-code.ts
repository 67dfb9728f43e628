import type { Code } from "../../code/code.ts";
import type { AlertWishes } from "../alert/new-alert.ts";

/** What an SLO measures, as code. */
export interface IndicatorCode {
  readonly code: Code;
  /** Left out: three events a minute. */
  readonly minimumTraffic?: string;
  readonly words: readonly string[];
  /** Left out: it is as exact at night. */
  readonly atNight?: AlertAtNight;
}

/** The alert that is heard where there is too little traffic for the SLO. */
export interface AlertAtNight {
  /** What happens then: `OftenFail`. */
  readonly ending: string;
  readonly wishes: Pick<AlertWishes, "of" | "where" | "above">;
}
