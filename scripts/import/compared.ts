import { meaning } from "../../generators/import/proof/same-meaning.ts";
import type { InputRule } from "../../generators/import/input/input-rule.ts";
import { durationInMs } from "../../generators/language/duration.ts";
import type { AlertModel, RecordingModel } from "../../generators/model/rule-model.ts";
import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { compareText } from "../../generators/text/order.ts";
import type { WordedRule } from "./worded-rule.ts";

/** Something in which a rule that was written is another one than that of the input. */
export interface ImportedDifference {
  readonly rule: InputRule;
  readonly what: string;
  readonly was: string;
  readonly is: string;
}

/** Compares what was built with what was read, rule by rule, the expressions as trees. */
export function differencesOf(
  rules: readonly WordedRule[],
  model: TestedModel,
  service: string,
): readonly ImportedDifference[] {
  return rules.flatMap(({ rule, exported }) => {
    const built = builtRule(rule, exported, model, service);
    if (!built) return [{ rule, what: "the rule", was: rule.name, is: "not there" }];
    return factsOf(rule, built).flatMap(([what, was, is]) => (was === is ? [] : [{ rule, what, was, is }]));
  });
}

function builtRule(
  { kind, name, labels }: InputRule,
  exported: string,
  { alerts, recordings }: TestedModel,
  service: string,
): AlertModel | RecordingModel | undefined {
  if (kind === "alert") return alerts.find((one) => one.name === exported && one.service === service);
  const isSame = (own: Readonly<Record<string, string>>) => labelsText(own) === labelsText(labels);
  return recordings.find((one) => one.name === name && one.service === service && isSame(one.labels));
}

type Fact = readonly [what: string, was: string, is: string];

function factsOf(rule: InputRule, built: AlertModel | RecordingModel): Fact[] {
  const expr: Fact = ["the expression", meaning(rule.node), meaning(built.node)];
  if (built.kind === "recording") return [expr];
  return [
    expr,
    ["its name", rule.name, built.alertname],
    ["for", msText(rule.for), String(built.forMs)],
    ["keep_firing_for", msText(rule.keepFiringFor), msText(built.keepFiringFor)],
    ["its labels", labelsText(rule.labels), labelsText(withoutAdded(built.labels, rule.labels))],
  ];
}

function msText(duration: string | undefined): string {
  return String(duration === undefined ? 0 : durationInMs(duration));
}

/** Each alert gets a service and a component, which only add to what others said. */
function withoutAdded(
  labels: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const isAdded = (name: string) => ["service", "component"].includes(name) && wanted[name] === undefined;
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !isAdded(name)));
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => compareText(a, b));
  return sorted.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(", ");
}
