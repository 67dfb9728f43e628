import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { firesAlways } from "../../model/firing-always.ts";
import type { RouteModel } from "../../model/routing-model.ts";
import { remembered } from "../../remembered.ts";
import { labelledAlerts, type LabelledAlert } from "../../routing/labelled-alerts.ts";
import { inhibitedPairs } from "../../routing/inhibits.ts";
import { neverNotifies } from "../../routing/open-minutes.ts";
import { routesOf } from "../../routing/routes-of.ts";

/** There is a time at which somebody is notified of an alert: neither times of the week mute it for good, nor does another alert inhibit it. */
export const alertsAreNotAlwaysMuted: Check = {
  id: "alerts-are-not-always-muted",
  why: "Mute times and inhibitions add up. If they cover the whole week, the alert fires and nobody is ever notified.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/",
  wrong: `
export const weekdays = timeInterval("weekdays", { weekdays: ["monday:friday"], location: "Europe/Berlin" });
export const weekend = timeInterval("weekend", {
  weekdays: ["saturday", "sunday"],
  location: "Europe/Berlin",
});
export const routing = route({
  ...root,
  routes: [route({ match: { severity: critical }, receiver: onCall, mutedDuring: [weekdays, weekend] })],
});
`,
  right: `
export const weekend = timeInterval("weekend", {
  weekdays: ["saturday", "sunday"],
  location: "Europe/Berlin",
});
export const routing = route({
  ...root,
  routes: [route({ match: { severity: critical }, receiver: onCall, mutedDuring: [weekend] })],
});
`,
  *find(model: Model): Iterable<Finding> {
    const isMute = remembered(neverNotifies);
    for (const labelled of labelledAlerts(model).all) yield* mutedByTimes(labelled, model, isMute);
    yield* mutedByAlerts(model);
  },
};

function* mutedByTimes(
  { alert, labels }: LabelledAlert,
  { platform }: Model,
  isMute: (route: RouteModel) => boolean,
): Iterable<Finding> {
  const routes = routesOf(platform.routing, labels).flatMap(({ path }) => path.slice(-1));
  if (!routes.every(isMute)) return;
  const receivers = [...new Set(routes.map(({ receiver }) => `"${receiver.name}"`))].join(" and ");
  yield {
    definition: alert,
    cause: receivers,
    message: `alert "${alert.name}" is always muted: at no time of the week is the route to ${receivers} open`,
    fix: "change the route's activeDuring or mutedDuring, so that it leaves some time",
  };
}

function* mutedByAlerts(model: Model): Iterable<Finding> {
  for (const { source, target, inhibition, surely, ifSame } of inhibitedPairs(model)) {
    if (!surely || ifSame.length > 0 || !firesAlways(source)) continue;
    yield {
      definition: target,
      message: `alert "${target.name}" is always inhibited: "${source.name}" always fires, and inhibition "${inhibition.name}" lets it inhibit this one`,
      fix: `keep "${source.name}" out of what the inhibition matches, or compare a label whose value is another`,
    };
  }
}
