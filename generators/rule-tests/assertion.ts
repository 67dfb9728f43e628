import { formatDuration } from "../language/duration.ts";
import { seriesText } from "../series/promtool.ts";
import type { AlertTest, ExpectedAlert, ExpectedSample, ExpressionTest } from "./test-file.ts";

/** What a scene checks, so long after its beginning. */
export interface Assertion {
  readonly atMs: number;
  readonly alert?: Omit<AlertTest, "eval_time">;
  readonly expression?: Omit<ExpressionTest, "eval_time">;
}

/** What an expression gives at a moment. */
export function valueAssertion(expr: string, atMs: number, samples: readonly ExpectedSample[]): Assertion {
  return { atMs, expression: { expr, exp_samples: samples } };
}

/** The alerts of this name that fire at a moment. */
export function firingAssertion(
  alertname: string,
  atMs: number,
  alerts: readonly ExpectedAlert[],
): Assertion {
  return { atMs, alert: { alertname, exp_alerts: alerts } };
}

/** No alert of this name was ever in this state from the beginning to this moment; without a state, in any. */
export function neverAssertion(alertname: string, atMs: number, stepMs: number, state?: "firing"): Assertion {
  const labels = { alertname, ...(state === undefined ? {} : { alertstate: state }) };
  // A window leaves out its own start: one step more takes the first evaluation in.
  const window = formatDuration(atMs + stepMs);
  return valueAssertion(`count_over_time(${seriesText("ALERTS", labels)}[${window}])`, atMs, []);
}
