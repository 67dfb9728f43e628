// What a picture says that an alert compares is what the real Prometheus compares: promtool plays each situation.
import { describe, expect, test } from "vitest";
import { formatDuration } from "../../generators/language/duration.ts";
import { comparedIn, type Compared } from "../../generators/pictures/compared-strips.ts";
import { during, whole } from "../../generators/rule-tests/phases.ts";
import { expectedValue } from "../../generators/rule-tests/expected-alert.ts";
import type { Trace, RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import type { Situation } from "../../generators/series/series.ts";
import { valueAssertion } from "../../generators/rule-tests/assertion.ts";
import { testGroup } from "../../generators/rule-tests/scenes.ts";
import { holdsFor } from "../../generators/promql/evaluate/combine.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { failuresOf } from "../rule-tests/promtool.ts";
import { exampleTestedModel } from "../example-model.ts";
import { model as everyShape } from "../rule-tests/every-shape.ts";
import { oddModel } from "./odd-shapes.ts";

interface Case {
  readonly name: string;
  readonly ruleTest: RuleTest;
  readonly trace: Trace;
  readonly compared: readonly Compared[];
  readonly value: number | undefined;
}

const models = [exampleTestedModel(), ...[everyShape, oddModel].map((one) => testedModel(one))];
const cases: Case[] = models.flatMap((model) =>
  model.ruleTests.flatMap((ruleTest) => {
    const { rule, traces } = ruleTest;
    if (rule.kind !== "alert") return [];
    return traces.flatMap((trace, index) => {
      const scenario = rule.scenarios[index];
      const compared = comparedIn(rule, trace, model);
      if (!compared || !scenario || !trace.timeline) return [];
      const value = expectedValue(scenario, rule);
      return [{ name: `${rule.name} ${index}`, ruleTest, trace, compared, value }];
    });
  }),
);

test("most alerts compare something that can be worked out", () => {
  expect(cases.length).toBeGreaterThan(50);
});

describe.each(cases.map((one) => [one.name, one] as const))("%s", (_, { compared, value }) => {
  const holds = (situation: Situation) =>
    compared.every(({ condition, limit, levels }) => {
      const level = levels[situation];
      return level !== "missing" && holdsFor(condition.op, level, limit);
    });

  test("what is drawn fires when it is bad, and neither when all is well nor at the edge", () => {
    expect([holds("ok"), holds("limit"), holds("firing")]).toEqual([false, false, true]);
  });

  test("the value is the one that the alert says", () => {
    const [first, ...others] = compared;
    if (value === undefined || !first || others.length > 0) return;
    expect(first.levels.firing).toBeCloseTo(value, 9);
  });
});

const situations = ["ok", "limit", "firing"] as const;

// One of every shape: the real tool takes its time.
const shapes = cases.filter(({ ruleTest }) => everyShape.alerts.some((alert) => alert === ruleTest.rule));

test.each(shapes.map((one) => [one.name, one] as const))(
  "promtool gives each level of %s",
  async (_, one) => {
    expect(await failure(one)).toBe("");
  },
);

test("another level would fail", async () => {
  const [one] = shapes;
  if (!one) throw new Error("there is no case");
  const compared = one.compared.map((each) => ({ ...each, levels: { ok: 7, limit: 7, firing: 7 } }));
  expect(await failure({ ...one, compared })).toContain("got:");
});

/** What promtool has against the levels of a case. The labels of the series are not in a picture. */
async function failure({ ruleTest, trace, compared }: Case): Promise<string> {
  const { timeline, series: signals } = trace;
  if (!timeline) throw new Error("nothing changes");
  const { stepMs, wellMs } = timeline;
  const tests = situations.map((situation) => {
    // A level that is drawn is that of one series; what it is called does not matter.
    const samples = compared.map(({ condition, levels }) => {
      const level = levels[situation];
      const counted = `max(${printPromql(condition.value)})`;
      return valueAssertion(counted, wellMs, level === "missing" ? [] : [{ labels: "{}", value: level }]);
    });
    const series = signals.map(during(whole(situation)));
    return testGroup({ name: situation, endMs: wellMs, series, assertions: samples }, stepMs);
  });
  const testFile = { ...ruleTest.testFile, evaluation_interval: formatDuration(stepMs), tests };
  return failuresOf({ ruleFile: ruleTest.ruleFile, testFile });
}
