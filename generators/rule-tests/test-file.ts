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
