import type { Variable } from "./variable.ts";

/** One of it for each value that is chosen. */
export interface Repeat {
  /** The variable of the dashboard. Each of its panels is narrowed to one value of it. */
  readonly for: Variable;
  /** `"across"`: beside each other; `"down"`: below each other. Default: `"across"`. */
  readonly direction?: "across" | "down";
  /** How many are beside each other at most: 2, 3, 4, 6, 8 or 12. Default: 4. */
  readonly perRow?: 2 | 3 | 4 | 6 | 8 | 12;
}
