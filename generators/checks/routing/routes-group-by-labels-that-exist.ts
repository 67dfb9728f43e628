import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { RouteModel } from "../../model/routing-model.ts";
import { valuesOf, type KnownLabels } from "../../routing/alert-matcher.ts";
import { labelledAlerts } from "../../routing/labelled-alerts.ts";
import { routesOf } from "../../routing/routes-of.ts";
import { suggestion } from "../../text/suggestion.ts";

/** What Alertmanager takes for all labels. */
const every = "...";

/** Alerts are grouped by labels that some of them have; that of a route counts for all below it that say no other. */
export const routesGroupByLabelsThatExist: Check = {
  id: "routes-group-by-labels-that-exist",
  why: "Alertmanager takes a label that alerts do not have for an empty one, so it tells no groups apart by it. With a misspelt label, all alerts of a service become one notification, and one incident.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/#route",
  wrong: `
export const routing = route({ ...root, groupBy: ["alertnam", "service"] });
`,
  right: `
export const routing = route({ ...root, groupBy: ["alertname", "service"] });
`,
  *find(model: Model): Iterable<Finding> {
    for (const [route, alerts] of groupedBy(model)) {
      const known = [...new Set(alerts.flatMap((labels) => [...labels.keys()]))];
      const lost = (route.groupBy ?? []).filter(
        (label) => label !== every && !alerts.some((labels) => mayHave(labels, label)),
      );
      for (const label of lost) {
        yield {
          definition: route,
          message: `the route to "${route.receiver.name}" groups by "${label}", which none of its alerts has${suggestion(label, known)}`,
          fix: `correct the label, or remove it; its alerts have ${known.sort().join(", ")}`,
        };
      }
    }
  },
};

/** The alerts that a route's own `groupBy` counts for. One that none reaches is reported elsewhere. */
function groupedBy(model: Model): ReadonlyMap<RouteModel, readonly KnownLabels[]> {
  const grouped = new Map<RouteModel, KnownLabels[]>();
  for (const { labels } of labelledAlerts(model).all) {
    const reached = routesOf(model.platform.routing, labels);
    const saying = reached.map(({ path }) => path.findLast(({ groupBy }) => groupBy !== undefined));
    for (const route of new Set(saying)) {
      if (route === undefined) continue;
      const others = grouped.get(route);
      if (others) others.push(labels);
      else grouped.set(route, [labels]);
    }
  }
  return grouped;
}

function mayHave(labels: KnownLabels, label: string): boolean {
  const known = labels.get(label);
  return known !== undefined && (valuesOf(known)?.some((value) => value !== "") ?? true);
}
