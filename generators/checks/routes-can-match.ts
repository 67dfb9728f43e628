import type { RouteModel } from "../model/routing-model.ts";
import type { Check, Finding } from "../check.ts";
import { routesUnder } from "../model/allowing-definitions.ts";
import type { Model } from "../model/model.ts";
import { matchersOf } from "../routing/alert-matcher.ts";
import { knownLabels } from "../routing/known-labels.ts";
import { routesOf } from "../routing/routes-of.ts";

/** Every route below the root takes some alert: one that takes none is misspelt, or out of date. */
export const routesCanMatch: Check = {
  id: "routes-can-match",
  *find({ alerts, platform }: Model): Iterable<Finding> {
    const reached = alerts.flatMap((alert) => routesOf(platform.routing, knownLabels(alert, platform)));
    const used = new Set<RouteModel>(reached.flatMap(({ path }) => path));
    for (const route of routesUnder(platform.routing).slice(1)) {
      // Of an alert that no service exports it is told where it is named.
      if (used.has(route) || route.match?.unexported) continue;
      const wanted = matchersOf(route.match ?? {}).map(({ label, op, value }) => `${label}${op}"${value}"`);
      yield {
        definition: route,
        message: `no alert reaches the route to "${route.receiver.name}" (${wanted.join(", ") || "without a match"})`,
        mend: "correct what it matches, move it before the route that takes its alerts, or take it out",
      };
    }
  },
};
