import type { Platform } from "../../../language/platform.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { valuesOf, type KnownLabels } from "../../../routing/alert-matcher.ts";
import { knownLabels } from "../../../routing/known-labels.ts";
import type { LabelSet } from "../../validation/program.ts";

/**
 * All labels that Alertmanager may see on the alert, sorted by name: the first of the values that are known, or else a
 * sample.
 */
export function sampleLabels(alert: AlertModel, platform: Platform): LabelSet {
  const labels = [...knownLabels(alert, platform)].map(([name, known]): [string, string] => {
    const value = valuesOf(known)?.find((text) => text !== "");
    return [name, value ?? `sample ${name}`];
  });
  return Object.fromEntries(labels.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same labels, as something of which all is known. */
export function allKnown(labels: LabelSet): KnownLabels {
  return new Map(Object.entries(labels).map(([label, value]) => [label, { kind: "one", value }]));
}
