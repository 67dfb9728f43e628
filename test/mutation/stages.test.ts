import { expect, test } from "vitest";
import { stagesOf } from "../../generators/mutation/stages.ts";
import type { TestGroup } from "../../generators/rule-tests/test-file.ts";

const series = { interval: "1m", input_series: [] };
const alert = { exp_labels: {}, exp_annotations: {} };

function asked(eval_time: string, ...exp_alerts: readonly (typeof alert)[]) {
  return { eval_time, alertname: "X", exp_alerts };
}

const scenes: TestGroup = {
  ...series,
  name: "silent when all is well; from 50m: fires, then resolves; from 2h: silent without traffic",
  alert_rule_test: [asked("25m"), asked("1h", alert), asked("3h")],
  promql_expr_test: [
    { expr: "ALERTS", eval_time: "1h10m", exp_samples: [] },
    { expr: "ALERTS", eval_time: "2h10m", exp_samples: [] },
  ],
};

test("first comes what is asked until the first scene in which something is to be seen is over, then all of it", () => {
  const [first, ...others] = stagesOf([scenes]);
  expect(first).toEqual({
    ...scenes,
    alert_rule_test: [asked("25m"), asked("1h", alert)],
    promql_expr_test: [{ expr: "ALERTS", eval_time: "1h10m", exp_samples: [] }],
  });
  expect(others).toEqual([scenes]);
});

test("a group of one scene is one stage, and one in which nothing is to be seen comes last", () => {
  const silent: TestGroup = { ...series, name: "silent at the limit", alert_rule_test: [asked("5m")] };
  const firing: TestGroup = { ...series, name: "fires", alert_rule_test: [asked("5m", alert)] };
  expect(stagesOf([silent, firing])).toEqual([firing, silent]);
});

test("no stage asks of nothing", () => {
  const value = { expr: "x", eval_time: "10m", exp_samples: [{ labels: "x", value: 1 }] };
  const gone = { expr: "x", eval_time: "1h", exp_samples: [] };
  const recording: TestGroup = {
    ...series,
    name: "has its value; from 50m: a number, or none, without traffic",
    promql_expr_test: [value, gone],
  };
  const [first] = stagesOf([recording]);
  expect(first).toEqual({ ...recording, promql_expr_test: [value] });
});
