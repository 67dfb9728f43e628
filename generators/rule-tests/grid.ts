import { greatestCommonDivisor } from "./divisors.ts";

export interface GridOptions {
  /** What must be a whole number of steps: windows' strides, `for`, and the like; 0 is left out. */
  readonly durationsMs: readonly number[];
  readonly forMs: number;
  /** How often the rule is evaluated when it is deployed. */
  readonly everyMs: number;
  /** The shortest window, where all that is read is read over windows; undefined: something is read at the moment. */
  readonly windowMs?: number | undefined;
  /** A subquery looks at moments between the steps, where a sample must not be older than 5 minutes. */
  readonly hasSubquery: boolean;
}

/** A tenth of `for` is short enough for "just before": all that changes `for` changes it by more. */
const stepsOfFor = 10;
/** What is read over a window changes little in this part of it; half and twice the window are many such parts away. */
const stepsOfWindow = 120;
/** How long Prometheus takes a sample for the present. */
const lookbackMs = 5 * 60_000;

/** The time between two evaluations of a test: fine enough to tell moments apart, and coarse enough for few of them. */
export function gridOf({ durationsMs, forMs, everyMs, windowMs = 0, hasSubquery }: GridOptions): number {
  const common = greatestCommonDivisor(durationsMs.filter((duration) => duration > 0)) || everyMs;
  const wanted = Math.max(everyMs, forMs / stepsOfFor, windowMs / stepsOfWindow);
  const most = hasSubquery ? Math.min(wanted, lookbackMs) : wanted;
  let parts = Math.max(1, Math.ceil(common / most));
  while (common % parts !== 0) parts += 1;
  return common / parts;
}
