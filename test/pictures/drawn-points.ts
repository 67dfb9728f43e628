// The points of the lines that pictures draw, as samples that promtool is asked for.
import { formatDuration } from "../../generators/language/duration.ts";
import { comparedOverTime, type ComparedOverTime, type Moment } from "../../generators/pictures/over-time.ts";
import { momentsOf } from "../../generators/pictures/panel.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { during, firingFor, whole, type PhasedSeries } from "../../generators/rule-tests/phases.ts";
import type { RuleTest, Trace } from "../../generators/rule-tests/rule-test.ts";
import { valueAssertion, type Assertion } from "../../generators/rule-tests/assertion.ts";
import { withTargets } from "../../generators/rule-tests/targets-of-scene.ts";
import type { Birth } from "../../generators/promql/robust/births.ts";
import { testGroup } from "../../generators/rule-tests/scenes.ts";
import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";
import type { Timeline } from "../../generators/rule-tests/timeline.ts";
import type { Level } from "../../generators/series/series.ts";
import { failuresOf } from "../rule-tests/promtool.ts";

/** A scenario whose series change what the alert compares little by little. */
export interface GradualCase {
  readonly name: string;
  readonly ruleTest: RuleTest;
  readonly trace: Trace;
  readonly timeline: Timeline;
  /** Undefined: its series are drawn instead. */
  readonly compared: readonly ComparedOverTime[] | undefined;
  /** What its rules hear of series that are new. */
  readonly births: readonly Birth[];
}

export function gradualCases(model: TestedModel): GradualCase[] {
  const births = [...model.recordings, ...model.alerts].flatMap(({ deployed }) => deployed.births);
  return model.ruleTests.flatMap((ruleTest) => {
    const { rule, traces } = ruleTest;
    if (rule.kind !== "alert") return [];
    return traces.flatMap((trace, index) => {
      const { timeline, isExact } = trace;
      if (!timeline || isExact) return [];
      const compared = comparedOverTime(rule, trace, model, momentsOf(timeline));
      return [{ name: `${rule.name} ${index + 1}`, ruleTest, trace, timeline, compared, births }];
    });
  });
}

/** What promtool has against the lines of a case: nothing, where each of their points is what Prometheus gives. */
export function failureOfPoints(one: GradualCase): Promise<string> {
  const { ruleTest, trace, timeline, compared = [], births } = one;
  const { stepMs, endMs } = timeline;
  const groupOf = (
    name: string,
    series: readonly PhasedSeries[],
    of: (one: ComparedOverTime) => readonly Moment[],
  ) =>
    testGroup(
      {
        name,
        endMs,
        series: withTargets(series, births),
        assertions: compared.flatMap((one) =>
          of(one).map(({ atMs, level }) => sampleAssertion(printPromql(one.node), atMs, level)),
        ),
      },
      stepMs,
    );
  const tests = [
    groupOf("bad", trace.series.map(during(firingFor(timeline))), ({ bad }) => bad),
    groupOf("good", trace.others.map(during(whole("ok"))), ({ good }) => good),
  ];
  const testFile = { ...ruleTest.testFile, evaluation_interval: formatDuration(stepMs), tests };
  return failuresOf({ ruleFile: ruleTest.ruleFile, testFile });
}

/**
 * The greatest value of an expression at a moment: a line is that of one series, and what it is called does not matter.
 * Numbers differ in their last digits, as sums depend on their order.
 */
export function sampleAssertion(expr: string, atMs: number, level: Level): Assertion {
  if (level === "missing") return valueAssertion(`max(${expr})`, atMs, []);
  if (!Number.isFinite(level)) return valueAssertion(`max(${expr})`, atMs, [{ labels: "{}", value: level }]);
  const most = 1e-9 * Math.max(1, Math.abs(level));
  return valueAssertion(`abs(max(${expr}) - (${level})) < bool ${most}`, atMs, [{ labels: "{}", value: 1 }]);
}
