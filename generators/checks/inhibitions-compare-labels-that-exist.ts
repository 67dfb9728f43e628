import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { Inhibition } from "../../definitions/language/inhibition.ts";
import { fits, matchersOf, type KnownLabels } from "../routing/alert-matcher.ts";
import { knownLabels } from "../routing/known-labels.ts";

type Labelled = readonly [alert: AlertModel, labels: KnownLabels];

/** Alertmanager takes a label that two alerts both lack as the same on both, so one would mute what it has nothing to do with. */
export const inhibitionsCompareLabelsThatExist: Check = {
  id: "inhibitions-compare-labels-that-exist",
  *find({ alerts, platform }: Model): Iterable<Finding> {
    const labelled = alerts.map((alert): Labelled => [alert, knownLabels(alert, platform)]);
    for (const inhibition of Object.values(platform.inhibitions)) yield* widened(inhibition, labelled);
  },
};

function* widened(inhibition: Inhibition, alerts: readonly Labelled[]): Iterable<Finding> {
  const matching = (side: "source" | "target") =>
    alerts.filter(([, labels]) => fits(matchersOf(inhibition[side]), labels) !== "no");
  const targets = matching("target");
  for (const [source, labels] of matching("source")) {
    for (const [target, others] of targets) {
      if (source === target || !mayBeEqual(inhibition, labels, others)) continue;
      const lacking = inhibition.equal.filter((label) => !labels.has(label) && !others.has(label));
      if (lacking.length === 0) continue;
      yield {
        definition: inhibition,
        message: `inhibition "${inhibition.name}" lets "${source.name}" mute "${target.name}" wherever it rings, because neither has the label ${lacking.join(", ")}`,
        mend: "keep the label in one of the expressions, or compare labels that both have",
      };
    }
  }
}

/** Whether the labels that are compared can have the same value on both alerts; a missing one is an empty value. */
function mayBeEqual({ equal }: Inhibition, a: KnownLabels, b: KnownLabels): boolean {
  return equal.every((label) => {
    const [left, right] = [a.get(label) ?? missing, b.get(label) ?? missing];
    if (left.kind === "any" || right.kind === "any") return left !== missing && right !== missing;
    return left.value === right.value;
  });
}

const missing = { kind: "one", value: "" } as const;
