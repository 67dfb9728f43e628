import { durationInMs } from "../language/duration.ts";
import { scenesNamedIn } from "../rule-tests/scene-names.ts";
import type { AlertTest, ExpressionTest, TestGroup } from "../rule-tests/test-file.ts";

/**
 * What a mutant meets one after the other, until something notices it: most are noticed by the end of the first scene in which something
 * is to be seen, and need not play what comes behind it. Then come the groups as they are.
 */
export function stagesOf(groups: readonly TestGroup[]): TestGroup[] {
  const telling = groups.filter((group) => endOfTelling(group) !== undefined);
  const beginnings = telling.flatMap((group) => beginningOf(group) ?? []);
  return [...beginnings, ...telling, ...groups.filter((group) => !telling.includes(group))];
}

/** The group until its first telling scene is over, asking of that what it asks; undefined where that is all of it. */
function beginningOf(group: TestGroup): TestGroup | undefined {
  const untilMs = endOfTelling(group) ?? Infinity;
  const isBefore = ({ eval_time }: { readonly eval_time: string }) => msOf(eval_time) < untilMs;
  const { alert_rule_test: alerts, promql_expr_test: expressions, ...series } = group;
  const [first, later] = [alerts?.filter(isBefore) ?? [], expressions?.filter(isBefore) ?? []];
  if (first.length === (alerts?.length ?? 0) && later.length === (expressions?.length ?? 0)) return undefined;
  return {
    ...series,
    ...(first.length > 0 ? { alert_rule_test: first } : {}),
    ...(later.length > 0 ? { promql_expr_test: later } : {}),
  };
}

/** When the scene after the first telling one begins; undefined where nothing is ever to be seen. */
function endOfTelling({ name, alert_rule_test = [], promql_expr_test = [] }: TestGroup): number | undefined {
  const telling = [...alert_rule_test.filter(isAlert), ...promql_expr_test.filter(isValue)];
  if (telling.length === 0) return undefined;
  const atMs = Math.min(...telling.map(({ eval_time }) => msOf(eval_time)));
  const next = scenesNamedIn(name).find(({ fromMs }) => fromMs > atMs);
  return next?.fromMs ?? Infinity;
}

function isAlert({ exp_alerts }: AlertTest): boolean {
  return exp_alerts.length > 0;
}

function isValue({ exp_samples }: ExpressionTest): boolean {
  return exp_samples.length > 0;
}

function msOf(duration: string): number {
  return durationInMs(duration) ?? 0;
}
