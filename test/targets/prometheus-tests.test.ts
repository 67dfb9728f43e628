import { parse } from "yaml";
import { expect, test } from "vitest";
import { filesOfEach } from "../../generators/output.ts";
import { prometheusAlerts } from "../../generators/targets/prometheus/alerts.ts";
import { prometheusRecordings } from "../../generators/targets/prometheus/recordings.ts";
import { prometheusTests } from "../../generators/targets/prometheus/tests.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { model as everyShape } from "../rule-tests/every-shape.ts";
import { alertModel } from "./small-rules.ts";

const model = testedModel(everyShape);
const files = filesOfEach(prometheusTests, model);

test("each rule has a file of tests and one of the rules that they need", () => {
  const names = [...model.recordings, ...model.alerts].map(({ name }) => name.replaceAll(":", "."));
  expect(Object.keys(files).sort()).toEqual(
    names
      .flatMap((name) => [`prometheus/tests/${name}.test.yml`, `prometheus/tests/rules/${name}.yml`])
      .sort(),
  );
  expect(names).toContain("instance.shop_errors.ratio_rate5m");
});

test("they say where their rule stands, and hold its tests", () => {
  const ruleTest = model.ruleTests.find(({ name }) => name === "Share");
  const text = files["prometheus/tests/Share.test.yml"] ?? "";
  expect(text.split("\n")[0]).toBe(
    '# Generated from test/rule-tests/every-shape.ts by "signalbox build": edit there, not here.',
  );
  expect(parse(text)).toEqual(ruleTest?.testFile);
});

test("the rules that are tested are the rules that are deployed, with the recordings that they read", () => {
  const rules = [prometheusAlerts(model), prometheusRecordings(model)].flatMap((file) =>
    Object.values(file).flatMap(rulesIn),
  );
  for (const [path, text] of Object.entries(files)) {
    if (!path.includes("/rules/")) continue;
    for (const rule of rulesIn(text)) expect(rules).toContainEqual(rule);
  }
  const share = rulesIn(files["prometheus/tests/rules/Share.yml"] ?? "");
  expect(share.map(({ record, alert }) => record ?? alert)).toEqual([
    "instance:shop_requests:rate5m",
    "instance:shop_errors:ratio_rate5m",
    "Share",
  ]);
});

test("a rule that is allowed to have no rule test has no files", () => {
  expect(
    filesOfEach(prometheusTests, testedModel({ ...model, recordings: [], alerts: [alertModel()] })),
  ).toEqual({});
});

interface Rule {
  readonly record?: string;
  readonly alert?: string;
}

function rulesIn(text: string): Rule[] {
  const { groups }: { groups: { rules: Rule[] }[] } = parse(text);
  return groups.flatMap(({ rules }) => rules);
}
