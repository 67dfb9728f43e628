import type { Place } from "../../../language/place.ts";
import type { Model } from "../../../model/model.ts";
import { fileNameOf } from "../../../rule-tests/rule-test.ts";
import { isOfRuleTests, isRuleTest, ruleOfFile, testedRules } from "../tested-rules.ts";
import type { FileFinding } from "../../validation/finding.ts";
import type { ProgramAnswer, ProgramCall, ProgramValidator } from "../../validation/program.ts";
import { counted } from "../../validation/subject.ts";

/** The tests of all rules, and whether they test what is deployed. */
export const ruleTests: ProgramValidator = {
  id: "rule-tests",
  what: "rule tests",
  by: "program",
  program: "promtool",
  covers: isOfRuleTests,
  *validate({ paths, files, model }, { sideBySide }) {
    const tests = paths.filter(isRuleTest);
    const batches = shared(tests, sideBySide);
    const ofBatches = yield batches.map(testCall);
    const failed = batches.flatMap((batch, index) => {
      const answer = ofBatches[index];
      return answer === undefined || answer.code === 0 ? [] : [{ batch, answer }];
    });
    // promtool does not say which file a failure is of; where there is one, each file is asked by itself.
    const suspects = failed.flatMap(({ batch }) => batch);
    const ofFiles = yield suspects.map((path) => testCall([path]));
    const alone = new Map(suspects.map((path, index) => [path, ofFiles[index]]));
    const findings = failed.flatMap(({ batch, answer }) => {
      const found = batch.flatMap((path) => failuresOf(path, alone.get(path)));
      return found.length > 0 ? found : [onlyTogether(batch, answer)];
    });
    return {
      checked: counted(tests.length, "rule"),
      findings: [...testedRules(files), ...findings].map((finding) => ({
        ...finding,
        place: placeOfTest(finding.path, model),
      })),
    };
  },
};

function testCall(paths: readonly string[]): ProgramCall {
  return { args: ["test", "rules", ...paths] };
}

/** As many lists of about the same length, without empty ones: promtool uses one processor, and takes long to start. */
function shared(paths: readonly string[], count: number): string[][] {
  const lists = Array.from({ length: count }, (_, place) =>
    paths.filter((__, index) => index % count === place),
  );
  return lists.filter(({ length }) => length > 0);
}

function failuresOf(path: string, answer: ProgramAnswer | undefined): FileFinding[] {
  if (answer === undefined || answer.code === 0) return [];
  return ruleTestFailures(answer.stderr).map(({ test, message }) => ({
    path,
    message: test === undefined ? message : `"${test}" fails: ${message}`,
    fix: fixOfTest(test, path),
  }));
}

function onlyTogether([path = ""]: readonly string[], { stderr }: ProgramAnswer): FileFinding {
  return { path, message: `it fails only when it is run together with others: ${stderr.trim()}` };
}

/** Where the rule is defined that a test file is about. */
function placeOfTest(path: string, { alerts, recordings }: Model): Place | undefined {
  const name = ruleOfFile(path);
  return [...alerts, ...recordings].find((rule) => fileNameOf(rule) === name)?.place;
}

/** One thing that promtool expected of a rule, and what it saw. */
interface RuleTestFailure {
  /** Undefined where promtool does not say. */
  readonly test: string | undefined;
  readonly message: string;
}

/** Shorter than a screen: what else is wrong is seen once this is fixed. */
const longest = 600;

/** Reads what `promtool test rules` prints of one file that fails: the first failure of each test, and how many more it has. */
function ruleTestFailures(output: string): RuleTestFailure[] {
  const body = output.replace(/^[\s\S]*?FAILED:\n/, "");
  // Every failure begins with what was asked: an alert at a point in time, or an expression.
  const starts = [...body.matchAll(/^ {4}(?:name: (.*),\n {4})?(?:alertname: |expr: )/gm)];
  let test: string | undefined;
  const failures = starts.map((start, index) => {
    test = start[1] ?? test;
    return { test, message: shortened(body.slice(start.index, starts[index + 1]?.index)) };
  });
  return failures.length > 0 ? firstOfEach(failures) : [{ test: undefined, message: shortened(body) }];
}

/** A test looks several times, and a rule that is wrong once is mostly wrong at other times: the first failure is enough. */
function firstOfEach(failures: readonly RuleTestFailure[]): RuleTestFailure[] {
  return failures.flatMap(({ test, message }, index) => {
    const [first, ...more] = failures.flatMap((other, place) => (other.test === test ? [place] : []));
    if (test === undefined || more.length === 0) return [{ test, message }];
    return index === first ? [{ test, message: `${message} (and ${more.length} more in this test)` }] : [];
  });
}

function shortened(text: string): string {
  const line = text
    .replace(/^ {4}name: .*,\n/, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
}

/** What to do about a test that fails, by the end of its name: what the test shows says what is most likely wrong. */
const fixByName: readonly (readonly [ending: string, fix: string])[] = [
  [
    "a number, or none, without traffic",
    "without traffic the recording is NaN: filter the quantile, or what it divides by, with .gt(0).series()",
  ],
  [
    "has its value",
    "fix the recording or its example; if they differ only in the last digits, use rounder levels, and for a histogram none in its lowest bucket",
  ],
  [
    "silent when all is well",
    "it fires while all is well: fix the threshold of the rule, or `ok` of its scenario",
  ],
  ["silent at the limit", "it fires at `limit`: fix the threshold of the rule, how it compares, or `limit`"],
  [
    "fires, then resolves",
    "fix the rule or its scenario; if it only fires sooner or later than expected, say in `after` how long it takes until the condition is met",
  ],
];

/** The fix of a test of a rule, with the command that repeats it. */
export function fixOfTest(test: string | undefined, path: string): string {
  const [, fix = "fix the rule or its scenario"] = fixByName.find(([ending]) => test?.endsWith(ending)) ?? [];
  return `${fix}: promtool test rules out/prometheus/tests/${path.split("/").at(-1)}`;
}
