import type { Definition } from "../definition.ts";

/** A pace at which an alert of an SLO fires. */
export interface BurnRateModel {
  /** Times the pace that would just use the budget up. */
  readonly factor: number;
  /** The share that is bad at this pace. */
  readonly limit: number;
  readonly long: string;
  readonly longMs: number;
  readonly short: string;
}

/** An alert of an SLO and the paces at which it fires. */
export interface BurnModel {
  readonly alert: string;
  readonly window: string;
  readonly rates: readonly BurnRateModel[];
}

/** A service-level objective: what was promised, and the names of all that came of it. */
export interface SloModel extends Definition {
  readonly id: string;
  readonly service: string;
  readonly title: string;
  readonly description: string;
  readonly owner: string;
  /** 0.999 */
  readonly objective: number;
  /** `99.9%` */
  readonly objectiveText: string;
  /** What may be bad: 0.001. */
  readonly budget: number;
  readonly windows: readonly string[];
  /** What is bad, in words that follow a share: `of the requests fail`. */
  readonly indicator: string;
  readonly counts: "events" | "time";
  /** By the second, or in instances: with no more no alert fires. */
  readonly minimumTraffic: number;
  readonly burns: readonly BurnModel[];
  /** Names. */
  readonly alerts: readonly string[];
  readonly recordings: readonly string[];
  /** The uid of the dashboard that has its row. */
  readonly dashboard: string;
  /** The heading of its row there. */
  readonly row: string;
}
