import type { LabelSpec } from "../language/label.ts";
import type { Platform } from "../language/platform.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { valuesOf, type KnownLabels, type KnownValue } from "./alert-matcher.ts";

/**
 * What Alertmanager will see of an alert's labels: those of its series, those of its rule, its name, and the external labels
 * of Prometheus where the alert itself has none of that name.
 */
export function knownLabels(
  alert: AlertModel,
  { prometheus }: { readonly prometheus: Pick<Platform["prometheus"], "externalLabels"> },
): KnownLabels {
  const known = new Map(
    Object.entries(prometheus.externalLabels).map(([label, text]) => [label, only(text)]),
  );
  for (const [label, value] of ownLabels(alert)) {
    // An empty value is no label: a rule takes a label away by it.
    const isEmpty = valuesOf(value)?.every((text) => text === "") ?? false;
    if (!isEmpty) known.set(label, filledIn(value, prometheus.externalLabels[label]));
  }
  return known;
}

/** Where some series lack the label, the external one takes its place. */
function filledIn(value: KnownValue, external: string | undefined): KnownValue {
  if (value.kind !== "some" || external === undefined) return value;
  return { kind: "some", values: value.values.map((text) => (text === "" ? external : text)) };
}

/** The labels of the series, replaced by those of the rule. */
function ownLabels({ alertname, labels, analysis }: AlertModel): ReadonlyMap<string, KnownValue> {
  const own = new Map<string, KnownValue>();
  for (const [label, spec] of analysis.type.labels ?? []) own.set(label, knownValue(spec));
  for (const [label, text] of Object.entries(labels)) own.set(label, written(text));
  return own.set("alertname", only(alertname));
}

/** Labels of rules are templates: what one gives is known only when the alert fires. */
function written(text: string): KnownValue {
  return text.includes("{{") ? { kind: "any" } : only(text);
}

function knownValue(spec: LabelSpec): KnownValue {
  if (spec === "*" || spec instanceof RegExp) return { kind: "any" };
  const [first, ...others] = spec;
  return first !== undefined && others.length === 0 ? only(first) : { kind: "some", values: spec };
}

function only(value: string): KnownValue {
  return { kind: "one", value };
}
