import { expect, test } from "vitest";
import { boundsOf, wrongIn } from "./expected-text.ts";
import { wrongLabels } from "./expected-labels.ts";
import { model } from "./live-stack.ts";

const labels = { instance: "a:1", job: "b" };

function alertNamed(name: string) {
  const alert = model.alerts.find((one) => one.name === name);
  const scenario = alert?.scenarios[0];
  if (!alert || !scenario) throw new Error(`there is no ${name}`);
  return { alert, scenario };
}

/** What a chat would show, with this in the place of the value. */
function textOf(name: string, shown: string): string {
  const { summary = "", description = "", impact = "" } = alertNamed(name).alert.annotations;
  const told = summary
    .replace(/\{\{ \$labels\.instance \}\}/, "a:1")
    .replace(/\{\{[^}]*\$value[^}]*\}\}/, shown);
  return [`FIRING ${name} (high)`, told, description, `Impact: ${impact}`].join("\n");
}

test.each([
  ["SpaceTimeLowFPS", "44.9", []],
  ["SpaceTimeLowFPS", "44.8", ["no line: a:1 renders 44.9 fps, unusable in VR"]],
  ["SpaceTimeHighMemory", "10.1G", []],
  ["SpaceTimeHighErrorRate", "5.3%", []],
  ["SpaceTimeHighErrorRate", "53%", [expect.stringContaining("53% is not within ")]],
  ["SpaceTimeHealthSlowResponse", "230ms", []],
  ["SpaceTimeHealthSlowResponse", "900ms", [expect.stringContaining("900ms is not within ")]],
  ["AfirgenQueueBacklog", "10m 27s", []],
  ["AfirgenQueueBacklog", "1h 10m 27s", [expect.stringContaining("1h 10m 27s is not within ")]],
  ["SpaceTimeHealthSlowResponse", "long", [expect.stringContaining("long is not within ")]],
])("what %s says as %s is judged by its scenario", (name, shown, wrong) => {
  const { alert, scenario } = alertNamed(name);
  expect(wrongIn(textOf(name, shown), alert, labels, boundsOf(alert, scenario))).toEqual(wrong);
});

test("labels are those that were proven, of a target that there is", () => {
  const { alert } = alertNamed("SpaceTimeLowFPS");
  const [target] = model.jobs.find(({ name }) => name === "spacetime-performance")?.targets ?? [];
  const right = {
    ...model.platform.prometheus.externalLabels,
    ...alert.labels,
    alertname: alert.name,
    job: "spacetime-performance",
    instance: target?.instance ?? "",
  };
  expect(wrongLabels(alert, right)).toEqual([]);
  expect(wrongLabels(alert, { ...right, severity: "low", pod: "x", instance: "y" })).toEqual([
    "pod is not expected",
    "severity is low and not critical",
    "no target of spacetime-performance is y",
  ]);
});
