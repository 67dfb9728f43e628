import type { Series } from "../../promql/series.ts";
import type { SelectorReference } from "../../promql/extraction.ts";
import { printPromql } from "../../promql/print.ts";
import { readText } from "../../promql/read.ts";
import { occurrencesIn, ofKind, replaceNodes } from "../../promql/rewrite.ts";
import type { LabelMatcher } from "../../promql/tree.ts";

/** A variable of a dashboard, as far as it narrows queries. */
export interface Narrowing {
  readonly name: string;
  readonly label: string;
}

/**
 * The expression with `label=~"$variable"` in every selector whose series all have the label.
 *
 * A selector that says something about the label already is left alone: its author meant those series.
 */
export function narrow(
  expr: string,
  selectors: readonly SelectorReference[],
  variables: readonly Narrowing[],
): string {
  const added = new Map<number, readonly LabelMatcher[]>();
  for (const selector of selectors) {
    const own = variables.filter((variable) => narrows(variable, selector)).map(matcherOf);
    if (own.length > 0) added.set(selector.from, own);
  }
  // Read again, so that the selectors of words and those of text are found alike, by where they stand.
  const { node: root } = added.size === 0 ? {} : readText(expr, { variables: true });
  if (!root) return expr;
  const replacements = ofKind("selector", occurrencesIn(root)).map(({ node, path }) => {
    const matchers = [...node.matchers, ...((node.span && added.get(node.span.from)) ?? [])];
    return { node: { ...node, matchers }, path };
  });
  return printPromql(replaceNodes(root, replacements));
}

function narrows({ label }: Narrowing, { series, matchers }: SelectorReference): boolean {
  const everySeriesHasIt = series.length > 0 && series.every((one) => hasLabel(one, label));
  return everySeriesHasIt && !matchers.some(({ name }) => name === label);
}

/**
 * Prometheus' own series about alerts: they have the labels of what fires, so that an alert on a sum has no instance. It must
 * not vanish because somebody looks at one instance.
 */
const alertSeries: readonly string[] = ["ALERTS", "ALERTS_FOR_STATE"];

function hasLabel({ labels, job, metric }: Series, label: string): boolean {
  if (alertSeries.includes(metric)) return false;
  return labels.has(label) || (label === "job" && job !== undefined);
}

function matcherOf({ name, label }: Narrowing): LabelMatcher {
  return { name: label, op: "=~", value: `$${name}` };
}
