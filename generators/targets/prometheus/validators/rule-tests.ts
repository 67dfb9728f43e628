import type { Model } from "../../../model/model.ts";
import type { AlertModel, RecordingModel } from "../../../model/rule-model.ts";
import type { Files } from "../../../output.ts";
import { givenText } from "../../../rule-tests/given-text.ts";
import type { Situation } from "../../../series/series.ts";
import { labelledRuleTests } from "../labelled-rule-tests.ts";
import { failuresIn, saysWhatFails } from "../rule-test-failures.ts";
import { limitScene, withinScene } from "../../../rule-tests/alert-cases.ts";
import { fileNameOf } from "../../../rule-tests/rule-test.ts";
import { cpuLimitOf, ruleFilesOf } from "../rule-test-cost.ts";
import { isOfRuleTests, isRuleTest, ruleOfFile, testedRules, testNames } from "../tested-rules.ts";
import type { FileFinding } from "../../validation/finding.ts";
import type { ProgramAnswer, ProgramCall, ProgramValidator } from "../../validation/program.ts";
import { counted, type OwnSubject } from "../../validation/subject.ts";

/** A test that fails: the alert does not fire. */
const wrongTest: ProgramCall = {
  args: ["test", "rules", "wrong.test.yml"],
  folder: {
    "wrong.yml": "groups: [{ name: wrong, rules: [{ alert: Wrong, expr: up == 0 }] }]\n",
    "wrong.test.yml": `rule_files: [wrong.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series: [{ series: up, values: 1x5 }]
    alert_rule_test: [{ eval_time: 5m, alertname: Wrong, exp_alerts: [{ exp_labels: {} }] }]
`,
  },
};

/** The tests of all rules, and whether they test what is deployed. */
export const ruleTests: ProgramValidator = {
  id: "rule-tests",
  what: "rule tests",
  by: "program",
  program: "promtool",
  mustRefuse: [wrongTest],
  covers: isOfRuleTests,
  ahead: testCalls,
  *validate(subject) {
    const { paths, files, model } = subject;
    const tests = paths.filter(isRuleTest);
    const answers = yield testCalls({ paths, files });
    const failed = tests.flatMap((path, index) => failedIn(path, answers[index]));
    // promtool does not say which of several tests in a file a failure is of: each is asked by itself.
    const suspects = failed.flatMap((one) => suspectsIn(one, files));
    const alone = yield suspects.map(({ path, test }) => testCall(path, files, test));
    const found = suspects.flatMap((suspect, index) => findingsOf(suspect, alone[index], model));
    const findings = failed.flatMap(({ path, answer }) => {
      const own = found.filter((finding) => finding.path === path);
      return own.length > 0 ? own : findingsOf({ path, test: onlyTest(files, path) }, answer, model);
    });
    const labelled = yield* labelledRuleTests(subject, new Set(failed.map(({ path }) => path)));
    return {
      checked: counted(tests.length, "rule"),
      findings: [...testedRules(subject), ...findings, ...labelled].map((finding) => ({
        ...finding,
        place: ruleOf(finding.path, model)?.place,
      })),
    };
  },
};

function testCalls({ paths, files }: Pick<OwnSubject, "paths" | "files">): ProgramCall[] {
  return paths.filter(isRuleTest).map((path) => testCall(path, files));
}

/** @param test only this one; left out: all of the file */
function testCall(path: string, files: Files, test?: string): ProgramCall {
  const only = test === undefined ? [] : [`--run=^${escaped(test)}$`];
  const reads = [path, ...ruleFilesOf(files, path)];
  return { args: ["test", "rules", ...only], file: path, reads, cpuLimitMs: cpuLimitOf(path, files) };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A test file that did not pass. */
interface Failed {
  readonly path: string;
  readonly answer: ProgramAnswer;
}

function failedIn(path: string, answer: ProgramAnswer | undefined): Failed[] {
  return answer === undefined || answer.code === 0 ? [] : [{ path, answer }];
}

/** A test in a file; without a name where the file cannot be read. */
interface Suspect {
  readonly path: string;
  readonly test: string | undefined;
}

/** The tests of a file of which it is not known which one fails. */
function suspectsIn({ path, answer }: Failed, files: Files): Suspect[] {
  const names = saysWhatFails(answer.stderr) ? testNames(files, path) : [];
  return names.length > 1 ? names.map((test) => ({ path, test })) : [];
}

function onlyTest(files: Files, path: string): string | undefined {
  const names = testNames(files, path);
  return names.length === 1 ? names[0] : undefined;
}

function findingsOf({ path, test }: Suspect, answer: ProgramAnswer | undefined, model: Model): FileFinding[] {
  if (answer === undefined || answer.code === 0) return [];
  if (answer.endedAfterMs !== undefined) return [tooSlow(path, nameOf(path, model), answer.endedAfterMs)];
  const rule = ruleOf(path, model);
  const name = nameOf(path, model);
  return failuresIn(answer.stderr, test, rule).map(({ scene, said }) => {
    if (scene === undefined) return { path, message: said, fix: fixOfTest(undefined, name) };
    const message = `"${scene.name}" fails${givenIn(scene.name, rule)}: ${said}`;
    return { path, message, fix: fixOfTest(scene.name, name) };
  });
}

function tooSlow(path: string, name: string, ms: number): FileFinding {
  return {
    path,
    message: `it takes promtool more than ${Math.round(ms / 1000)} s of a processor's time, so it was ended`,
    fix: `use shorter windows or offsets in the rule, or read them from a recording that its scenario gives: ${repeatCommand(name)}`,
  };
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
  if (test.includes(limitScene)) return "limit";
  return test.includes("silent") ? "ok" : "firing";
}

/** The rule that a test file is about. */
function ruleOf(path: string, { alerts, recordings }: Model): AlertModel | RecordingModel | undefined {
  const name = ruleOfFile(path);
  return [...alerts, ...recordings].find((rule) => fileNameOf(rule) === name);
}

function nameOf(path: string, model: Model): string {
  return ruleOf(path, model)?.id ?? ruleOfFile(path) ?? path;
}

/** What to do about a test that fails, by what its name ends with, or has: what the test shows says what is most likely wrong. */
const fixByName: readonly (readonly [part: string, fix: string])[] = [
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
  [limitScene, "it fires at `limit`: fix the threshold of the rule, how it compares, or `limit`"],
  [
    withinScene,
    "fix the rule or its scenario; if it only fires later than expected, say in `within` how soon it fires at least once",
  ],
  [
    "fires, then resolves",
    "fix the rule or its scenario; if it only fires later than expected, say in `after` how long it takes at the latest until the condition is met",
  ],
];

/** The fix of a test of a rule, with the command that repeats it. */
export function fixOfTest(test: string | undefined, rule: string): string {
  const [, fix = "fix the rule or its scenario"] = fixByName.find(([part]) => test?.includes(part)) ?? [];
  return `${fix}: ${repeatCommand(rule)}`;
}

/** Needs no tool that is not there: validate finds or fetches it. */
function repeatCommand(name: string): string {
  return `signalbox validate --rule ${name}`;
}
