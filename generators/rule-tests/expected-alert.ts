import type { AlertModel } from "../model/rule-model.ts";
import { renderTemplate, saysValue } from "../text/render-template.ts";
import type { ExpectedAlert } from "./test-file.ts";
import { amountIn, amountOf } from "../language/quantity.ts";
import type { Given } from "../language/given.ts";
import type { Scenario } from "../language/scenario.ts";
import { convert, dimensionOf, isScaledUnit } from "../language/unit-scale.ts";

/** What a firing alert carries, or the template that cannot be worked out. */
export type Expectation =
  | { readonly alert: ExpectedAlert }
  | { readonly unsupported: { readonly where: string; readonly what: string } }
  | { readonly unknownValue: string };

/**
 * The labels and annotations of a firing alert, rendered.
 *
 * @param series labels of what fires
 * @param value undefined: not known, which matters only where a template says it
 */
export function expectedAlert(
  alert: AlertModel,
  series: Readonly<Record<string, string>>,
  value: number | undefined,
): Expectation {
  const rendered: Record<"labels" | "annotations", Record<string, string>> = { labels: {}, annotations: {} };
  for (const part of ["labels", "annotations"] as const) {
    for (const [name, template] of Object.entries(alert[part])) {
      if (value === undefined && saysValue(template)) return { unknownValue: name };
      const result = renderTemplate(template, { labels: series, value: value ?? NaN });
      if ("unsupported" in result) return { unsupported: { where: name, what: result.unsupported } };
      rendered[part][name] = result.text;
    }
  }
  // A label of the rule replaces that of the series, and an empty one is none.
  const labels = Object.entries({ ...series, ...rendered.labels }).filter(([, text]) => text !== "");
  return { alert: { exp_labels: Object.fromEntries(labels), exp_annotations: rendered.annotations } };
}

/**
 * The value that the alert says while it fires: what the scenario says, or the level of the only thing given that changes.
 *
 * Undefined where that is not known.
 */
export function expectedValue({ given, value: says }: Scenario, alert: AlertModel): number | undefined {
  const unit = alert.valueUnit;
  if (says !== undefined) return plainNumber(says, unit);
  const [changing, ...others] = given.filter(givenChanges);
  if (!changing) return given.length === 0 ? 1 : undefined;
  return others.length === 0 ? levelIn(changing, unit) : undefined;
}

/** A number, or a quantity, in this unit. */
export function plainNumber(amount: unknown, unit: string): number | undefined {
  if (typeof amount === "number") return amount;
  const quantity = amountOf(amount);
  if (!quantity) return undefined;
  const { value, factors } = amountIn(quantity, unit);
  return factors.reduce((product, factor) => product * factor, value);
}

/** Whether what is given is different when the alert fires. */
export function givenChanges(given: Given): boolean {
  switch (given.kind) {
    case "restarts":
      return true;
    case "follows":
      return given.samples.ok.join() !== given.samples.firing.join();
    case "grows":
      return given.levels.ok !== given.levels.firing || given.from?.ok !== given.from?.firing;
    default:
      return given.levels.ok !== given.levels.firing;
  }
}

function levelIn(given: Given, unit: string): number | undefined {
  if (given.kind === "restarts" || given.kind === "follows") return undefined;
  const level = given.levels.firing;
  // What is missing fires by absent(), which gives 1.
  if (level === "missing") return 1;
  const from = given.kind === "share" ? "ratio" : given.kind === "time left" ? "seconds" : given.unit;
  if (!isScaledUnit(unit) || !isScaledUnit(from)) return level;
  return dimensionOf(unit) === dimensionOf(from) ? convert(level, from, unit) : undefined;
}
