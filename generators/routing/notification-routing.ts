import type { RouteModel } from "../model/routing-model.ts";
import { durationInMs } from "../language/duration.ts";
import { groupBy } from "../group-by.ts";
import { groupOf } from "../model/lookups.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { labelledAlerts, type LabelledAlert } from "./labelled-alerts.ts";
import { inhibitedPairs, type InhibitedPair } from "./inhibits.ts";
import { settingsOf, type RouteSettings } from "./route-settings.ts";
import { routesOf } from "./routes-of.ts";

/** One route that notifies of an alert. */
export interface NotifyingRoute {
  readonly route: RouteModel;
  /** False: it depends on a label whose value is known only when the alert fires. */
  readonly surely: boolean;
  readonly settings: RouteSettings;
  readonly times: NotificationTimes;
}

/** All that decides who is notified of an alert, and when. */
export interface AlertRouting {
  readonly alert: AlertModel;
  /** In the order in which Alertmanager finds them. */
  readonly routes: readonly NotifyingRoute[];
  readonly inhibitedBy: readonly InhibitedPair[];
  readonly inhibits: readonly InhibitedPair[];
}

/** Who is notified of each alert, when, and what inhibits it, in the order of the model. */
export function notificationRouting(model: Model): AlertRouting[] {
  const pairs = inhibitedPairs(model);
  const bySource = groupBy(pairs, ({ source }) => source);
  const byTarget = groupBy(pairs, ({ target }) => target);
  return labelledAlerts(model).all.map((labelled) => ({
    alert: labelled.alert,
    routes: notifyingRoutes(labelled, model),
    inhibitedBy: byTarget.get(labelled.alert) ?? [],
    inhibits: bySource.get(labelled.alert) ?? [],
  }));
}

function notifyingRoutes({ alert, labels }: LabelledAlert, model: Model): NotifyingRoute[] {
  const { routing, prometheus } = model.platform;
  const everyMs = groupOf(model, alert)?.everyMs;
  const evaluated = {
    forMs: alert.forMs,
    everyMs: everyMs ?? durationInMs(prometheus.evaluationInterval) ?? 0,
  };
  return routesOf(routing, labels).map(({ path, surely }) => {
    const settings = settingsOf(routing, path);
    return {
      route: path.at(-1) ?? routing,
      surely,
      settings,
      times: notificationTimes(evaluated, settings),
    };
  });
}

/** When people are notified of an alert, counted from the moment that its expression begins to hold; in milliseconds. */
export interface NotificationTimes {
  /** Where it is the first of its group, and an evaluation falls on that moment. */
  readonly soonestMs: number;
  /** Where that moment falls just behind an evaluation. */
  readonly latestMs: number;
  /** A group that changes is notified of no more often. */
  readonly atMostEveryMs: number;
  /** A group that does not change is notified of again after this. */
  readonly againAfterMs: number;
}

/** Of an alert that must hold for `forMs` and is evaluated every `everyMs`. */
export function notificationTimes(
  { forMs, everyMs }: { readonly forMs: number; readonly everyMs: number },
  {
    groupWaitMs,
    groupIntervalMs,
    repeatIntervalMs,
  }: Pick<RouteSettings, "groupWaitMs" | "groupIntervalMs" | "repeatIntervalMs">,
): NotificationTimes {
  // It begins to fire at an evaluation.
  const firesAfterMs = Math.ceil(forMs / everyMs) * everyMs;
  return {
    soonestMs: firesAfterMs + groupWaitMs,
    latestMs: firesAfterMs + everyMs + groupWaitMs,
    atMostEveryMs: groupIntervalMs,
    // A group is looked at every group interval. Sending takes a moment, so that at a multiple of it the repeat interval is
    // not yet over by just that moment, and the next look repeats.
    againAfterMs: (Math.floor(repeatIntervalMs / groupIntervalMs) + 1) * groupIntervalMs,
  };
}
