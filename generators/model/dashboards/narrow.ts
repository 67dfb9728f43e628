import type { Series } from "../../promql/catalogue.ts";
import type { SelectorReference } from "../../promql/extraction.ts";

/** A variable of a dashboard, as far as it narrows queries. */
export interface Narrowing {
  readonly name: string;
  readonly label: string;
}

/**
 * The expression with `label=~"$variable"` in every selector whose series all have the label.
 *
 * It works on the text, so that PromQL that was written as text is narrowed like any other. A selector that says something
 * about the label already is left alone: its author meant those series.
 */
export function narrow(
  expr: string,
  selectors: readonly SelectorReference[],
  variables: readonly Narrowing[],
): string {
  // From the end: what is put in does not move the selectors before it.
  return [...selectors]
    .sort((a, b) => b.from - a.from)
    .reduce((text, selector) => {
      const matchers = variables.filter((variable) => narrows(variable, selector)).map(matcherText);
      return matchers.length === 0 ? text : insert(text, selector, matchers.join(", "));
    }, expr);
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

function matcherText({ name, label }: Narrowing): string {
  // A name outside of the old rules is a string in PromQL, whose escapes are those of JSON here.
  const written = /^[a-zA-Z_]\w*$/.test(label) ? label : JSON.stringify(label);
  return `${written}=~"$${name}"`;
}

function insert(text: string, { from, to, matchers }: SelectorReference, added: string): string {
  const last = matchers.at(-1);
  if (last) return splice(text, last.to, `, ${added}`);
  const selector = text.slice(from, to);
  const [head = "", braces] = /^[\w:]*\s*(\{\s*)?/.exec(selector) ?? [];
  const name = /^[\w:]*/.exec(selector)?.[0] ?? "";
  if (braces === undefined) return splice(text, from + name.length, `{${added}}`);
  // Without a matcher only the metric's own name can stand in the braces: `{"with.dots"}`.
  const isEmpty = selector.charAt(head.length) === "}";
  return splice(text, from + head.length, isEmpty ? added : `${added}, `);
}

function splice(text: string, position: number, added: string): string {
  return text.slice(0, position) + added + text.slice(position);
}
