import { durationInMs, formatDuration } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { conditionOf } from "../promql/condition.ts";
import { formatQuantity } from "../text/quantity.ts";
import { isAtOnce, stillFires, type Firing, type FiringFacts } from "./firing.ts";
import { loneSamples } from "./lone-samples.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import type { Timeline } from "./timeline.ts";

/**
 * What a scenario says of the time, and its alert does not do.
 *
 * @param isTold all that the alert says when it fires is known
 */
export function mistimed(
  { alert, scenario, setup }: Pick<FiringFacts, "alert" | "scenario" | "setup">,
  firing: Firing,
  timeline: Timeline,
  isTold: boolean,
): RuleTestComplaint[] {
  if (firing.kind === "unknown") return [];
  if (firing.kind === "never") {
    // Where all shows at once, it is another check that says so, with what is compared.
    const lone = loneSamples(setup);
    if (lone) return [lone];
    return isTold && isAtOnce(scenario, setup) ? [] : neverFires(alert, scenario, firing, timeline);
  }
  const { after, within } = scenario;
  if (within !== undefined) return tooLate(within, timeline);
  const boundMs = inMs(after ?? "0s");
  if (firing.afterMs > boundMs) {
    const moment = formatDuration(firing.afterMs);
    const said = after === undefined ? "at once" : `after ${after} at the latest`;
    const message = `fires after ${moment}, not ${said}: only then does its condition begin to hold in its scenario`;
    return [{ message, fix: `write after: "${moment}"` }];
  }
  return stillFires(firing, timeline.wellMs - timeline.stepMs) === false ? [stopsByItself(timeline)] : [];
}

function tooLate(within: string, { badMs, firingMs }: Timeline): RuleTestComplaint[] {
  if (firingMs - badMs <= inMs(within)) return [];
  const moment = formatDuration(firingMs - badMs);
  const message = `first fires after ${moment} in its scenario, not within ${within}`;
  return [{ message, fix: `write within: "${moment}"` }];
}

function stopsByItself({ badMs, firingMs, stepMs }: Timeline): RuleTestComplaint {
  const moment = formatDuration(Math.max(firingMs - badMs, stepMs));
  return {
    message: "fires and then stops by itself in its scenario, though its series go on as they were",
    fix: `if it is meant to come and go, write within: "${moment}"; else give series that keep its condition up`,
  };
}

function neverFires(
  alert: AlertModel,
  { after, within }: Scenario,
  { playedMs, course }: Extract<Firing, { kind: "never" }>,
  { badMs }: Timeline,
): RuleTestComplaint[] {
  const value = valueAt(alert, course, badMs + playedMs);
  const what = within === undefined && after === undefined ? "" : ` within ${formatDuration(playedMs)}`;
  return [
    {
      message: `does not fire in its scenario${what}${value === undefined ? "" : `: the value is then ${value}`}`,
      fix: "correct the threshold, or give a `firing` that crosses it, and each series that the expression reads",
    },
  ];
}

/** What is compared, of an alert that compares one number. */
function valueAt(
  { node, valueUnit }: AlertModel,
  course: Extract<Firing, { kind: "never" }>["course"],
  atMs: number,
) {
  const condition = conditionOf(node);
  const [first] = condition.kind === "compared" ? (course(atMs, condition.value) ?? []) : [];
  return first && formatQuantity(Number(first.value.toPrecision(3)), valueUnit);
}

function inMs(duration: string): number {
  return durationInMs(duration) ?? 0;
}
