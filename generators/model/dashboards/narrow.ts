import type { AllMeans } from "../../language/variable.ts";
import type { SeriesCatalogue } from "../../promql/catalogue.ts";
import { occurrencesIn, ofKind, replaceNodes } from "../../promql/rewrite.ts";
import type { CatalogueSeries } from "../../promql/series.ts";
import {
  metricNameOf,
  type LabelMatcher,
  type MatchOperator,
  type Node,
  type SelectorNode,
} from "../../promql/tree.ts";
import { hasVariable } from "../../promql/variable.ts";

/** A variable of a dashboard, as far as it narrows queries. */
export interface Narrowing {
  readonly name: string;
  readonly label: string;
  /** Whether several values can be chosen at once. */
  readonly multiple: boolean;
  /** What All stands for; false: there is none. */
  readonly all: AllMeans | false;
  /** Whether it narrows queries that do not name it. */
  readonly narrows: boolean;
}

/** Whether what is chosen may be several values, or all: Grafana then writes a pattern. */
export function meansSeveral({ multiple, all }: Pick<Narrowing, "multiple" | "all">): boolean {
  return multiple || all !== false;
}

/**
 * The expression with `label=~"$variable"` in every selector whose series all have the label; the same node where none has.
 *
 * A selector that says something about the label already is left alone: its author meant those series.
 *
 * A variable of which one value is chosen is compared by `=`, also where its author does: Grafana escapes values for a regular
 * expression only where several can be chosen, so that `/v1.0` would match `/v1x0`, and `/search?q` not itself.
 */
export function narrow(root: Node, catalogue: SeriesCatalogue, variables: readonly Narrowing[]): Node {
  const narrowed = ofKind("selector", occurrencesIn(root)).flatMap(({ node, path }) => {
    const series = seriesOf(node, catalogue);
    const added = variables.filter((variable) => narrows(variable, node, series)).map(matcherOf);
    const written = node.matchers.map((matcher) => asChosen(matcher, variables));
    const isSame = added.length === 0 && written.every((matcher, index) => matcher === node.matchers[index]);
    return isSame ? [] : { node: { ...node, matchers: [...written, ...added] }, path };
  });
  return narrowed.length === 0 ? root : replaceNodes(root, narrowed);
}

const ofOneValue: Partial<Record<MatchOperator, MatchOperator>> = { "=~": "=", "!~": "!=" };

/** A matcher that an author wrote, compared with one value where one is chosen. */
function asChosen(matcher: LabelMatcher, variables: readonly Narrowing[]): LabelMatcher {
  const op = ofOneValue[matcher.op];
  const isOne = variables.some((one) => !meansSeveral(one) && isVariable(matcher.value, one.name));
  return op !== undefined && isOne ? { ...matcher, op } : matcher;
}

/** Whether the text is the variable and nothing else. */
export function isVariable(text: string, name: string): boolean {
  return text === `$${name}` || text === `\${${name}}`;
}

/** None where a variable stands for their name. */
function seriesOf(node: SelectorNode, { lookup }: SeriesCatalogue): readonly CatalogueSeries[] {
  const metric = metricNameOf(node);
  if (metric === undefined || hasVariable(metric)) return [];
  // What a variable asks for may be anything.
  return lookup(
    metric,
    node.matchers.filter((one) => isLabel(one) && !isInDoubt(one)),
  ).series;
}

function isLabel({ name, op }: LabelMatcher): boolean {
  return name !== "__name__" || op !== "=";
}

function isInDoubt({ name, value }: LabelMatcher): boolean {
  return hasVariable(name) || hasVariable(value);
}

function narrows(
  { label, narrows: byItself }: Narrowing,
  { matchers }: SelectorNode,
  series: readonly CatalogueSeries[],
): boolean {
  const everySeriesHasIt = series.length > 0 && series.every((one) => hasLabel(one, label));
  return byItself && everySeriesHasIt && !matchers.some(({ name }) => name === label);
}

/**
 * Prometheus' own series about alerts: they have the labels of what fires, so that an alert on a sum has no instance. It must
 * not vanish because somebody looks at one instance.
 */
const alertSeries: readonly string[] = ["ALERTS", "ALERTS_FOR_STATE"];

function hasLabel({ labels, job, metric }: CatalogueSeries, label: string): boolean {
  if (alertSeries.includes(metric)) return false;
  return labels.has(label) || (label === "job" && job !== undefined);
}

function matcherOf(variable: Narrowing): LabelMatcher {
  const { name, label } = variable;
  return { name: label, op: meansSeveral(variable) ? "=~" : "=", value: `$${name}` };
}
