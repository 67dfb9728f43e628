import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { filesOfEach, type Files } from "../../generators/output.ts";
import { prometheusAlerts } from "../../generators/targets/prometheus/alerts.ts";
import { prometheusRecordings } from "../../generators/targets/prometheus/recordings.ts";
import { prometheusTests } from "../../generators/targets/prometheus/tests.ts";
import { ruleTests } from "../../generators/targets/prometheus/validators/rule-tests.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { model as everyShape } from "../rule-tests/every-shape.ts";
import { nothingKnown } from "../../scripts/validate/known.ts";
import { lay } from "./lay.ts";
import { resultOf } from "./result-of.ts";

const model = testedModel(everyShape);
const files = {
  ...prometheusAlerts(model),
  ...prometheusRecordings(model),
  ...filesOfEach(prometheusTests, model),
};
const slice = "prometheus/tests/rules/Below.yml";
const tests = "prometheus/tests/Below.test.yml";
const below = model.alerts.find(({ name }) => name === "Below");

// In one folder, so that a rule that no test has changed is tested only once.
const outFolder = mkdtempSync(join(tmpdir(), "signalbox-test-"));
afterAll(() => rmSync(outFolder, { recursive: true, force: true }));
const known = nothingKnown();
let before: Files = {};

/** What the validator says of these files. */
function validated(changed: Files, of = model) {
  lay(changed, outFolder, before);
  before = changed;
  return resultOf(ruleTests, { model: of, outFolder, files: changed }, known);
}

/** The files with a part of one of them replaced, which must be there. */
function changed(path: string, from: string, to: string): Files {
  const text = files[path] ?? "";
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return { ...files, [path]: text.replace(from, to) };
}

function without(path: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([other]) => other !== path));
}

test("it covers the tests and the rules that they test, and no other files", () => {
  const covered = Object.keys(files).filter(ruleTests.covers);
  expect(covered).toEqual(Object.keys(filesOfEach(prometheusTests, model)));
  expect(covered).toContain("prometheus/tests/instance.shop_requests.rate5m.test.yml");
});

test("what was generated holds", async () => {
  const rules = model.alerts.length + model.recordings.length;
  expect(await validated(files)).toEqual({ checked: `${rules} rules`, problems: [] });
});

test("a rule that fires too early is reported at its definition, with what promtool expected and got", async () => {
  const wrong = changed(slice, "< 45", "< 46");
  const deployed = changed(
    "prometheus/alerts.yml",
    'last_over_time(shop_load{job="shop-api"}[45s]) < 45',
    'last_over_time(shop_load{job="shop-api"}[45s]) < 46',
  );
  const both = { ...wrong, "prometheus/alerts.yml": deployed["prometheus/alerts.yml"] ?? "" };
  const { problems } = await validated(both);
  expect(problems.length).toBeGreaterThan(0);
  for (const { check, place } of problems) expect([check, place]).toEqual(["rule-tests", below?.place]);
  const [first] = problems;
  expect(first?.message).toMatch(
    /^out\/prometheus\/tests\/Below\.test\.yml: "silent at the limit" fails: after \S+ expected no alert, got the alert "/,
  );
  expect(first?.fix).toBe(
    "it fires at `limit`: fix the threshold of the rule, how it compares, or `limit`: signalbox validate --rule Below",
  );
  // promtool looks several times during a test: one problem covers them all.
  const tests = problems.map(({ message }) => /"([^"]*)" fails/.exec(message)?.[1]);
  expect(new Set(tests).size).toBe(tests.length);
  expect(first?.message).toMatch(/ \(and \d+ more in this test\)$/);
});

test("of several scenarios it is said which one fails, and what it gives", async () => {
  const alerts = everyShape.alerts.map((alert) =>
    alert.name === "Below" ? { ...alert, scenarios: [...alert.scenarios, ...alert.scenarios] } : alert,
  );
  const several = testedModel({ ...everyShape, alerts });
  const own = { ...files, ...filesOfEach(prometheusTests, several) };
  const wrong = { ...own, [tests]: (own[tests] ?? "").replaceAll(/impact: .*/g, "impact: x") };
  const { problems } = await validated(wrong, several);
  const failing = problems
    .map(({ message }) => message)
    // Those in which two instances fire have the same mistake.
    .filter((message) => !message.includes("says of each instance"));
  expect(problems).toHaveLength(4);
  expect(failing).toHaveLength(2);
  for (const [index, message] of failing.entries()) {
    expect(message).toContain(
      `: "scenario ${index + 1}: fires, then resolves" fails, given holds(shop_load, 44`,
    );
    expect(message).toMatch(/\): after \S+ expected impact "x", got "/);
  }
});

test.each([
  [
    "a tested rule that is not the deployed one",
    () =>
      changed(
        "prometheus/alerts.yml",
        'last_over_time(shop_load{job="shop-api"}[45s]) < 45',
        'last_over_time(shop_load{job="shop-api"}[45s]) < 46',
      ),
    `out/${slice}: the tested rule "Below" differs from the deployed one`,
  ],
  ["a rule that nothing tests", () => without(tests), 'rule "Below" has no test'],
  [
    "a test that loads no rules, of which promtool only warns",
    () => without(slice),
    `out/${tests}: it does not load rule "Below"`,
  ],
  [
    "a test that expects nothing",
    () => ({
      ...files,
      [tests]: "rule_files: [rules/Below.yml]\nevaluation_interval: 30s\ntests: []\n",
    }),
    `out/${tests}: no test checks rule "Below"`,
  ],
  ["a test that promtool cannot read", () => changed(tests, "alertname:", "alertnam:"), "alertnam"],
])("%s is reported", async (_, change, message) => {
  const { problems } = await validated(change());
  expect(problems.map((problem) => problem.message)).toContainEqual(expect.stringContaining(message));
});
