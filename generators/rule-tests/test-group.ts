import { formatDuration } from "../language/duration.ts";
import { greatestCommonDivisor } from "./divisors.ts";
import { seriesText, valuesText } from "./notation.ts";
import { samplesOf, type Phases } from "./phases.ts";
import type { TestSeries } from "./test-series.ts";
import type { AlertTest, ExpectedSample, ExpressionTest, TestGroup } from "./test-file.ts";

/** A signal and what happens to it. */
export interface PhasedSeries {
  readonly series: TestSeries;
  readonly phases: Phases;
}

/** What a test looks at, in the order of time. */
export interface Assertion {
  readonly alert?: AlertTest;
  readonly expression?: ExpressionTest;
}

export interface TestGroupOptions {
  readonly name: string;
  readonly stepMs: number;
  readonly endMs: number;
  readonly series: readonly PhasedSeries[];
  readonly assertions: readonly Assertion[];
}

/** A test of promtool: these series, and what is to be seen of them. */
export function testGroup({ name, stepMs, endMs, series: played, assertions }: TestGroupOptions): TestGroup {
  const intervalMs = greatestCommonDivisor(played.map(({ series: signal }) => signal.strideMs)) || stepMs;
  const alerts = assertions.flatMap(({ alert }) => alert ?? []);
  const expressions = assertions.flatMap(({ expression }) => expression ?? []);
  return {
    name,
    interval: formatDuration(intervalMs),
    input_series: played.map(({ series: signal, phases }) => ({
      series: seriesText(signal.metric, signal.labels),
      values: valuesText(samplesOf(signal, phases, endMs), signal.strideMs / intervalMs),
    })),
    ...(alerts.length > 0 ? { alert_rule_test: alerts } : {}),
    ...(expressions.length > 0 ? { promql_expr_test: expressions } : {}),
  };
}

/** What an expression gives at a moment. */
export function valueAssertion(expr: string, atMs: number, samples: readonly ExpectedSample[]): Assertion {
  return { expression: { expr, eval_time: formatDuration(atMs), exp_samples: samples } };
}

/** No alert of this name was ever in this state from the start to this moment; without a state, in any. */
export function neverAssertion(alertname: string, atMs: number, stepMs: number, state?: "firing"): Assertion {
  const labels = { alertname, ...(state === undefined ? {} : { alertstate: state }) };
  // A window leaves out its own start: one step more takes the first evaluation in.
  const window = formatDuration(atMs + stepMs);
  return valueAssertion(`count_over_time(${seriesText("ALERTS", labels)}[${window}])`, atMs, []);
}
