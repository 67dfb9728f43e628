import type { Receiver } from "../../language/routing.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { placeholderIn } from "../reading/placeholder.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { labelledAlerts } from "../../routing/labelled-alerts.ts";
import { routesOf, type ReachedRoute } from "../../routing/routes-of.ts";

/**
 * Every alert is taken by a route that was made for it, and somebody is notified; the root only catches what was forgotten,
 * unless it is the only route.
 *
 * A route that says `continue` is a copy: it notifies somebody too, but leaves the alert to the routes behind it.
 */
export const alertsReachAReceiver: Check = {
  id: "alerts-reach-a-receiver",
  why: "An alert that no route takes falls through to the root's receiver, which usually nobody watches. Nobody is notified, and nothing says so.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/",
  wrong: `
export const info = severity("info", { rank: 3, response: "none", color: "green" });
export const ManyOrders = alert({ ...rest, severity: info, expr: orderRate.gt(5) });
`,
  right: `
export const info = severity("info", { rank: 3, response: "none", color: "green" });
export const ManyOrders = alert({ ...rest, severity: info, expr: orderRate.gt(5) });
export const routing = route({
  ...root,
  routes: [route({ match: { severity: info }, receiver: onCall }), bySeverity],
});
`,
  *find(model: Model): Iterable<Finding> {
    const { platform } = model;
    const { routing } = platform;
    const hasOthers = (routing.routes ?? []).length > 0;
    for (const { alert, labels } of labelledAlerts(model).all) {
      const routes = routesOf(routing, labels);
      const forgotten = hasOthers && routes.find(({ path }) => path.length === 1);
      if (forgotten) yield fallsThrough(alert, forgotten, platform);
      else if (routes.every(isCopy)) yield onlyCopied(alert, platform);
      else if (routes.every((route) => notifiesNobodyYet(receiverOf(route))) && !routes.some(isLeftOpen))
        yield notifiesNobody(alert, routes);
    }
  },
};

function fallsThrough(alert: AlertModel, { surely }: ReachedRoute, { routing }: Model["platform"]): Finding {
  const takes = surely ? "no route takes" : "depending on its other labels, perhaps no route takes";
  return {
    definition: alert,
    cause: `${takes} ${alert.severity.name}`,
    message: `${takes} alert "${alert.name}" (${labelsOf(alert)}): it would fall through to "${routing.receiver.name}"`,
    fix: `add a route for it below ${routing.place.file}:${routing.place.line}, or give it a severity that has a route`,
  };
}

function isCopy({ path }: ReachedRoute): boolean {
  return path.some((route) => route.continue);
}

function onlyCopied(alert: AlertModel, { routing }: Model["platform"]): Finding {
  return {
    definition: alert,
    cause: `only copies ${alert.severity.name}`,
    message: `no route takes alert "${alert.name}" (${labelsOf(alert)}): only copies of it are sent, by routes that say continue`,
    fix: `add a route for it below ${routing.place.file}:${routing.place.line}, or give it a severity that has a route`,
  };
}

function labelsOf({ labels }: AlertModel): string {
  return Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(", ");
}

function notifiesNobody(alert: AlertModel, routes: readonly ReachedRoute[]): Finding {
  const names = new Set(routes.map((route) => `"${receiverOf(route)?.name ?? ""}"`));
  return {
    definition: alert,
    cause: [...names].join(" and "),
    message: `alert "${alert.name}" notifies nobody: ${[...names].join(" and ")} has no notifier`,
    fix: "give the receiver a notifier, such as notifiers: [slack({ … })]",
  };
}

function notifiesNobodyYet(receiver: Receiver | undefined): boolean {
  return (receiver?.notifiers ?? []).length === 0;
}

/** Its description asks how they are notified: that is said once, by the check on what is left open. */
function isLeftOpen(route: ReachedRoute): boolean {
  const { description = "", allow = {} } = receiverOf(route) ?? {};
  return placeholderIn(description, "fact") !== undefined && allow["placeholders-are-filled"] === undefined;
}

function receiverOf({ path }: ReachedRoute): Receiver | undefined {
  return path.at(-1)?.receiver;
}
