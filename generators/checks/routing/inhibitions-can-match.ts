import type { LabelMatch } from "../../model/routing-model.ts";
import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { fitting, matchersOf } from "../../routing/alert-matcher.ts";
import { labelledAlerts, type LabelledAlert } from "../../routing/labelled-alerts.ts";
import { wantedValues, type ByValues } from "../../routing/possible-values.ts";

const id = "inhibitions-can-match";

/** Every inhibition has alerts that mute and alerts that are muted. */
export const inhibitionsCanMatch: Check = {
  id,
  why: "An inhibition whose source or target matches no alert does nothing: usually a label is misspelt or an alert was renamed. One failure then pages with all its symptoms.",
  source: "https://prometheus.io/docs/alerting/latest/alertmanager/",
  wrong: `
export const fewOrdersMuteRest = inhibition("few-orders-mute-rest", {
  source: { alert: FewOrders },
  target: { service: "shopp", labels: { guard: "" } },
  equal: ["instance"],
});
`,
  right: `
export const fewOrdersMuteRest = inhibition("few-orders-mute-rest", {
  source: { alert: FewOrders },
  target: { service: "shop", labels: { guard: "" } },
  equal: ["instance"],
});
`,
  isAboutUse: true,
  *find(model: Model): Iterable<Finding> {
    const alerts = labelledAlerts(model);
    for (const inhibition of Object.values(model.platform.inhibitions)) {
      for (const side of ["source", "target"] as const) {
        // An alert that no service exports is reported where it is named.
        if (inhibition[side].unexported || matchesSome(inhibition[side], alerts)) continue;
        yield {
          definition: inhibition,
          message: `inhibition "${inhibition.name}" does nothing: no alert matches its ${side}`,
          fix: `correct its ${side}, remove it, or ${suppressing(id)}`,
        };
      }
    }
  },
};

function matchesSome(match: LabelMatch, alerts: ByValues<LabelledAlert>): boolean {
  const fit = fitting(matchersOf(match));
  return alerts.having(wantedValues(match)).some(({ labels }) => fit(labels) !== "no");
}
