import type { Example } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { RecordingModel } from "../model/rule-model.ts";
import { evaluate } from "../promql/evaluate/evaluate.ts";
import type { VectorElement } from "../promql/evaluate/value.ts";
import { quantityCode } from "../text/quantity-code.ts";
import { courseOf } from "./course.ts";
import { plainNumber } from "./expected-alert.ts";
import { isAlike, makesLabels, misstatedLabels } from "./expected-of-scenario.ts";
import { during, type Phases } from "./phases.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import type { Setup } from "./setup.ts";
import { worldOfSeries } from "./world-of-series.ts";

export interface ExampleFacts {
  readonly recording: RecordingModel;
  readonly example: Example;
  readonly setup: Setup;
  readonly model: Model;
}

/** promtool takes two values for the same that differ by no more. */
const tolerance = 1e-6;

/** What a recording gives in its example, as far as it can be worked out. */
export interface Recorded {
  /** Undefined: not sure. */
  readonly elements: readonly VectorElement[] | undefined;
}

/** @param phases what its series do, and when it is looked at */
export function recordedIn(
  facts: ExampleFacts,
  { phases, atMs }: { readonly phases: Phases; readonly atMs: number },
): Recorded {
  const { recording, setup, model } = facts;
  const { bad, reads, stepMs, isExact } = setup;
  const labelled = (elements: readonly VectorElement[] | undefined) =>
    elements?.map(({ labels, value }) => ({ labels: { ...labels, ...recording.labels }, value }));
  if (isExact && !makesLabels(recording)) {
    const steady = evaluate(recording.node, worldOfSeries(bad, "firing", model.recordings));
    if (steady !== undefined && typeof steady !== "number" && isAsExpected(facts, steady))
      return { elements: labelled(steady) };
  }
  const series = bad.map(during(phases));
  const course = courseOf(recording, reads, { series, stepMs, endMs: atMs }, model);
  return { elements: labelled(course(atMs)) };
}

function isAsExpected({ recording, example }: ExampleFacts, elements: readonly VectorElement[]): boolean {
  const expected = plainNumber(example.expect, recording.unit);
  if (expected === undefined) return elements.length === 0;
  return elements.some(({ value }) => isAlike(value, expected, tolerance));
}

/** What an example says of the value, or of a label, and its recording does not give. */
export function misstatedExample(facts: ExampleFacts, { elements }: Recorded): RuleTestComplaint[] {
  // No example can say what is not a number: whatever makes it one is a problem of its own.
  if (!elements || elements.some(({ value }) => Number.isNaN(value))) return [];
  if (!isAsExpected(facts, elements)) return [misstatedValue(facts, elements)];
  const only = elements.length === 1 ? elements[0] : undefined;
  return misstatedLabels(facts.example.labels, only, "example");
}

function misstatedValue({ recording, example }: ExampleFacts, elements: readonly VectorElement[]) {
  const { unit } = recording;
  const said = plainNumber(example.expect, unit);
  const [first] = elements;
  const codeOf = (value: number | undefined) =>
    value === undefined ? '"missing"' : quantityCode(value, unit).code;
  const right = codeOf(first?.value);
  const wrong = codeOf(said);
  const seen = first ? `gives ${right}` : "gives nothing";
  return {
    message: `expects ${wrong} in its example, but ${seen}`,
    fix: `correct the expression or what is given; if that is its value, write expect: ${right}`,
  };
}
