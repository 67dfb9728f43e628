import { expect, test } from "vitest";
import { failuresIn } from "../../generators/targets/prometheus/rule-test-failures.ts";
import { model } from "../rule-tests/every-shape.ts";

const [alert] = model.alerts;
const ratio = model.recordings.find(({ unit }) => unit === "ratio");

/** What is said of a test that has one scene. */
function failureIn(output: string, rule: Parameters<typeof failuresIn>[2]): string {
  return failuresIn(output, "fires, then resolves", rule)
    .map(({ said }) => said)
    .join("\n");
}

function failure(...lines: string[]): string {
  return ["  FAILED:", ...lines].join("\n");
}

test("a recording without its value, in its unit", () => {
  const asked = `    expr: ${JSON.stringify(ratio?.name)}, time: 5m,`;
  const wanted = `        exp: {__name__=${JSON.stringify(ratio?.name)}, instance="bad:9100"} 2.1E-02`;
  expect(failureIn(failure(asked, wanted, "        got: nil", ""), ratio)).toBe(
    "after 5m expected 2.1%, got nothing",
  );
  const other = `        got: {__name__=${JSON.stringify(ratio?.name)}, instance="bad:9100"} 3E-02`;
  expect(failureIn(failure(asked, wanted, other, "", asked, wanted, other), ratio)).toBe(
    "after 5m expected 2.1%, got 3% (and 1 more in this test)",
  );
  expect(failureIn(failure(asked, wanted, "        got: {} 2.1E-02", ""), ratio)).toBe(
    'after 5m expected 2.1% of {instance="bad:9100"}, got 2.1% of {}',
  );
});

const firing = `[
            0:
              Labels:{alertname="Full", instance="bad:9100"}
              Annotations:{description="More, than 5.", summary="bad:9100 is [full]"}
            ]`;

test("an alert that does not fire, or should not", () => {
  const start = "    name: fires, then resolves,\n    alertname: Full, time: 15m, ";
  expect(failureIn(failure(start, `        exp:${firing}, `, "        got:[]"), alert)).toBe(
    'after 15m expected the alert "bad:9100 is [full]", got no alert',
  );
  expect(failureIn(failure(start, "        exp:[], ", `        got:${firing}`), alert)).toBe(
    'after 15m expected no alert, got the alert "bad:9100 is [full]"',
  );
  const worded = firing.replace("More, than 5.", "More than 6.");
  expect(failureIn(failure(start, `        exp:${firing}, `, `        got:${worded}`), alert)).toBe(
    'after 15m expected description "More, than 5.", got "More than 6."',
  );
});

test.each([
  [
    String.raw`count_over_time(ALERTS{alertname=\"Full\"}[5m])`,
    "nil",
    '{alertname="Full"} 3E+00',
    "expected it never to be pending or firing in the first 5m, but it was",
  ],
  [
    String.raw`ALERTS{alertname=\"Full\",alertstate=\"pending\"}`,
    '{__name__="ALERTS"} 1E+00',
    "nil",
    "after 5m expected it to be pending, but it is not",
  ],
  [
    String.raw`ALERTS{alertname=\"Full\"}`,
    "nil",
    '{__name__="ALERTS"} 1E+00',
    "after 5m expected it to be resolved, but it is not",
  ],
])("the state of an alert: %s", (asked, wanted, got, said) => {
  const text = failure(
    `    expr: "${asked}", time: 5m,`,
    `        exp: ${wanted}`,
    `        got: ${got}`,
    "",
  );
  expect(failureIn(text, alert)).toBe(said);
});

test("what is not understood is said in promtool's words", () => {
  expect(failureIn("  FAILED:\nfield alertnam   not found", alert)).toBe("field alertnam not found");
});

test("of several scenes each is said with its first failure, and a state as of its scene", () => {
  const never = (time: string) => [
    `    expr: "count_over_time(ALERTS{alertname=\\"Full\\"}[5m])", time: ${time},`,
    "        exp: nil",
    '        got: {alertname="Full"} 3E+00',
    "",
  ];
  const name = "silent when all is well; from 1h: scenario 2: silent at the limit";
  expect(failuresIn(failure(...never("4m30s"), ...never("1h4m30s"), ...never("1h5m")), name, alert)).toEqual([
    {
      scene: { name: "silent when all is well", fromMs: 0 },
      said: "expected it never to be pending or firing in the first 4m30s, but it was",
    },
    {
      scene: { name: "scenario 2: silent at the limit", fromMs: 3_600_000 },
      said: "expected it never to be pending or firing from 1h to 1h4m30s, but it was (and 1 more in this test)",
    },
  ]);
});
