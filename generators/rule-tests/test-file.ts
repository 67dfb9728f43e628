import { formatDuration } from "../language/duration.ts";
import { greatestCommonDivisor } from "./timeline.ts";
import { samplesOf, seriesText, valuesText } from "../series/promtool.ts";
import { seriesIn, type PhasedSeries } from "./phases.ts";

/** What `promtool test rules` reads: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/ */
export interface TestFile {
  /** Relative to the test file. */
  readonly rule_files: readonly string[];
  readonly evaluation_interval: string;
  /** Numbers may differ in their last digit: sums depend on their order. */
  readonly fuzzy_compare: true;
  /** Without it groups are evaluated in any order, and an alert may look before its recording is there. */
  readonly group_eval_order: readonly string[];
  readonly tests: readonly TestGroup[];
}

export interface TestGroup {
  readonly name: string;
  /** From one sample of the series to the next. */
  readonly interval: string;
  readonly input_series: readonly InputSeries[];
  readonly alert_rule_test?: readonly AlertTest[];
  readonly promql_expr_test?: readonly ExpressionTest[];
}

export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

export interface AlertTest {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly ExpectedAlert[];
}

export interface ExpectedAlert {
  readonly exp_labels: Readonly<Record<string, string>>;
  readonly exp_annotations: Readonly<Record<string, string>>;
}

export interface ExpressionTest {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly ExpectedSample[];
}

export interface ExpectedSample {
  readonly labels: string;
  readonly value: number;
}

/** What a test checks, in the order of time. */
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
export function testGroup({ name, stepMs, endMs, series, assertions }: TestGroupOptions): TestGroup {
  const intervalMs = greatestCommonDivisor(series.map((one) => one.series.strideMs)) || stepMs;
  const alerts = assertions.flatMap(({ alert }) => alert ?? []);
  const expressions = assertions.flatMap(({ expression }) => expression ?? []);
  return {
    name,
    interval: formatDuration(intervalMs),
    input_series: series.map((one) => {
      const { metric, labels, strideMs } = one.series;
      const samples = samplesOf(seriesIn(one), strideMs, endMs);
      return { series: seriesText(metric, labels), values: valuesText(samples, strideMs / intervalMs) };
    }),
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
