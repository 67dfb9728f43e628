import type { Severity } from "./severity.ts";

/** Which alerts a route or an inhibition is about: all that is said must hold; a list means any of these. */
export interface AlertMatch {
  readonly severity?: Severity | readonly Severity[];
  readonly alertname?: string | readonly string[];
  readonly service?: string | readonly string[];
  /** Any other label: one value, any of several, or a pattern anchored at both ends. */
  readonly labels?: Readonly<Record<string, string | readonly string[] | RegExp>>;
}
