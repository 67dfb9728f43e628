import { inOrderOf } from "../model/lookups.ts";
import type { Model } from "../model/model.ts";
import type { RecordingModel } from "../model/rule-model.ts";
import { greatestCommonDivisor } from "./timeline.ts";
import { ruleTestFrom, type WorkedOutTest } from "./rule-test.ts";
import { testsOfExample } from "./tests-of-example.ts";
import { neededRecordings } from "./reads.ts";
import { everyMsOf, givenMetrics, setupOf } from "./setup.ts";

/** The rule test of a recording: tests of each of its examples, on the rules that are deployed. */
export function ruleTestOfRecording(recording: RecordingModel, model: Model): WorkedOutTest {
  const { examples } = recording;
  const played = givenMetrics(examples.flatMap(({ given }) => given));
  const needed = neededRecordings(recording, model, played);
  // As the model has them: what a recording reads comes before it.
  const rules = inOrderOf(model, [recording, ...needed]);
  const everyMs = everyMsOf(rules, model);
  const facts = { after: undefined, rules, forMs: 0, keepFiringForMs: 0, everyMs };
  const steps = examples.map(({ given }) => setupOf({ ...facts, given }, model).stepMs);
  const stepMs = Math.max(greatestCommonDivisor(steps), everyMs);
  const parts = examples.map((example, index) => {
    const prefix = examples.length > 1 ? `example ${index + 1}: ` : "";
    const setup = setupOf({ ...facts, given: example.given }, model, stepMs);
    return testsOfExample({ recording, example, setup, prefix, model });
  });
  return ruleTestFrom(recording, { rules, stepMs, parts, withoutParts: withoutExample(recording) }, model);
}

function withoutExample({ open }: RecordingModel) {
  return open === undefined ? noExample : { ...noExample, message: `leaves its example open: ${open}` };
}

const noExample = {
  message: "has no example, so no test checks its value",
  fix: "add one: example: { given: [holds(series, …)], expect: … }",
};
