import { describe, expect, test } from "vitest";
import type { Medians } from "../../scripts/bench/in-turn.ts";
import { scaleTables, trialNames, type SizeResult } from "../../scripts/bench/scale-tables.ts";
import { nameOf, states } from "../../scripts/bench/states.ts";

/** A build that is linear, a check that takes a hundredth of it, and memory that grows with the square. */
function resultOf(services: number): SizeResult {
  const took = (cpuSeconds: number): Medians => ({
    cpuSeconds,
    wallSeconds: cpuSeconds,
    peakMiB: 100 + services ** 2 / 100,
  });
  const builds = [trialNames.everything, trialNames.onlyRules].flatMap((name, index) =>
    states.map((state) => [nameOf(name, state), took((services + 2) / (index + 1))] as const),
  );
  const others = [
    [trialNames.types, took(1)],
    [trialNames.check, took((services + 2) / 100)],
    ["jrsonnet", took(0.1)],
  ] as const;
  const phases = new Map([
    ["resolve", services ** 1.5 / 1000],
    ["secrets", (0.001 * services) / 10],
  ]);
  return { services, rules: services * 22, medians: new Map([...builds, ...others]), phases };
}

const tables = scaleTables([1, 10, 50, 450].map(resultOf), 200);
const lines = tables.split("\n").map((line) =>
  line
    .split("|")
    .map((cell) => cell.trim())
    .slice(1, -1),
);
const linesOf = (what: string) => lines.filter(([first]) => first === what).map(([, ...cells]) => cells);

describe("the tables of sizes", () => {
  test("have a column a size, with the number of rules", () => {
    expect(lines.find(([first]) => first === "what")).toEqual([
      "what",
      "1 (22 rules)",
      "10 (220 rules)",
      "50 (1100 rules)",
      "450 (9900 rules)",
      "exponent",
    ]);
  });

  test("have a row each for time and memory, with how they grow", () => {
    const [time, memory] = linesOf("build, from nothing");
    expect(time).toEqual(["3.00", "12.00", "52.00", "452.00", "1.00"]);
    expect(memory?.slice(0, -1)).toEqual(["100", "101", "125", "2125"]);
    expect(Number(memory?.at(-1))).toBeCloseTo(2, 0);
  });

  test("give no exponent to what does not grow", () => {
    expect(linesOf("tsc")[0]?.at(-1)).toBe("–");
  });

  test("have the steps of a build, with how they grow where that can be told", () => {
    expect(linesOf("resolve")[0]?.slice(0, -1)).toEqual(["0.00", "0.03", "0.35", "9.55"]);
    expect(Number(linesOf("resolve")[0]?.at(-1))).toBeCloseTo(1.5, 1);
    expect(linesOf("secrets")[0]?.at(-1)).toBe("–");
  });

  test("hold the largest size against promtool and what is wanted", () => {
    expect(linesOf("build, from nothing")[2]).toEqual([
      "100.0",
      "≤ 120",
      "reached",
      "2125",
      "≤ 600",
      "missed by 3.5 ×",
    ]);
    const only = "build --only rules,routing,dashboards, from nothing";
    expect(linesOf(only)[2]).toEqual(["50.0", "≤ 25", "missed by 2.0 ×", "2125", "≤ 600", "missed by 3.5 ×"]);
  });

  test("hold the size nearest to the mixin against Jsonnet, rule by rule", () => {
    expect(tables).toContain(
      "Per rule, at 220 rules, against Jsonnet on a mixin of 200 (jrsonnet: 0.50 ms):",
    );
    // 6 s for 220 rules are 27.27 ms a rule.
    expect(linesOf("build --only rules,routing,dashboards, from nothing")[3]).toEqual(["27.27", "54.55"]);
  });
});
