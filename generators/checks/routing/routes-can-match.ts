import type { RouteModel } from "../../model/routing-model.ts";
import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { matchersOf } from "../../routing/alert-matcher.ts";
import { labelledAlerts } from "../../routing/labelled-alerts.ts";
import { routesOf } from "../../routing/routes-of.ts";

const id = "routes-can-match";

/** Every route below the root takes some alert: one that takes none is misspelt, out of date, or ahead of its alerts. */
export const routesCanMatch: Check = {
  id,
  why: "Alertmanager takes the first route that matches. If no alert reaches a route, it is misspelt, left over, or behind a route that takes its alerts, and its receiver is never notified.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/",
  wrong: `
export const routing = route({
  ...root,
  routes: [bySeverity, route({ match: { service: "shopp" }, receiver: onCall })],
});
`,
  right: `
export const routing = route({
  ...root,
  routes: [route({ match: { service: "shop" }, receiver: onCall })],
});
`,
  isAboutUse: true,
  *find(model: Model): Iterable<Finding> {
    const { routing } = model.platform;
    const reached = labelledAlerts(model).all.flatMap(({ labels }) => routesOf(routing, labels));
    const used = new Set<RouteModel>(reached.flatMap(({ path }) => path));
    for (const route of firstUnused(routing, used)) {
      const wanted = matchersOf(route.match ?? {}).map(({ label, op, value }) => `${label}${op}"${value}"`);
      yield {
        definition: route,
        message: `no alert reaches the route to "${route.receiver.name}" (${wanted.join(", ") || "without a match"})`,
        fix: `correct what it matches, move it before the route that takes its alerts, remove it, or ${suppressing(id)}`,
      };
    }
  },
};

/** Of a branch that nothing reaches, its topmost route: those below it are as they should be once it is reached. */
function firstUnused({ routes = [] }: RouteModel, used: ReadonlySet<RouteModel>): RouteModel[] {
  return routes.flatMap((route) => {
    if (used.has(route)) return firstUnused(route, used);
    // An alert that no service exports is reported where it is named.
    return route.match?.unexported ? [] : [route];
  });
}
