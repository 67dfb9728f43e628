import type { AlertDefinition } from "./alert.ts";
import type { Allowances } from "./allow.ts";
import type { ExprIn } from "./expression/expression.ts";
import { callerPlace, type Place } from "./place.ts";

export interface QuestionOptions {
  /** What it asks, as a person would: `Is more asked than usual?` */
  readonly asks: string;
  /** What each answer means, for this pattern and for what only looks like it. */
  readonly means: string;
}

/** A query that tells a pattern apart from what looks like it. */
export interface Question extends QuestionOptions {
  readonly kind: "question";
  readonly expr: ExprIn<string>;
  readonly place: Place;
}

/** A query with what it asks and what its answers mean: `question(poolUtilisation, { asks: "…", means: "…" })`. */
export function question(expr: ExprIn<string>, options: QuestionOptions): Question {
  return { kind: "question", expr, ...options, place: callerPlace() };
}

export interface RunbookOptions {
  /** The pattern in a few words, `Pool exhausted at normal load`; the name of its page is made of it. */
  readonly title: string;
  /** What one sees: which numbers do what, compared with which others. */
  readonly pattern: string;
  /** How to tell it apart, the question that decides most first. */
  readonly questions: readonly [Question, ...Question[]];
  /** What it comes from, the most frequent first. */
  readonly causes: readonly [string, ...string[]];
  /** What to do, first thing first. */
  readonly actions: readonly [string, ...string[]];
  /** The alerts that fire when it happens: their pages lead here. */
  readonly alerts: readonly AlertDefinition[];
  readonly allow?: Allowances;
}

/** A pattern that several metrics make together, how to know it, and what to do about it. */
export interface Runbook extends RunbookOptions {
  readonly kind: "runbook";
  readonly place: Place;
}

/** What no single alert means: `export const PoolExhaustedAtNormalLoad = runbook({ … })` in the service's runbooks. */
export function runbook(options: RunbookOptions): Runbook {
  return { kind: "runbook", ...options, place: callerPlace() };
}
