import type { Allowances, EquivalentMutants } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { AlertCondition, ExprIn } from "./expression/expression.ts";
import type { Job } from "./jobs.ts";
import type { Labels, Sure } from "./label.ts";
import { callerPlace, type Place } from "./place.ts";
import type { Quantity, Threshold } from "./quantity.ts";
import type { RuleGroup } from "./rule-group.ts";
import type { Scenarios } from "./scenario.ts";
import type { Dimension } from "./unit.ts";
import type { Word } from "./word.ts";

export interface SeverityOptions {
  /** 1 is the worst. An alert may inhibit alerts of a higher rank number, never of a lower one. */
  readonly rank: number;
  /** How soon somebody has to act, for the docs and notifications: `"within 5 minutes, day and night"`. */
  readonly response: string;
  /** Colour of the threshold on panels, and of the message in chats. */
  readonly color: "red" | "orange" | "yellow" | "blue" | "green";
  /** Checks to suppress for this severity, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** How bad an alert is; becomes the label `severity`. */
export interface Severity extends SeverityOptions {
  readonly kind: "severity";
  readonly name: string;
  readonly place: Place;
}

/**
 * A severity; `name` is the value of the label `severity`.
 * @example severity("critical", { rank: 1, response: "within 5 minutes, day and night", color: "red" })
 * @refuses severity("critical", { rank: 1, response: "at once", color: "pink" })
 * @check policy-is-used
 */
export function severity(name: string, options: SeverityOptions): Severity {
  return { kind: "severity", name, ...options, place: callerPlace() };
}

/**
 * What `summary` and `description` can insert about the series that fires: `${labels.instance}`. That is all they can do with it,
 * because the text is written long before the alert fires.
 */
export interface AlertWords<L extends Labels> {
  /** The labels that every series of the expression has: `${labels.instance}`. */
  readonly labels: { readonly [K in Sure<L>]: Word };
  /** The value at the time of firing, formatted by the unit of the expression: `93 %`, `12.3 GB`, `1h 2m 3s`. */
  readonly value: Word;
  /** The threshold as written in the expression: `90 %`. Refused where the expression has none. */
  readonly threshold: Word;
}
export type AlertText<L extends Labels> = string | ((words: AlertWords<L>) => string | Word);

export interface AlertOptions<L extends Labels, U extends string = string> {
  /** How bad it is: one of the platform's severities. Decides who is notified, and how soon they must act. */
  readonly severity: Severity;
  /** The part of the service that is affected, such as `"checkout"`. Inhibitions by severity usually compare it. */
  readonly component: string;
  /**
   * The condition: a comparison such as `.gt(percent(5))`, `absent()`, or several joined by `and`, `or`, `unless`.
   *
   * It is deployed so that it hears counters that begin with their first increment and, with a `for`, outlasts a failed scrape.
   */
  readonly expr: AlertCondition<L> & ExprIn<U>;
  /** How long the condition must hold before the alert fires, one failed scrape notwithstanding; `"0m"` fires at the first evaluation. */
  readonly for: RuleDuration;
  /** How long the alert keeps firing after the condition has cleared. Default: not at all. */
  readonly keepFiringFor?: RuleDuration;
  /**
   * How far the value must come back for the alert to end, so that one that lingers around the threshold is one alert and not many.
   *
   * It begins as `expr` says, and then goes on while the value is still beyond this: fires above 90 %, ends at 80 %. The scenario says so
   * with `ending`. Refused where it is not on the quiet side of the threshold. Default: the threshold.
   *
   *     expr: load.gt(percent(90)), resolvesAt: percent(80)
   */
  readonly resolvesAt?: Threshold<U>;
  /**
   * The jobs whose targets this alert reports as down; its expression must look at their `up`.
   *
   * `jobsWithoutDownAlert` then leaves these jobs out. Default: none.
   */
  readonly downOf?: Job | readonly Job[];
  /**
   * One line that says what is wrong, short enough for a phone's lock screen.
   *
   *     summary: ({ value, labels }) => `${value} of the orders fail on ${labels.instance}`
   */
  readonly summary: AlertText<L>;
  /** What is measured, and what the number means. */
  readonly description: AlertText<L>;
  /** What the users of the service notice: `"Customers cannot pay."` */
  readonly impact: string;
  /** The runbook: what to do, step by step, the first step first. */
  readonly actions: readonly [string, ...string[]];
  /** The rule group, for its own interval or evaluation order. Default: the group of the service. */
  readonly group?: RuleGroup;
  /**
   * The rule test: what the input series do when all is well, at the limit, and when the alert fires.
   *
   *     scenario: holds(sales.shop_free_seats, { ok: 90, limit: 45, firing: 44 })
   */
  readonly scenario: Scenarios<U>;
  /** Mutants that no test can tell from the rule, by the id that `signalbox mutate` prints, each with a reason. */
  readonly equivalentMutants?: EquivalentMutants;
  /** More labels, for routes to match: `{ team: "payments" }`. Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What Prometheus calls it, where the name of the export cannot be that: another alert has it, or it is no identifier.
   *
   * Several alerts may have one name if for some label, such as the severity, each has another value. Pages, tests and commands are
   * named after the export all the same. Default: the name of the export.
   *
   *     export const HighLoadWarning = alert({ named: "HighLoad", severity: warning, … })
   */
  readonly named?: string;
  /** Checks to suppress for this alert, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** An alert. Its name is the name of the export that holds it. */
export interface AlertDefinition extends Omit<
  AlertOptions<Labels>,
  "summary" | "description" | "scenario" | "resolvesAt"
> {
  readonly kind: "alert";
  readonly summary: AlertText<Labels>;
  readonly description: AlertText<Labels>;
  readonly resolvesAt?: number | Quantity<Dimension>;
  /** Undefined only where the types were bypassed; a check reports that. */
  readonly scenario: Scenarios | undefined;
  /** The job that it guards: it was made because alerts rest on metrics of that job. Left out: an author wrote it. */
  readonly guardOf?: string;
  readonly place: Place;
}

/**
 * An alerting rule, named after its export, or as its option `named` says.
 * @example
 * export const ManyErrors = alert({
 *   severity: critical,
 *   component: "checkout",
 *   expr: errorRate.gt(percent(5)),
 *   for: "5m",
 *   summary: ({ value }) => `${value} of the requests fail`,
 *   description: ({ threshold }) => `More than ${threshold} of the requests fail.`,
 *   impact: "Customers cannot pay.",
 *   actions: ["Read the log of the shop."],
 *   scenario: holds(errorRate, { ok: percent(1), limit: percent(5), firing: percent(5.1) }),
 * });
 * @refuses alert({ ...restOfAlert, expr: queue, scenario: holds(queue, 0) })
 * @refuses alert({ ...restOfAlert, expr: queue.gt(100) })
 * @refuses alert({ ...restOfAlert, expr: queue.gt(100), scenario: fullQueue, summary: ({ labels }) => labels.path })
 * @check alerts-fire-when-it-gets-worse
 * @check alerts-have-a-condition
 * @check alerts-have-a-panel
 * @check alerts-have-a-rule-test
 * @check alerts-keep-their-identity
 * @check alerts-reach-a-receiver
 * @check alerts-see-new-targets
 * @check annotations-are-templates
 * @check annotations-use-kept-labels
 * @check births-are-heard
 * @check gaps-are-bridged
 * @check levels-fit-their-unit
 * @check names-are-file-names
 * @check names-in-texts-exist
 * @check numbers-are-finite
 * @check one-failure-fires-nothing
 * @check slos-are-heard-at-night
 * @check resolves-at-is-milder
 * @check rule-labels-spare-external-labels
 * @check rules-do-not-tell-the-time
 * @check rules-look-back-from-now
 * @check scenarios-cross-the-threshold
 * @check texts-are-written
 * @check texts-have-no-control-characters
 * @check texts-only-insert-words
 * @check thresholds-are-known
 * @check values-are-humanised
 */
export function alert<L extends Labels, U extends string>(options: AlertOptions<L, U>): AlertDefinition {
  // A cast: the texts were checked against the labels of this expression, and are only called with them.
  return { kind: "alert", ...options, place: callerPlace() } as unknown as AlertDefinition;
}
