import type { Platform } from "../../../generators/language/platform.ts";
import type { AlertModel } from "../../../generators/model/rule-model.ts";
import { valuesOf, type KnownLabels } from "../../../generators/routing/alert-matcher.ts";
import { knownLabels } from "../../../generators/routing/known-labels.ts";

export type SampleLabels = Readonly<Record<string, string>>;

/**
 * All labels that Alertmanager may see on the alert, sorted by name: the first of the values that are known, or else a
 * sample.
 */
export function sampleLabels(alert: AlertModel, platform: Platform): SampleLabels {
  const labels = [...knownLabels(alert, platform)].map(([name, known]): [string, string] => {
    const value = valuesOf(known)?.find((text) => text !== "");
    return [name, value ?? `sample ${name}`];
  });
  return Object.fromEntries(labels.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same labels, as something of which all is known. */
export function allKnown(labels: SampleLabels): KnownLabels {
  return new Map(Object.entries(labels).map(([label, value]) => [label, { kind: "one", value }]));
}
