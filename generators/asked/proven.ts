import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";

/** What the test of a rule shows, behind where it stands. */
export function provenBy(rule: AlertModel | RecordingModel, { ruleTests }: TestedModel): readonly string[] {
  const test = ruleTests.find((one) => one.rule === rule);
  if (!test || test.shows.length === 0) return [];
  const waived = Object.entries(rule.equivalentMutants).map(
    ([id, reason]) => `waived mutant ${id}: ${reason}`,
  );
  return [`out/prometheus/tests/${test.fileName}.test.yml`, ...test.shows, ...waived];
}
