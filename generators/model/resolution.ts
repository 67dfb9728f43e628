import { amountIn, amountOf } from "../language/quantity.ts";
import type { AlertDefinition } from "../language/alert.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { FiringSeries } from "../promql/hysteresis.ts";
import { comparisons } from "../promql/operators.ts";
import type { AlertThreshold } from "../promql/threshold.ts";
import type { LabelMatcher } from "../promql/tree.ts";
import { compareText } from "../text/order.ts";
import { formatQuantity } from "../text/quantity.ts";

/** How far the value of an alert that fires must come back for it to end. */
export interface Resolution {
  /** In the unit of the expression. */
  readonly value: number;
  /** As people write it: `80 %`. */
  readonly text: string;
  /** How it knows that it fires; undefined where nobody knows the labels with which it does. */
  readonly firing: FiringSeries | undefined;
}

interface ResolutionFacts {
  readonly alertname: string;
  /** All that the rule adds. */
  readonly labels: Readonly<Record<string, string>>;
  readonly analysis: Analysis;
  readonly threshold: AlertThreshold | undefined;
  readonly valueUnit: string;
}

/** What an author says of it; undefined: it ends where it begins. */
export function resolutionOf(
  { resolvesAt }: Pick<AlertDefinition, "resolvesAt">,
  { alertname, labels, analysis, threshold, valueUnit }: ResolutionFacts,
): Resolution | undefined {
  if (resolvesAt === undefined) return undefined;
  const unit = threshold?.unit ?? valueUnit;
  const value = numberIn(resolvesAt, unit);
  return {
    value,
    text: formatQuantity(value, unit),
    firing: firingSeries(alertname, labels, analysis),
  };
}

/** Whether what begins at a threshold ends where its value is better. */
export function isMilder(
  { value }: Pick<Resolution, "value">,
  { op, value: begins }: AlertThreshold,
): boolean {
  if (op === "==" || op === "!=") return false;
  // What begins above a number must still be above the other one wherever it begins.
  return value !== begins && comparisons[op].holds(begins, value);
}

function numberIn(written: unknown, unit: string): number {
  const amount = amountOf(written);
  if (!amount) return Number(written);
  const { value, factors } = amountIn(amount, unit);
  return factors.reduce((product, factor) => product * factor, value);
}

/** `ALERTS` has the labels that the rule adds, whatever the series had there. */
function firingSeries(
  alertname: string,
  added: Readonly<Record<string, string>>,
  { type: { labels } }: Analysis,
): FiringSeries | undefined {
  if (labels === undefined) return undefined;
  // A template has another value for each series.
  const fixed = Object.entries(added).filter(([, value]) => !value.includes("{{"));
  const own = { alertname, alertstate: "firing" };
  const matchers = Object.entries({ ...Object.fromEntries(fixed), ...own })
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, value]): LabelMatcher => ({ name, op: "=", value }));
  const on = [...labels.keys()]
    .filter((name) => !Object.hasOwn({ ...added, ...own }, name))
    .sort(compareText);
  return { selector: { kind: "selector", metric: "ALERTS", matchers }, on };
}
