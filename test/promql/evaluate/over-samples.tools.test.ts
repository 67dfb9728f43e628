// Where all samples are known, what functions give of a window is what the real Prometheus computes, at every moment.
import { expect, test } from "vitest";
import { formatDuration } from "../../../generators/language/duration.ts";
import { evaluate } from "../../../generators/promql/evaluate/evaluate.ts";
import { kindOfParameter } from "../../../generators/promql/function-row.ts";
import { functions, isFunctionOf } from "../../../generators/promql/functions.ts";
import { readPromql } from "../../../generators/promql/read.ts";
import { during, whole, type PhasedSeries } from "../../../generators/rule-tests/phases.ts";
import { testGroup } from "../../../generators/rule-tests/scenes.ts";
import { testedModel } from "../../../generators/rule-tests/tested-model.ts";
import { worldsOf } from "../../../generators/rule-tests/world-at-moment.ts";
import type { Level } from "../../../generators/series/series.ts";
import { sampleAssertion } from "../../pictures/drawn-points.ts";
import { model } from "../../rule-tests/every-shape.ts";
import { failuresOf } from "../../rule-tests/promtool.ts";

const stepMs = 30_000;
const endMs = 36 * stepMs;
const moments = Array.from({ length: endMs / stepMs + 1 }, (_, index) => index * stepMs);

const [signal] = testedModel(model).ruleTests.find(({ name }) => name === "Flaps")?.traces[0]?.series ?? [];

/** A series that goes through these samples again and again. */
function series(metric: string, samples: readonly Level[], strideMs = stepMs): PhasedSeries {
  if (!signal) throw new Error("there is no series");
  const follows = { kind: "follows", samples, everyMs: strideMs } as const;
  const behaviour = { ok: follows, limit: follows, firing: follows };
  return during(whole("ok"))({ ...signal, metric, strideMs, behaviour });
}

const played = [
  series("level", [3, 8.5, "missing", -2, -2, 40]),
  series("seldom", [1, 7, 2], 4 * stepMs),
  // At times there is only one sample in a window, and at times none.
  series("gone", ["missing", "missing", 5, "missing", "missing", "missing", "missing", "missing", "missing"]),
  // It starts again, once from nothing.
  series("events_total", [0, 4, 9, 2, 30, 30, 30, 31, 0, 0, 100]),
];
const recordings = { recorded: "sum(level) + max(seldom)" };

const windowFunctions = Object.keys(functions).filter((name) => isFunctionOf("window", name));
const expressions = windowFunctions.flatMap((name) => {
  const { takes } = functions[name];
  const call = (over: string) =>
    `${name}(${takes.map((one) => (kindOfParameter(one) === "matrix" ? over : one === "quantile" ? "0.3" : "600")).join(", ")})`;
  return [
    "level[3m]",
    "events_total[4m]",
    "seldom[7m]",
    "gone[90s]",
    "level[2m] offset 90s",
    "recorded[150s]",
  ].map(call);
});
const others = ["level offset 2m", "seldom", "gone", "recorded - recorded offset 5m", "time() - seldom"];
const all = [...expressions, ...others];

function nodeOf(expr: string) {
  const node = readPromql(expr);
  if (!node) throw new Error(`${expr} cannot be read`);
  return node;
}

const worldAt = worldsOf({
  series: played,
  recordings: Object.entries(recordings).map(([name, expr]) => ({ name, node: nodeOf(expr) })),
  stepMs,
  endMs,
});

function levelOf(expr: string, atMs: number): Level {
  const value = evaluate(nodeOf(expr), worldAt(atMs));
  if (value === undefined || typeof value === "number") throw new Error(`${expr} is not known`);
  return value.length === 0 ? "missing" : Math.max(...value.map((element) => element.value));
}

function failures(change: (level: Level) => Level): Promise<string> {
  const assertions = all.flatMap((expr) =>
    moments.map((atMs) => sampleAssertion(expr, atMs, change(levelOf(expr, atMs)))),
  );
  const rules = Object.entries(recordings).map(([record, expr]) => ({ record, expr }));
  return failuresOf({
    ruleFile: { groups: [{ name: "recordings", interval: "30s", rules }] },
    testFile: {
      rule_files: ["rules/recordings.yml"],
      evaluation_interval: formatDuration(stepMs),
      fuzzy_compare: true,
      group_eval_order: ["recordings"],
      tests: [testGroup({ name: "samples", endMs, series: played, assertions }, stepMs)],
    },
  });
}

test("promtool gives the same at every moment", async () => {
  expect(await failures((level) => level)).toBe("");
});

test("other numbers would fail, and so would numbers where there are none", async () => {
  expect(await failures((level) => (level === "missing" ? 1 : level + 1))).toContain("got:");
});
