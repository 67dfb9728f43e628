import type { LabelMatch } from "../../model/routing-model.ts";
import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { fits, matchersOf, type KnownLabels } from "../../routing/alert-matcher.ts";
import { knownLabels } from "../../routing/known-labels.ts";

const id = "inhibitions-can-match";

/** Every inhibition has alerts that mute and alerts that are muted. */
export const inhibitionsCanMatch: Check = {
  id,
  why: "An inhibition whose source or target matches no alert does nothing: usually a label is misspelt or an alert was renamed. One failure then pages with all its symptoms.",
  source: "https://prometheus.io/docs/alerting/latest/alertmanager/",
  wrong: `
export const fewOrdersMuteRest = inhibition("few-orders-mute-rest", {
  source: { alert: FewOrders },
  target: { service: "shopp" },
  equal: ["instance"],
});
`,
  right: `
export const fewOrdersMuteRest = inhibition("few-orders-mute-rest", {
  source: { alert: FewOrders },
  target: { service: "shop" },
  equal: ["instance"],
});
`,
  isAboutUse: true,
  *find({ alerts, platform }: Model): Iterable<Finding> {
    const labels = alerts.map((alert) => knownLabels(alert, platform));
    for (const inhibition of Object.values(platform.inhibitions)) {
      for (const side of ["source", "target"] as const) {
        // An alert that no service exports is reported where it is named.
        if (inhibition[side].unexported || labels.some((known) => matchesSide(inhibition[side], known)))
          continue;
        yield {
          definition: inhibition,
          message: `inhibition "${inhibition.name}" does nothing: no alert matches its ${side}`,
          fix: `correct its ${side}, remove it, or ${suppressing(id)}`,
        };
      }
    }
  },
};

function matchesSide(match: LabelMatch, labels: KnownLabels): boolean {
  return fits(matchersOf(match), labels) !== "no";
}
