import type { LabelMatch } from "../model/routing-model.ts";
import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { fits, matchersOf, type KnownLabels } from "../routing/alert-matcher.ts";
import { knownLabels } from "../routing/known-labels.ts";
import { keepIt } from "./keep-it.ts";

const id = "inhibitions-can-match";

/** Every inhibition has alerts that mute and alerts that are muted. */
export const inhibitionsCanMatch: Check = {
  id,
  isAboutUse: true,
  *find({ alerts, platform }: Model): Iterable<Finding> {
    const labels = alerts.map((alert) => knownLabels(alert, platform));
    for (const inhibition of Object.values(platform.inhibitions)) {
      for (const side of ["source", "target"] as const) {
        // Of an alert that no service exports it is told where it is named.
        if (inhibition[side].unexported || labels.some((known) => matchesSide(inhibition[side], known)))
          continue;
        yield {
          definition: inhibition,
          message: `inhibition "${inhibition.name}" does nothing: no alert matches its ${side}`,
          fix: `correct its ${side}, take it out, or ${keepIt(id)}`,
        };
      }
    }
  },
};

function matchesSide(match: LabelMatch, labels: KnownLabels): boolean {
  return fits(matchersOf(match), labels) !== "no";
}
