import type { RuleDuration } from "../duration.ts";
import { percent, type Quantity } from "../quantity.ts";
import type { Severity } from "../severity.ts";

/** A pace at which the budget is gone too soon: over a long window, and over a short one, so that it ends when the fault does. */
export interface BurnArm {
  /** How much of the budget is gone at this pace in the long window. */
  readonly budget: Quantity<"ratio">;
  readonly long: RuleDuration;
  readonly short: RuleDuration;
}

export interface BurnAlertOptions {
  readonly severity: Severity;
  /** It fires at any of these; left out: what the SRE workbook says. */
  readonly arms?: readonly [BurnArm, ...BurnArm[]];
  /** Left out: 1m of a page, 5m of a ticket. The windows do the waiting; this survives a single odd evaluation. */
  readonly for?: RuleDuration;
  /** Left out: what the SLO says users notice, and how soon the budget is gone. */
  readonly impact?: string;
  /** Left out: where to look on the dashboard of the SLOs. */
  readonly actions?: readonly [string, ...string[]];
}

/** Who is told how fast a budget burns: at once, or when there is time. */
export interface BurnAlerting {
  readonly page: BurnAlertOptions;
  readonly ticket: BurnAlertOptions;
}

// https://sre.google/workbook/alerting-on-slos/, "Multiwindow, Multi-Burn-Rate Alerts": a short window is a twelfth of its
// long one. Over 30 days these are 14.4, 6, 3 and 1 times the pace that would just use the budget up.

export const workbookPage: readonly [BurnArm, ...BurnArm[]] = [
  { budget: percent(2), long: "1h", short: "5m" },
  { budget: percent(5), long: "6h", short: "30m" },
];

export const workbookTicket: readonly [BurnArm, ...BurnArm[]] = [
  { budget: percent(10), long: "1d", short: "2h" },
  { budget: percent(10), long: "3d", short: "6h" },
];
