import { formatDuration } from "../language/duration.ts";
import { greatestCommonDivisor } from "./divisors.ts";
import { seriesText, valuesText } from "./notation.ts";
import { samplesOf, type Script } from "./samples.ts";
import type { Signal } from "./signal.ts";
import type { AlertTest, ExpectedSample, ExpressionTest, TestGroup } from "./test-file.ts";

/** A signal and what happens to it. */
export interface Played {
  readonly signal: Signal;
  readonly script: Script;
}

/** What a test looks at, in the order of time. */
export interface Look {
  readonly alert?: AlertTest;
  readonly expression?: ExpressionTest;
}

export interface GroupFacts {
  readonly name: string;
  readonly stepMs: number;
  readonly endMs: number;
  readonly played: readonly Played[];
  readonly looks: readonly Look[];
}

/** A test of promtool: these series, and what is to be seen of them. */
export function testGroup({ name, stepMs, endMs, played, looks }: GroupFacts): TestGroup {
  const intervalMs = greatestCommonDivisor(played.map(({ signal }) => signal.strideMs)) || stepMs;
  const alerts = looks.flatMap(({ alert }) => alert ?? []);
  const expressions = looks.flatMap(({ expression }) => expression ?? []);
  return {
    name,
    interval: formatDuration(intervalMs),
    input_series: played.map(({ signal, script }) => ({
      series: seriesText(signal.metric, signal.labels),
      values: valuesText(samplesOf(signal, script, endMs), signal.strideMs / intervalMs),
    })),
    ...(alerts.length > 0 ? { alert_rule_test: alerts } : {}),
    ...(expressions.length > 0 ? { promql_expr_test: expressions } : {}),
  };
}

/** What an expression gives at a moment. */
export function looksAt(expr: string, atMs: number, samples: readonly ExpectedSample[]): Look {
  return { expression: { expr, eval_time: formatDuration(atMs), exp_samples: samples } };
}

/** No alert of this name was ever in this state from the start to this moment; without a state, in any. */
export function neverBy(alertname: string, atMs: number, stepMs: number, state?: "firing"): Look {
  const labels = { alertname, ...(state === undefined ? {} : { alertstate: state }) };
  // A window leaves out its own start: one step more takes the first evaluation in.
  const window = formatDuration(atMs + stepMs);
  return looksAt(`count_over_time(${seriesText("ALERTS", labels)}[${window}])`, atMs, []);
}
