import type { Scenario } from "../language/scenario.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { aggregationNamed } from "../promql/aggregations.ts";
import type { LabelMap } from "../promql/expression-type.ts";
import type { VectorElement } from "../promql/evaluate/value.ts";
import { functionNamed } from "../promql/functions.ts";
import { quantityCode } from "../text/quantity-code.ts";
import { saysValue } from "../text/render-template.ts";
import { expectedAlert, expectedValue, plainNumber, type Expectation } from "./expected-alert.ts";
import { resultLabels } from "./expected-labels.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import type { TestSeries } from "./test-series.ts";

export interface ExpectedFacts {
  readonly alert: AlertModel;
  readonly scenario: Scenario;
  /** What the labels of the result can be, and the series that they come from. */
  readonly labels: LabelMap;
  readonly series: readonly TestSeries[];
  /** What the expression gives when the alert fires; undefined: not known. */
  readonly element: VectorElement | undefined;
}

/** What fires: what its author says of it, and of the rest what the expression gives. */
export function expectedOf(facts: ExpectedFacts): Expectation {
  const { alert, scenario, labels, series, element } = facts;
  const found = element?.labels ?? resultLabels(labels, series);
  return expectedAlert(alert, { ...found, ...scenario.labels }, valueOf(facts));
}

function valueOf({ alert, scenario, element }: ExpectedFacts): number | undefined {
  const known = expectedValue(scenario, alert);
  if (scenario.value !== undefined || !element) return known;
  // A level has no noise in its last digits.
  return known !== undefined && isAlike(known, element.value) ? known : element.value;
}

/** Whether two values differ by no more than this part of them; left out: than the noise of binary fractions. */
export function isAlike(a: number, b: number, tolerance = 1e-9): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

/** What a scenario says of the value or of a label, and the expression does not give. */
export function misstated(facts: ExpectedFacts): RuleTestComplaint[] {
  return [
    ...misstatedValue(facts),
    ...misstatedLabels(facts.scenario.labels, facts.element, "scenario"),
    ...unknownLabels(facts),
  ];
}

function misstatedValue({ alert, scenario, element }: ExpectedFacts): RuleTestComplaint[] {
  const said = plainNumber(scenario.value, alert.valueUnit);
  if (said === undefined || !element || isAlike(said, element.value)) return [];
  const shown = (value: number) => JSON.stringify(expectedAlert(alert, element.labels, value));
  if (shown(said) === shown(element.value)) return [];
  const codeOf = (value: number) => quantityCode(value, alert.valueUnit).code;
  const right = codeOf(shortest(element.value, shown));
  const message = `has value: ${codeOf(said)} in its scenario, but when it starts to fire the value is ${right}`;
  return [{ message, fix: `write value: ${right}, or leave value out` }];
}

/** The fewest digits that its texts show alike. */
function shortest(value: number, shown: (value: number) => string): number {
  const wanted = shown(value);
  for (let digits = 3; digits < 15; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (shown(short) === wanted) return short;
  }
  return value;
}

/** What a scenario or an example says of labels, and the expression does not give. */
export function misstatedLabels(
  stated: Scenario["labels"],
  element: VectorElement | undefined,
  where: "scenario" | "example",
): RuleTestComplaint[] {
  if (!element) return [];
  return Object.entries(stated ?? {}).flatMap(([name, said]) => {
    const given = element.labels[name] ?? "";
    if (given === said) return [];
    const message = `has the label ${name} ${JSON.stringify(said)} in its ${where}, but its expression gives ${JSON.stringify(given)}`;
    return [{ message, fix: `write labels: { ${name}: ${JSON.stringify(given)} }, or leave it out` }];
  });
}

/** Labels that no series has: the expression makes them. */
function unknownLabels({ alert, scenario, labels, series, element }: ExpectedFacts): RuleTestComplaint[] {
  if (element || !makesLabels(alert)) return [];
  const known = { ...resultLabels(labels, series), ...scenario.labels };
  const [name] = [...labels.keys()].filter((label) => known[label] === undefined);
  if (name === undefined) return [];
  const message = `has the label ${name}, which its expression makes in a way that cannot be worked out`;
  return [{ message, fix: `add what it is to its scenario: labels: { ${name}: "…" }` }];
}

/** Whether an expression makes labels that its series do not have. */
export function makesLabels({ analysis }: Pick<AlertModel | RecordingModel, "analysis">): boolean {
  const { functions, aggregations } = analysis;
  return (
    functions.some(({ name }) => functionNamed(name)?.labels === "rewritten") ||
    aggregations.some(({ op }) => aggregationNamed(op)?.labels === "counted")
  );
}

/** Whether the texts or labels of an alert show its value. */
export function showsValue({ labels, annotations }: AlertModel): boolean {
  return [...Object.values(labels), ...Object.values(annotations)].some(saysValue);
}
