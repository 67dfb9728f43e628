import { formatDuration } from "../language/duration.ts";
import type { Model } from "../model/model.ts";
import type { RecordingModel } from "../model/rule-model.ts";
import { greatestCommonDivisor } from "./timeline.ts";
import { type RuleTest, fileNameOf, ruleSlice } from "./rule-test.ts";
import { testsOfExample } from "./tests-of-example.ts";
import { neededRecordings, readsOf } from "./reads.ts";
import { givenMetrics, setupOf } from "./setup.ts";

/** The rule test of a recording: tests of each of its examples, on the rules that are deployed. */
export function ruleTestOfRecording(recording: RecordingModel, model: Model): RuleTest {
  const { examples } = recording;
  const played = givenMetrics(examples.flatMap(({ given }) => given));
  const needed = neededRecordings(recording, model, played);
  // As the model has them: what a recording reads comes before it.
  const rules = model.recordings.filter((one) => one === recording || needed.includes(one));
  const everyMs = model.groups.find(({ name }) => name === recording.group)?.everyMs ?? 0;
  const facts = { after: undefined, rules, forMs: 0, keepFiringForMs: 0, everyMs };
  const steps = examples.map(({ given }) => setupOf({ ...facts, given }, model).stepMs);
  const stepMs = greatestCommonDivisor(steps) || everyMs;
  const parts = examples.map((example, index) => {
    const prefix = examples.length > 1 ? `example ${index + 1}: ` : "";
    const setup = setupOf({ ...facts, given: example.given }, model, stepMs);
    return testsOfExample({ recording, example, setup: setup, prefix, model });
  });
  const complaints = examples.length === 0 ? [noExample] : parts.flatMap((part) => part.complaints);
  const ruleFile = ruleSlice(rules, model);
  const fileName = fileNameOf(recording);
  return {
    name: recording.name,
    rule: recording,
    fileName,
    ruleFile,
    testFile: {
      rule_files: [`rules/${fileName}.yml`],
      evaluation_interval: formatDuration(stepMs),
      fuzzy_compare: true,
      group_eval_order: ruleFile.groups.map(({ name }) => name),
      tests: complaints.length > 0 ? [] : parts.flatMap(({ tests }) => tests),
    },
    windows: [...new Set(readsOf(rules).flatMap(({ windowMs }) => windowMs ?? []))],
    traces: parts.map(({ trace: trace }) => trace),
    complaints,
  };
}

const noExample = {
  message: "has no example, so no test checks its value",
  fix: "add one: example: { given: [holds(series, …)], expect: … }",
};
