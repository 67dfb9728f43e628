import type { AlertDefinition } from "./alert.ts";
import type { Allowances } from "./allow.ts";
import type { ExprIn } from "./expression/expression.ts";
import { callerPlace, type Place } from "./place.ts";

export interface QuestionOptions {
  /** The question as a person would ask it: `"Is there more traffic than usual?"` */
  readonly asks: string;
  /** What each answer means, both for this pattern and for what only looks like it. */
  readonly means: string;
}

/** A query that tells a pattern from what looks like it. */
export interface Question extends QuestionOptions {
  readonly kind: "question";
  readonly expr: ExprIn<string>;
  readonly place: Place;
}

/**
 * A query for a runbook, with the question it answers.
 * @example question(requests.rate("5m"), { asks: "Is there more traffic?", means: "If not, the program is slow." })
 * @refuses question(requests, { asks: "Is there more traffic?", means: "If not, the program is slow." })
 */
export function question(expr: ExprIn<string>, options: QuestionOptions): Question {
  return { kind: "question", expr, ...options, place: callerPlace() };
}

export interface RunbookOptions {
  /** The pattern in a few words, such as `"Pool exhausted at normal load"`; its page is named after it. */
  readonly title: string;
  /** What you see: which metrics do what, compared with which others. */
  readonly pattern: string;
  /** Queries that tell it from what looks like it, the most decisive first. */
  readonly questions: readonly [Question, ...Question[]];
  /** Possible causes, the most frequent first. */
  readonly causes: readonly [string, ...string[]];
  /** What to do, step by step, the first step first. */
  readonly actions: readonly [string, ...string[]];
  /** The alerts that fire when it happens; their pages link here. */
  readonly alerts: readonly AlertDefinition[];
  /** Checks to suppress for this runbook, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** A pattern across several metrics: how to recognise it, and what to do about it. */
export interface Runbook extends RunbookOptions {
  readonly kind: "runbook";
  readonly place: Place;
}

/**
 * A runbook for what no single alert shows.
 * @example
 * export const PoolExhausted = runbook({
 *   title: "Requests wait although there are few",
 *   pattern: "The queue is long, and requests are as frequent as ever.",
 *   questions: [question(requests.rate("5m"), { asks: "Is there more traffic?", means: "If not, the program is slow." })],
 *   causes: ["The database is slow."],
 *   actions: ["Look at the database."],
 *   alerts: [ManyErrors],
 * });
 * @refuses runbook({ ...restOfRunbook, questions: [] })
 * @check runbooks-have-an-alert
 * @check references-are-listed
 */
export function runbook(options: RunbookOptions): Runbook {
  return { kind: "runbook", ...options, place: callerPlace() };
}
