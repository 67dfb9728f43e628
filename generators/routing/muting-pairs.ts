import type { InhibitionModel, PlatformModel } from "../model/routing-model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { fitting, matchersOf } from "./alert-matcher.ts";
import { knownLabels } from "./known-labels.ts";
import { muting, type Muting } from "./muting.ts";

/** Two alerts of which one silences the other, by one inhibition. */
export interface MutingPair extends Muting {
  readonly inhibition: InhibitionModel;
  readonly source: AlertModel;
  /** May be the same alert with other labels. */
  readonly target: AlertModel;
}

/** All pairs, by inhibition, then in the order of the alerts. */
export function mutingPairs(alerts: readonly AlertModel[], platform: PlatformModel): MutingPair[] {
  const labelled = alerts.map((alert) => ({ alert, labels: knownLabels(alert, platform) }));
  return Object.values(platform.inhibitions).flatMap((inhibition) => {
    const mutes = muting(inhibition);
    // Few alerts fit either side, so few pairs are left to look at.
    const fits = (side: InhibitionModel["source"]) => {
      const fit = fitting(matchersOf(side));
      return labelled.filter(({ labels }) => fit(labels) !== "no");
    };
    const targets = fits(inhibition.target);
    return fits(inhibition.source).flatMap((by) =>
      targets.flatMap((muted) => {
        const found = mutes(by.labels, muted.labels);
        return found ? [{ ...found, inhibition, source: by.alert, target: muted.alert }] : [];
      }),
    );
  });
}
