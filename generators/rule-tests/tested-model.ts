import type { Model } from "../model/model.ts";
import type { RuleTest } from "./rule-test.ts";
import { ruleTestOfAlert } from "./test-of-alert.ts";
import { ruleTestOfRecording } from "./test-of-recording.ts";

/** A model with the tests of its rules, which checks and outputs both need and which take the longest to make. */
export interface TestedModel extends Model {
  /** Of the recordings, then of the alerts. */
  readonly ruleTests: readonly RuleTest[];
}

/** The model with its rule tests: made once, for all who read them. */
export function testedModel(model: Model): TestedModel {
  return { ...model, ruleTests: ruleTestsOf(model) };
}

/** The tests of all rules: of the recordings, then of the alerts. */
export function ruleTestsOf(model: Model): RuleTest[] {
  return [
    ...model.recordings.map((recording) => ruleTestOfRecording(recording, model)),
    ...model.alerts.map((alert) => ruleTestOfAlert(alert, model)),
  ];
}
