import { expect, test } from "vitest";
import { filesOfEach, type Files } from "../../generators/output.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { prometheusAlerts } from "../../generators/targets/prometheus/alerts.ts";
import { prometheusRecordings } from "../../generators/targets/prometheus/recordings.ts";
import { cpuLimitOf, ruleFilesOf } from "../../generators/targets/prometheus/rule-test-cost.ts";
import { prometheusTests } from "../../generators/targets/prometheus/tests.ts";
import { ruleTests } from "../../generators/targets/prometheus/validators/rule-tests.ts";
import { model as everyShape } from "../rule-tests/every-shape.ts";

const model = testedModel(everyShape);
const files: Files = {
  ...prometheusAlerts(model),
  ...prometheusRecordings(model),
  ...filesOfEach(prometheusTests, model),
};
const slow = "prometheus/tests/Below.test.yml";

test("a test that takes too long is named with its rule, what to do and how to repeat it; the others are judged", () => {
  const paths = Object.keys(files).filter(ruleTests.covers);
  const questions = ruleTests.validate(
    { model, outFolder: "", files, paths },
    { defaultTemplates: undefined },
  );
  let step = questions.next([]);
  while (step.done !== true) {
    step = questions.next(
      step.value.map(({ file }) =>
        file === slow
          ? { code: 1, stdout: "", stderr: "", endedAfterMs: 12_000 }
          : { code: 0, stdout: "", stderr: "" },
      ),
    );
  }
  expect(step.value).toEqual({
    checked: `${model.ruleTests.length} rules`,
    findings: [
      {
        path: slow,
        place: model.alerts.find(({ name }) => name === "Below")?.place,
        message: "it takes promtool more than 12 s of a processor's time, so it was ended",
        fix: expect.stringMatching(/^use shorter windows or offsets .*: signalbox validate --rule Below$/),
      },
    ],
  });
});

test("the limit of a test grows with its length, and each knows the rule files that it lists", () => {
  expect(ruleFilesOf(files, slow)).toEqual(["prometheus/tests/rules/Below.yml"]);
  const longer = { ...files, [slow]: (files[slow] ?? "").replace(/eval_time: \w+/, "eval_time: 10w") };
  expect(cpuLimitOf(slow, longer)).toBeGreaterThan(5 * cpuLimitOf(slow, files));
});
