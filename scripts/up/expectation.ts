import { durationInMs, formatDuration } from "../../generators/language/duration.ts";
import type { Given } from "../../generators/language/given.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import type { AlertRouting, NotifyingRoute } from "../../generators/routing/notification-routing.ts";
import { givenOnTargets } from "../simulate/claims.ts";
import { readScenarioName } from "../simulate/known-scenario.ts";
import type { Scale } from "./scaled.ts";

/** Behaviour that a rule sees only over a window. */
const counted: ReadonlySet<Given["kind"]> = new Set(["grows", "runs", "share", "quantile", "follows"]);

/** What to expect of each of these alerts, in the order of their names. */
export function expectations(
  names: readonly string[],
  routing: readonly AlertRouting[],
  scale: Scale,
  atAnyHour: boolean,
): string[] {
  return names.flatMap((name) => {
    const { alert, index } = readScenarioName(name);
    const found = routing.find((one) => one.alert.name === alert);
    const scenario = found?.alert.scenarios[index];
    return found && scenario ? [expectation(found, scenario, scale, atAnyHour)] : [];
  });
}

/** Who will be notified of an alert whose scenario is simulated from now on, and when at the earliest. */
function expectation(
  { alert, routes, inhibitedBy }: AlertRouting,
  scenario: Scenario,
  scale: Scale,
  atAnyHour: boolean,
): string {
  const forMs = Math.min(alert.forMs / scale.speed, scale.longestForMs ?? Infinity);
  const { within = "0s", after = within } = scenario;
  const beforeMs = (durationInMs(after) ?? 0) / scale.speed + forMs;
  const notified = routes.map(({ route, settings }) => {
    const soonest = roundedUp(beforeMs + settings.groupWaitMs / scale.speed);
    return `${settings.receiver.name} in ${soonest}${hoursOf(route, atAnyHour)}`;
  });
  const isCounted = givenOnTargets(scenario, "firing").some(({ kind }) => counted.has(kind));
  const grows = isCounted ? "; counters must fill their windows first" : "";
  const muted = inhibitedBy.length > 0 ? "; an alert that inhibits it may fire first" : "";
  return `${alert.name} notifies ${notified.join(", ")} at the earliest${grows}${muted}`;
}

function hoursOf(
  { activeDuring = [], mutedDuring = [] }: NotifyingRoute["route"],
  atAnyHour: boolean,
): string {
  if (atAnyHour) return "";
  const only = activeDuring.map(({ name }) => name).join(" and ");
  const never = mutedDuring.map(({ name }) => name).join(" and ");
  return `${only && ` (only during ${only})`}${never && ` (not during ${never})`}`;
}

function roundedUp(ms: number): string {
  return formatDuration(Math.ceil(ms / 1000) * 1000);
}
