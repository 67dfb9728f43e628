import type { Allowances, EquivalentMutants } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { AlertCondition, ExprIn } from "./expression/expression.ts";
import type { Job } from "./jobs.ts";
import type { Labels } from "./label.ts";
import { callerPlace, type Place } from "./place.ts";
import type { RuleGroup } from "./rule-group.ts";
import type { Scenarios } from "./scenario.ts";

interface SeverityOptions {
  /** 1 is the worst; an alert of a lower number can mute one of a higher number, never the other way round. */
  readonly rank: number;
  /** What the people on call owe an alert of this severity, in words: `"within 5 minutes, day and night"`. */
  readonly response: string;
  /** The colour of its thresholds on a panel and of its messages. */
  readonly color: "red" | "orange" | "yellow" | "blue" | "green";
  readonly allow?: Allowances;
}

/** How bad an alert is; becomes the label `severity`. */
export interface Severity extends SeverityOptions {
  readonly kind: "severity";
  readonly name: string;
  readonly place: Place;
}

/** A severity, by the name that the label has. */
export function severity(name: string, options: SeverityOptions): Severity {
  return { kind: "severity", name, ...options, place: callerPlace() };
}

/** What the words of an alert can say of the series that fires: only labels that it surely has. */
interface AlertWords<L extends Labels> {
  /** The values of the series' labels. */
  readonly labels: { readonly [K in keyof L]: string };
  /** The value that fires, humanised by the unit of the expression: `93 %`, `12.3 GB`, `1h 2m 3s`. */
  readonly value: string;
  /** The threshold as the rule states it: `90 %`. An expression without one has no threshold to say. */
  readonly threshold: string;
}
export type AlertText<L extends Labels> = string | ((words: AlertWords<L>) => string);

export interface AlertOptions<L extends Labels, U extends string = string> {
  readonly severity: Severity;
  /** The part of the service that is hurt; alerts of one component mute each other by severity. */
  readonly component: string;
  /** When it fires: a comparison, `absent()`, or several of them with `and`, `or`, `unless`. */
  readonly expr: AlertCondition<L> & ExprIn<U>;
  /** How long it must hold before it fires; `"0m"` fires at once. */
  readonly for: RuleDuration;
  /** How long it goes on firing after it no longer holds. */
  readonly keepFiringFor?: RuleDuration;
  /** The jobs that are down when it fires: its expression looks at their `up`. `jobsWithoutDownAlert` leaves them out. */
  readonly downOf?: Job | readonly Job[];
  /** One line for a phone's screen. */
  readonly summary: AlertText<L>;
  /** What is measured, and what the number means. */
  readonly description: AlertText<L>;
  /** What the users of the service notice. */
  readonly impact: string;
  /** What to do, first thing first: the runbook. */
  readonly actions: readonly [string, ...string[]];
  /** Rules of one group are evaluated together; left out: the service's own group. */
  readonly group?: RuleGroup;
  /** What proves it: what its series do when it fires, and when it just does not. */
  readonly scenario: Scenarios<U>;
  /** Mutants that nobody could ever tell from the rule, by the ids that `signalbox mutate` gives them, with the reason. */
  readonly equivalentMutants?: EquivalentMutants;
  /** More labels for routes to match. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly allow?: Allowances;
}

/** An alert. Its name is the name of the export that holds it. */
export interface AlertDefinition extends Omit<AlertOptions<Labels>, "summary" | "description" | "scenario"> {
  readonly kind: "alert";
  readonly summary: AlertText<Labels>;
  readonly description: AlertText<Labels>;
  /** Undefined only where types were got around: then it is a problem. */
  readonly scenario: Scenarios | undefined;
  readonly place: Place;
}

/** A rule that wakes somebody: `export const TicketShopFailing = alert({ … })` is the alert `TicketShopFailing`. */
export function alert<L extends Labels, U extends string>(options: AlertOptions<L, U>): AlertDefinition {
  // A cast: the words were checked against the labels of this expression, and are only called with them.
  return { kind: "alert", ...options, place: callerPlace() } as unknown as AlertDefinition;
}
