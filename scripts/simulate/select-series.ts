import { storedName } from "../../generators/language/label.ts";
import type { Node, SelectorNode } from "../../generators/promql/tree.ts";
import { acceptedBy } from "../../generators/promql/label-value.ts";
import { sampleLabel } from "../../generators/rule-tests/label-sample.ts";
import { partsOf, type SeriesPart, type SimulatedSeries } from "./series.ts";

/** What an entry of `given` is about: the series of a selector, and of a histogram which part. */
export interface Selection {
  readonly series: readonly SimulatedSeries[];
  readonly suffix: SeriesPart["suffix"];
}

/** The simulated series that a selector of `given` means; undefined when `node` is no selector. */
export function selectSeries(node: Node, all: readonly SimulatedSeries[]): Selection | undefined {
  if (node.kind !== "selector") return undefined;
  const series = all.filter((one) => isNamed(one, node.metric) && passes(one, node));
  return { series, suffix: series[0] ? suffixIn(series[0], node.metric) : "" };
}

/**
 * A series that passes the selector where no simulated one does, such as one of an endpoint that a scenario names.
 *
 * Undefined when no job exports such a metric, or when no value was found that fits a pattern.
 */
export function seriesFor(node: SelectorNode, all: readonly SimulatedSeries[]): SimulatedSeries | undefined {
  const candidates = all
    .filter((one) => isNamed(one, node.metric))
    .map((one) => ({ ...one, labels: { ...one.labels, ...wanted(one, node) } }));
  return candidates.find((one) => passes(one, node));
}

function wanted(
  { labels, targetLabels }: SimulatedSeries,
  { matchers }: SelectorNode,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => {
      const own = matchers.filter((matcher) => matcher.name === storedName(name, targetLabels));
      return [name, sampleLabel(name, "*", own, [value]) ?? value];
    }),
  );
}

function isNamed(series: SimulatedSeries, name: string): boolean {
  return partsOf(series).some(({ suffix }) => series.metric + suffix === name);
}

function suffixIn({ metric }: SimulatedSeries, name: string): SeriesPart["suffix"] {
  const suffix = name.slice(metric.length);
  return suffix === "_bucket" || suffix === "_sum" || suffix === "_count" ? suffix : "";
}

function passes(series: SimulatedSeries, node: SelectorNode): boolean {
  const all = storedLabelsOf(series);
  return testsOf(node).every(([name, accepts]) => accepts(all[name] ?? ""));
}

type Labels = Readonly<Record<string, string>>;
const knownLabels = new WeakMap<SimulatedSeries, Labels>();

/** All its labels, by the names that Prometheus stores. */
function storedLabelsOf(series: SimulatedSeries): Labels {
  const known = knownLabels.get(series);
  if (known) return known;
  const { labels, targetLabels } = series;
  const own = Object.entries(labels).map(([name, value]) => [storedName(name, targetLabels), value] as const);
  const all = { ...targetLabels, ...Object.fromEntries(own) };
  knownLabels.set(series, all);
  return all;
}

type Tests = readonly (readonly [name: string, accepts: (value: string) => boolean])[];
const knownTests = new WeakMap<SelectorNode, Tests>();

/** A bucket's bound and a quantile are not of the series but of one of its lines. */
function testsOf(node: SelectorNode): Tests {
  const known = knownTests.get(node);
  if (known) return known;
  const tests = node.matchers
    .filter(({ name }) => name !== "le" && name !== "quantile")
    .map((matcher) => [matcher.name, acceptedBy(matcher)] as const);
  knownTests.set(node, tests);
  return tests;
}
