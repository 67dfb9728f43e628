// What production did to the alerts of this repository, played on them as they are deployed.
import { expect, test } from "vitest";
import { alertNamed } from "../../generators/model/lookups.ts";
import { ruleEntry } from "../../generators/rule-tests/rule-entry.ts";
import { failuresOf } from "../rule-tests/promtool.ts";
import { ownTestedModel } from "./own-model.ts";

const model = ownTestedModel();

/** What promtool has against each of these alerts being in a state two hours after the series begin, a sample in 15 seconds. */
function failures(alerts: readonly string[], samples: Readonly<Record<string, string>>, at: string) {
  const rules = alerts.flatMap((name) => alertNamed(model, name) ?? []).map(ruleEntry);
  expect(rules).toHaveLength(alerts.length);
  return failuresOf({
    ruleFile: { groups: [{ name: "rules", interval: "30s", rules }] },
    testFile: {
      rule_files: ["rules.yml"],
      evaluation_interval: "30s",
      fuzzy_compare: true,
      group_eval_order: ["rules"],
      tests: [
        {
          name: alerts.join(),
          interval: "15s",
          input_series: Object.entries(samples).map(([series, values]) => ({ series, values })),
          promql_expr_test: alerts.map((name) => ({
            expr: `count by (alertname) (ALERTS{alertname="${name}",alertstate="firing"})`,
            eval_time: at,
            exp_samples: [{ labels: `{alertname="${name}"}`, value: 1 }],
          })),
        },
      ],
    },
  });
}

const api = 'job="spacetime-http-api",instance="localhost:8080"';
const played = {
  [`auth_attempts_total{${api},result="success"}`]: "100x200",
  // A series that nobody had seen before: 125 a minute, 500 before the first evaluation that sees it.
  [`auth_attempts_total{${api},result="invalid_token"}`]: "_x40 500+31.25x160",
};

test.each([
  ["as up says", { ...played, [`up{${api}}`]: "1x200" }],
  ["where nobody plays up", played],
])("500 refused sign-ins that create their series fire both alerts, %s", async (_, samples) => {
  expect(await failures(["CriticalAuthFailureRate"], samples, "10m30s")).toBe("");
  expect(await failures(["CriticalAuthFailureRate", "HighAuthFailureRate"], samples, "16m")).toBe("");
});

test("44 fps fires, though a scrape fails at an evaluation every four minutes", async () => {
  const fps = 'spacetime_fps{job="spacetime-performance",instance="localhost:8080"}';
  // Samples at 0s, 15s and so on: the sixteenth of each 4 minutes is missing, just when the rule is evaluated.
  const samples = { [fps]: "44x15 ".concat("stale 44x14 ".repeat(30)) };
  expect(await failures(["SpaceTimeLowFPS"], samples, "5m")).toBe("");
  expect(await failures(["SpaceTimeLowFPS"], samples, "2h")).toBe("");
});
