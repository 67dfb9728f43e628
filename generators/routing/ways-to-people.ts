import type { RouteModel } from "../model/routing-model.ts";
import { durationInMs } from "../language/duration.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { knownLabels } from "./known-labels.ts";
import { mutingPairs, type MutingPair } from "./muting-pairs.ts";
import { notificationTimes, type NotificationTimes } from "./notification-times.ts";
import { settingsOf, type RouteSettings } from "./route-settings.ts";
import { routesOf } from "./routes-of.ts";

/** One route that notifies of an alert. */
export interface Way {
  readonly route: RouteModel;
  /** False: it depends on a label whose value is known only when the alert fires. */
  readonly surely: boolean;
  readonly settings: RouteSettings;
  readonly times: NotificationTimes;
}

/** All that decides who hears of an alert, and when. */
export interface AlertWays {
  readonly alert: AlertModel;
  /** In the order in which Alertmanager finds them. */
  readonly ways: readonly Way[];
  readonly mutedBy: readonly MutingPair[];
  readonly mutes: readonly MutingPair[];
}

/** From every alert to the people who are told, in the order of the model. */
export function waysToPeople(model: Model): AlertWays[] {
  const { alerts, platform } = model;
  const pairs = mutingPairs(alerts, platform);
  return alerts.map((alert) => ({
    alert,
    ways: waysOf(alert, model),
    mutedBy: pairs.filter(({ target }) => target === alert),
    mutes: pairs.filter(({ source }) => source === alert),
  }));
}

function waysOf(alert: AlertModel, { groups, platform }: Model): Way[] {
  const { routing, prometheus } = platform;
  const everyMs = groups.find(({ name }) => name === alert.group)?.everyMs;
  const evaluated = {
    forMs: alert.forMs,
    everyMs: everyMs ?? durationInMs(prometheus.evaluationInterval) ?? 0,
  };
  return routesOf(routing, knownLabels(alert, platform)).map(({ path, surely }) => {
    const settings = settingsOf(routing, path);
    return {
      route: path.at(-1) ?? routing,
      surely,
      settings,
      times: notificationTimes(evaluated, settings),
    };
  });
}
