import type { AlertModel, RecordingModel } from "../../model/rule-model.ts";
import { fileNameOf } from "../../rule-tests/rule-test.ts";
import { mixesRecorded, withAddedLabel } from "../../rule-tests/with-added-label.ts";
import type { Files } from "../../output.ts";
import type { FileFinding } from "../validation/finding.ts";
import type { ProgramAnswer, ProgramCall } from "../validation/program.ts";
import type { OwnSubject } from "../validation/subject.ts";
import { failuresIn } from "./rule-test-failures.ts";
import { cpuLimitOf } from "./rule-test-cost.ts";

type Rule = AlertModel | RecordingModel;

/** The test of a rule that is run once more, in a folder of its own. */
interface LabelledTest {
  readonly rule: Rule;
  readonly path: string;
  readonly files: Files;
}

/**
 * Runs the test of each rule in which what is recorded meets what is not once more, with a label added to what is recorded, as a group's
 * `labels` or a ruler add one: its result must be the same but for that label.
 *
 * Only tests that pass as they are: what else is wrong with one is reported already.
 */
export function* labelledRuleTests(
  subject: OwnSubject,
  failed: ReadonlySet<string>,
): Generator<readonly ProgramCall[], FileFinding[], readonly ProgramAnswer[]> {
  const tests = labelledTests(subject).filter(({ path }) => !failed.has(path));
  if (tests.length === 0) return [];
  // A start takes longer than a test: only where something fails is each asked by itself.
  const [together] = yield [callOf(tests)];
  if (together?.code === 0) return [];
  const answers = yield tests.map((one) => callOf([one]));
  return tests.flatMap((one, index) => findingsOf(one, answers[index]));
}

function labelledTests({ files, paths, model }: OwnSubject): LabelledTest[] {
  return [...model.recordings, ...model.alerts].filter(mixesRecorded).flatMap((rule) => {
    const path = `prometheus/tests/${fileNameOf(rule)}.test.yml`;
    const ruleFile = `rules/${fileNameOf(rule)}.yml`;
    const [test, rules] = [files[path], files[`prometheus/tests/${ruleFile}`]];
    if (!paths.includes(path) || test === undefined || rules === undefined) return [];
    const labelled = withAddedLabel({ test, rules }, rule, model);
    return [{ rule, path, files: { [fileOf(path)]: labelled.test, [ruleFile]: labelled.rules } }];
  });
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function callOf(tests: readonly LabelledTest[]): ProgramCall {
  const folder: Files = Object.assign({}, ...tests.map(({ files }) => files));
  const names = tests.map(({ path }) => fileOf(path));
  const limits = names.map((name) => cpuLimitOf(name, folder));
  return {
    args: ["test", "rules", ...names],
    folder,
    reads: [],
    cpuLimitMs: limits.reduce((sum, ms) => sum + ms, 0),
  };
}

function findingsOf({ rule, path }: LabelledTest, answer: ProgramAnswer | undefined): FileFinding[] {
  if (answer === undefined || answer.code === 0) return [];
  const [first] = failuresIn(answer.stderr, undefined, rule);
  return [
    {
      path,
      message: `with a label added to what is recorded it does something else: ${first?.said ?? answer.stderr}`,
      fix: "where what is recorded meets what is not, aggregate both to the same labels, such as sum by (instance) (recorded): a group's labels, or a ruler, may add more",
    },
  ];
}
