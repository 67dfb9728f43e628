import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { remembered } from "../remembered.ts";
import { notificationRouting } from "../routing/notification-routing.ts";
import { timeToPage } from "../routing/time-to-page.ts";
import { holdsAfter } from "../rule-tests/holds-after.ts";
import type { TimeToPage } from "./played.ts";

interface AlertOfModel {
  readonly alert: AlertModel;
  readonly model: Model;
}

/** From the first bad sample until each receiver is notified; none where the alert rests on no sample. */
export function timesOfAlert({ alert, model }: AlertOfModel): TimeToPage[] {
  const until = holdsAfter(alert, model);
  if (until === undefined) return [];
  const routes = routings(model).get(alert.name)?.routes ?? [];
  return routes.map((route) => {
    const { soonestMs, latestMs } = timeToPage(until, route);
    return { receiver: route.settings.receiver.name, soonestMs, latestMs };
  });
}

const routings = remembered(
  (model: Model) => new Map(notificationRouting(model).map((routing) => [routing.alert.name, routing])),
);
