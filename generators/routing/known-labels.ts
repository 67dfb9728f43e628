import type { LabelSpec } from "../../definitions/language/label.ts";
import type { Platform } from "../../definitions/language/platform.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { KnownLabels, KnownValue } from "./alert-matcher.ts";

/**
 * What Alertmanager will see of an alert's labels: those of its series, those of its rule, its name, and the external labels
 * of Prometheus where the alert itself has none of that name.
 */
export function knownLabels(alert: AlertModel, { prometheus }: Pick<Platform, "prometheus">): KnownLabels {
  const series = [...(alert.analysis.type.labels ?? [])].map(([label, spec]) => [label, valueOf(spec)] as const);
  const rule = Object.entries({ ...alert.labels, alertname: alert.name });
  const own = new Map<string, KnownValue>([...series, ...rule.map(([label, text]) => [label, written(text)] as const)]);
  // An empty value is no label: a rule takes a label away by it.
  const present = [...own].filter(([, value]) => value.kind === "any" || value.values.some((text) => text !== ""));
  const external = Object.entries(prometheus.externalLabels).map(([label, text]) => [label, only(text)] as const);
  return new Map([...external, ...present]);
}

/** Labels of rules are templates: what one gives is known only when the alert rings. */
function written(text: string): KnownValue {
  return text.includes("{{") ? { kind: "any" } : only(text);
}

function only(value: string): KnownValue {
  return { kind: "some", values: [value] };
}

function valueOf(spec: LabelSpec): KnownValue {
  return spec === "*" || spec instanceof RegExp ? { kind: "any" } : { kind: "some", values: spec };
}
