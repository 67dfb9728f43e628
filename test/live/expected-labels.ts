import type { AlertModel } from "../../generators/model/rule-model.ts";
import { ruleTestOfAlert } from "../../generators/rule-tests/test-of-alert.ts";
import type { Model } from "../../generators/model/model.ts";

/** The labels of the alert in its rule test. Of some the simulated stack has other values: instances, and what may be called anything. */
function testedLabels(alert: AlertModel, model: Model): Readonly<Record<string, string>> {
  const tests = ruleTestOfAlert(alert, model).testFile.tests.flatMap((test) => test.alert_rule_test ?? []);
  return tests.flatMap(({ exp_alerts }) => exp_alerts)[0]?.exp_labels ?? {};
}

/** What is wrong with the labels that an alert arrives with: they are those that were tested, and of a target that there is. */
export function wrongLabels(
  alert: AlertModel,
  labels: Readonly<Record<string, string>>,
  model: Model,
): string[] {
  const added = { ...model.platform.prometheus.externalLabels, ...alert.labels, alertname: alert.name };
  const names = new Set([...Object.keys(testedLabels(alert, model)), ...Object.keys(added)]);
  const strange = Object.keys(labels).filter((name) => !names.has(name));
  const missing = [...names].filter((name) => labels[name] === undefined);
  const changed = Object.entries(added).filter(([name, value]) => labels[name] !== value);
  const { job, instance } = labels;
  const isTarget = model.jobs.some(
    ({ name, targets }) => (job ?? name) === name && targets.some((target) => target.instance === instance),
  );
  return [
    ...strange.map((name) => `${name} is not expected`),
    ...missing.map((name) => `${name} is missing`),
    ...changed.map(([name, value]) => `${name} is ${labels[name] ?? "missing"} and not ${value}`),
    ...(instance === undefined || isTarget ? [] : [`no target of ${job ?? "any job"} is ${instance}`]),
  ];
}
