import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { knownLabels } from "../routing/known-labels.ts";
import { routesOf } from "../routing/routes-of.ts";

/** Every alert is taken by a route that was made for it; the root only catches what was forgotten. */
export const alertsReachAReceiver: Check = {
  id: "alerts-reach-a-receiver",
  *find({ alerts, platform }: Model): Iterable<Finding> {
    const { routing } = platform;
    for (const alert of alerts) {
      const forgotten = routesOf(routing, knownLabels(alert, platform)).find(({ path }) => path.length === 1);
      if (!forgotten) continue;
      const labels = Object.entries(alert.labels).map(([label, value]) => `${label}="${value}"`);
      yield {
        definition: alert,
        message: `no route takes alert "${alert.name}" (${labels.join(", ")}): it would fall through to "${routing.receiver.name}"`,
        mend: `add a route for it below ${routing.place.file}:${routing.place.line}, or give it a severity that has one`,
      };
    }
  },
};
