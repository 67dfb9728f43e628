import type { HoldsAfter } from "../rule-tests/rule-test.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import type { AlertRouting, NotifyingRoute } from "./notification-routing.ts";

/** From the first bad sample until somebody is notified. */
export interface TimeToPage {
  readonly soonestMs: number;
  /** Where it is the first of its group. */
  readonly latestMs: number;
  /** Where its group was notified of just before. */
  readonly latestInGroupMs: number;
}

/** Until the condition holds, and from then on until it fires and is sent. */
export function timeToPage(
  { soonestMs, latestMs }: Pick<HoldsAfter, "soonestMs" | "latestMs">,
  { times, settings: { groupWaitMs, groupIntervalMs } }: Pick<NotifyingRoute, "times" | "settings">,
): TimeToPage {
  const first = latestMs + times.latestMs;
  return {
    soonestMs: soonestMs + times.soonestMs,
    latestMs: first,
    latestInGroupMs: Math.max(first, first - groupWaitMs + groupIntervalMs),
  };
}

/** The same of a route that notifies of an alert; undefined where the alert rests on no sample. */
export type TimesToPage = (
  routing: Pick<AlertRouting, "alert">,
  route: NotifyingRoute,
) => TimeToPage | undefined;

export function timesToPage({ ruleTests }: Pick<TestedModel, "ruleTests">): TimesToPage {
  const tests = new Map(ruleTests.map((ruleTest) => [ruleTest.rule, ruleTest]));
  return ({ alert }, route) => {
    const holdsAfter = tests.get(alert)?.holdsAfter;
    return holdsAfter && timeToPage(holdsAfter, route);
  };
}
