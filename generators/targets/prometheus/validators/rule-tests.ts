import type { Model } from "../../../model/model.ts";
import type { AlertModel, RecordingModel } from "../../../model/rule-model.ts";
import type { Files } from "../../../output.ts";
import { givenText } from "../../../rule-tests/given-text.ts";
import type { Situation } from "../../../series/series.ts";
import { failureIn, saysWhatFails } from "../rule-test-failures.ts";
import { fileNameOf } from "../../../rule-tests/rule-test.ts";
import { isOfRuleTests, isRuleTest, ruleOfFile, testedRules, testNames } from "../tested-rules.ts";
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
    const ofBatches = yield batches.map((batch) => testCall(batch));
    const failed = batches.flatMap((batch, index) => {
      const answer = ofBatches[index];
      return answer === undefined || answer.code === 0 ? [] : [{ batch, answer }];
    });
    // promtool does not say which file a failure is of, nor mostly which test: where there is one, each is asked by itself.
    const doubtful = failed.flatMap(({ batch }) => batch);
    const ofFiles = yield doubtful.map((path) => testCall([path]));
    const suspects = doubtful.flatMap((path, index) => suspectsIn(path, ofFiles[index], files));
    const alone = yield suspects.map(({ path, test }) => testCall([path], test));
    const found = suspects.flatMap((suspect, index) => failureOf(suspect, alone[index], model));
    const findings = failed.flatMap(({ batch, answer }) => {
      const own = found.filter(({ path }) => batch.includes(path));
      return own.length > 0 ? own : [onlyTogether(batch, answer)];
    });
    return {
      checked: counted(tests.length, "rule"),
      findings: [...testedRules(files), ...findings].map((finding) => ({
        ...finding,
        place: ruleOf(finding.path, model)?.place,
      })),
    };
  },
};

function testCall(paths: readonly string[], test?: string): ProgramCall {
  const only = test === undefined ? [] : [`--run=^${escaped(test)}$`];
  return { args: ["test", "rules", ...only, ...paths] };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A test in a file; without a name where the file cannot be read. */
interface Suspect {
  readonly path: string;
  readonly test: string | undefined;
}

function suspectsIn(path: string, answer: ProgramAnswer | undefined, files: Files): Suspect[] {
  if (answer === undefined || answer.code === 0) return [];
  const names = saysWhatFails(answer.stderr) ? testNames(files, path) : [];
  return names.length === 0 ? [{ path, test: undefined }] : names.map((test) => ({ path, test }));
}

/** As many lists of about the same length, without empty ones: promtool uses one processor, and takes long to start. */
function shared(paths: readonly string[], count: number): string[][] {
  const lists = Array.from({ length: count }, (_, place) =>
    paths.filter((__, index) => index % count === place),
  );
  return lists.filter(({ length }) => length > 0);
}

function failureOf({ path, test }: Suspect, answer: ProgramAnswer | undefined, model: Model): FileFinding[] {
  if (answer === undefined || answer.code === 0) return [];
  const rule = ruleOf(path, model);
  const failure = failureIn(answer.stderr, rule);
  const message = test === undefined ? failure : `"${test}" fails${givenIn(test, rule)}: ${failure}`;
  return [{ path, message, fix: fixOfTest(test, path) }];
}

/** What the example or the scenario of a test gives, where the rule has several. */
function givenIn(test: string, rule: AlertModel | RecordingModel | undefined): string {
  const [, number] = /^(?:example|scenario) (\d+): /.exec(test) ?? [];
  if (number === undefined || !rule) return "";
  const list = rule.kind === "alert" ? rule.scenarios : rule.examples;
  const given = list[Number(number) - 1]?.given ?? [];
  const situation = situationOf(test);
  const texts = given.map((one) => givenText(one, situation));
  return texts.length === 0 ? "" : `, given ${texts.join(" and ")}`;
}

/** What the series do in a test, by the end of its name. */
function situationOf(test: string): Situation {
  if (test.endsWith("silent at the limit")) return "limit";
  return test.includes("silent") ? "ok" : "firing";
}

function onlyTogether([path = ""]: readonly string[], { stderr }: ProgramAnswer): FileFinding {
  return { path, message: `it fails only when it is run together with others: ${stderr.trim()}` };
}

/** The rule that a test file is about. */
function ruleOf(path: string, { alerts, recordings }: Model): AlertModel | RecordingModel | undefined {
  const name = ruleOfFile(path);
  return [...alerts, ...recordings].find((rule) => fileNameOf(rule) === name);
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
