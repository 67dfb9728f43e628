import type { Scenario } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { remembered } from "../remembered.ts";
import { notificationRouting } from "../routing/notification-routing.ts";
import { timeToPage } from "../routing/time-to-page.ts";
import { holdsAfter } from "../rule-tests/holds-after.ts";
import type { HoldsAfter } from "../rule-tests/rule-test.ts";
import type { BothSides, TimeToPage } from "./played.ts";

interface AlertOfModel {
  readonly alert: AlertModel;
  readonly model: Model;
}

/**
 * From the first bad sample until each receiver is notified, of both versions in the same scenarios: what is worse is noticed sooner, and
 * that is no change of the alert. None where they rest on no sample, or one could be worked out and the other only estimated.
 */
export function timesOfPair(
  { base, head }: BothSides<AlertOfModel>,
  scenarios: readonly Scenario[],
): BothSides<readonly TimeToPage[]> {
  const [before, after] = [base, head].map(({ alert, model }) => holdsAfter({ ...alert, scenarios }, model));
  if (!before || !after || before.isPlayed !== after.isPlayed) return { base: [], head: [] };
  return { base: timesFrom(before, base), head: timesFrom(after, head) };
}

function timesFrom(until: HoldsAfter, { alert, model }: AlertOfModel): TimeToPage[] {
  const routes = routings(model).get(alert.name)?.routes ?? [];
  return routes.map((route) => {
    const { soonestMs, latestMs } = timeToPage(until, route);
    return { receiver: route.settings.receiver.name, soonestMs, latestMs };
  });
}

const routings = remembered(
  (model: Model) => new Map(notificationRouting(model).map((routing) => [routing.alert.name, routing])),
);
