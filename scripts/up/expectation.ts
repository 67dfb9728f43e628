import { durationInMs, formatDuration } from "../../generators/language/duration.ts";
import type { Given } from "../../generators/language/given.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
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

/** Who will be notified of an alert whose scenario is simulated from now on, and when. */
function expectation(
  { alert, routes, inhibitedBy }: AlertRouting,
  scenario: Scenario,
  scale: Scale,
  atAnyHour: boolean,
): string {
  const bound = boundOf(scenario);
  const notified = routes.map(({ route, settings, times }) => {
    const everyMs = (times.latestMs - times.soonestMs) / scale.speed;
    const waitMs = settings.groupWaitMs / scale.speed;
    const time = roundedUp(firesAfter(alert, scenario, bound, { scale, everyMs }) + waitMs);
    return `${settings.receiver.name} in ${time}${hoursOf(route, atAnyHour)}`;
  });
  const isCounted = givenOnTargets(scenario, "firing").some(({ kind }) => counted.has(kind));
  // How long they take to fill is part of how long the condition takes at the latest.
  const grows = isCounted && bound === "at the earliest" ? "; counters must fill their windows first" : "";
  const muted = inhibitedBy.length > 0 ? "; an alert that inhibits it may fire first" : "";
  return `${alert.name} notifies ${notified.join(", ")} ${bound}${grows}${muted}`;
}

type Bound = "at the earliest" | "at the latest";

/** A scenario that says how long its condition takes says the longest; of all others it is known how long it takes at least. */
function boundOf({ after, within }: Scenario): Bound {
  return after === undefined && within === undefined ? "at the earliest" : "at the latest";
}

interface Pace {
  readonly scale: Scale;
  /** From one evaluation to the next, as it is shortened. */
  readonly everyMs: number;
}

/** How long it takes until the alert fires, counted from when the targets change. */
function firesAfter(alert: AlertModel, scenario: Scenario, bound: Bound, { scale, everyMs }: Pace): number {
  const { after = "0s", within } = scenario;
  const scaledMs = (duration: string) => (durationInMs(duration) ?? 0) / scale.speed;
  const forMs = Math.min(alert.forMs / scale.speed, scale.longestForMs ?? Infinity);
  // In `within` the wait of the alert is already counted.
  const ownMs = within === undefined ? scaledMs(after) + forMs : scaledMs(within);
  if (bound === "at the earliest") return ownMs;
  // What has just been missed is seen at the next scrape, and the next evaluation.
  return ownMs + (scale.longestScrapeMs ?? 0) + everyMs;
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
