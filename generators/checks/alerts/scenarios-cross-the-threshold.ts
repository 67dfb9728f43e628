import type { Check, Finding } from "../../check.ts";
import type { Place } from "../../language/place.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { conditionOf } from "../../promql/condition.ts";
import { evaluate } from "../../promql/evaluate/evaluate.ts";
import type { ComparisonOperator } from "../../promql/operators.ts";
import { givenChanges } from "../../rule-tests/expected-alert.ts";
import type { Trace } from "../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { unmetGuard } from "../../rule-tests/outcomes.ts";
import { worldOfSeries } from "../../rule-tests/world-of-series.ts";
import type { Situation } from "../../series/series.ts";
import { formatQuantity } from "../../text/quantity.ts";
import { brokenRules } from "../reading/expressions-of.ts";
import { shortWindows } from "../reading/short-windows.ts";
import { sourcesOf } from "../reading/sources.ts";

/** What a scenario says fires does fire, and what it says does not fire does not. */
export const scenariosCrossTheThreshold: Check<TestedModel> = {
  id: "scenarios-cross-the-threshold",
  why: "A scenario is what its author expects of the alert. Where it contradicts the expression, one of the two is wrong: often the threshold was changed, and the alert fires too late or too early.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(6),
  scenario: runs(orders.where({ channel: "web" }), { ok: 3, limit: 5, firing: 5.25 }),
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  scenario: runs(orders.where({ channel: "web" }), { ok: 3, limit: 5, firing: 5.25 }),
});
`,
  *find(model: TestedModel): Iterable<Finding> {
    const broken = brokenRules(model);
    const sources = sourcesOf(model);
    for (const ruleTest of model.ruleTests) {
      const { rule, complaints } = ruleTest;
      if (rule.kind !== "alert" || complaints.length > 0 || broken.has(rule)) continue;
      // Without a condition it is another check that says so, and whoever needs no rule test needs no scenario that holds.
      if (!rule.analysis.type.condition || rule.allow["alerts-have-a-rule-test"] !== undefined) continue;
      for (const [index, wrong] of ruleTest.contradictions.entries()) {
        const trace = wrong && ruleTest.traces[index];
        if (!trace) continue;
        // Whoever widens the window, which another check asks for, gets another value.
        if (shortWindows(rule.analysis, sources).length > 0) continue;
        const which = ruleTest.traces.length > 1 ? `scenario ${index + 1}` : "scenario";
        yield {
          definition: rule,
          place: placeOfScenario(rule, index),
          ...worded(rule, which, trace, wrong, model),
        };
      }
    }
  },
};

/** The line of what changes in the scenario: that, or the expression, is to be corrected. */
function placeOfScenario({ scenarios, place }: AlertModel, index: number): Place {
  const given = scenarios[index]?.given ?? [];
  return (given.find(givenChanges) ?? given[0])?.place ?? place;
}

function worded(
  alert: AlertModel,
  which: string,
  trace: Trace,
  situation: Situation,
  model: Model,
): Pick<Finding, "message" | "fix"> {
  const compared = comparedText(alert, trace, situation, model);
  if (situation !== "firing") {
    const said = compared ?? `at \`${situation}\` its expression has a value`;
    return {
      message: `alert "${alert.name}" fires at \`${situation}\` of its ${which}: ${said}`,
      fix: `correct the threshold, how it compares, or \`${situation}\``,
    };
  }
  const guard = unmetGuard(alert.node, worldOfSeries(trace.series, situation, model.recordings));
  const said = compared ?? (guard === undefined ? "its expression has no value" : `its guard ${guard}`);
  return {
    message: `alert "${alert.name}" does not fire in its ${which}: ${said}`,
    fix: compared
      ? "correct the threshold, or give a `firing` that crosses it"
      : "give what the whole expression asks for: each series that it reads, and as much traffic (`perSecond`) as its guards want",
  };
}

/** The level and the threshold, where one number is compared with another. */
function comparedText(
  { node, threshold }: AlertModel,
  { series }: Trace,
  situation: Situation,
  { recordings }: Model,
): string | undefined {
  const condition = conditionOf(node);
  if (condition.kind !== "compared" || !threshold) return undefined;
  const value = evaluate(condition.value, worldOfSeries(series, situation, recordings));
  const [first] = Array.isArray(value) ? value : [];
  if (!first) return undefined;
  const level = formatQuantity(Number(first.value.toPrecision(6)), threshold.unit);
  const words = (situation === "firing" ? doesNotHold : holds)[threshold.op];
  return `${situation} ${level} ${words} the threshold ${threshold.text}`;
}

const holds: Readonly<Record<ComparisonOperator, string>> = {
  ">": "exceeds",
  ">=": "reaches",
  "<": "is below",
  "<=": "is not above",
  "==": "is",
  "!=": "is not",
};

const doesNotHold: Readonly<Record<ComparisonOperator, string>> = {
  ">": "does not exceed",
  ">=": "does not reach",
  "<": "is not below",
  "<=": "is above",
  "==": "is not",
  "!=": "is",
};
