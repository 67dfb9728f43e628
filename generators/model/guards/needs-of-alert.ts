import { groupBy } from "../../group-by.ts";
import type { JobMetric } from "../../jobs/job.ts";
import { asksForAbsence } from "../../promql/functions.ts";
import { acceptedBy } from "../../promql/label-value.ts";
import { expressionPlace, readingOf } from "../../promql/reading.ts";
import { isOfEveryScrape } from "../../promql/robust/gaps.ts";
import { type LabelMatcher, metricNameOf, type Node, partsOf, type SelectorNode } from "../../promql/tree.ts";
import type { MetricModel } from "../model.ts";
import { letsThrough } from "../recordings-read.ts";

/** A metric without which an expression says nothing. */
export interface Need {
  readonly job: string;
  readonly metric: JobMetric;
  /** What is asked of its labels. */
  readonly matchers: readonly LabelMatcher[];
}

/** What a recording rule says of its series. */
interface RecordedExpression {
  readonly name: string;
  readonly expression: Node;
  readonly labels: Readonly<Record<string, string>>;
}

/** Finds out what expressions need, through recordings too. */
export function needsAmong(
  metrics: readonly MetricModel[],
  recordings: readonly RecordedExpression[],
): (node: Node) => readonly Need[] {
  const bySeries = groupBy(
    metrics.flatMap((metric) => metric.series.map(({ name }) => ({ name, metric }))),
    ({ name }) => name,
  );
  const byName = groupBy(recordings, ({ name }) => name);
  const known = new Map<RecordedExpression, readonly Need[]>();
  const ofSelector = (selector: SelectorNode): readonly Need[] => {
    const name = metricNameOf(selector) ?? "";
    const recorded = byName.get(name);
    // Prometheus writes these of a scrape that finds nothing, too.
    if (recorded === undefined) return isOfEveryScrape(name) ? [] : needsBehind(selector, bySeries.get(name));
    const [one, ...others] = recorded.filter(({ labels }) => letsThrough(selector, labels));
    // Of several, one is enough to have a value.
    return one && others.length === 0 ? needsOfRecording(one) : [];
  };
  const needsOfRecording = (recording: RecordedExpression): readonly Need[] => {
    const found = known.get(recording);
    if (found) return found;
    // One that reads itself is a problem of its own.
    known.set(recording, []);
    const behind = needsOf(recording.expression);
    known.set(recording, behind);
    return behind;
  };
  const needsOf = (node: Node) => selectorsNeeded(treeOf(node)).flatMap(ofSelector);
  return needsOf;
}

/** What the selector takes, by the jobs that it lets through. */
function needsBehind(
  { matchers }: SelectorNode,
  named: readonly { readonly metric: MetricModel }[] = [],
): readonly Need[] {
  const tests = matchers.filter(({ name }) => name === "job").map(acceptedBy);
  return named.flatMap(({ metric }): Need[] => {
    const { job } = metric;
    return job !== undefined && tests.every((accepts) => accepts(job)) ? [{ job, metric, matchers }] : [];
  });
}

/** Text has no tree before it is read; what cannot be read is a problem of its own. */
function treeOf(node: Node): Node {
  return expressionPlace(node) === undefined ? node : (readingOf(node).node ?? node);
}

/** The selectors whose series an expression must have: not those whose absence it waits for, nor those that only keep it silent. */
function selectorsNeeded(node: Node): readonly SelectorNode[] {
  if (node.kind === "selector") return [node];
  if (node.kind === "call" && asksForAbsence(node.name)) return [];
  if (node.kind === "binary" && node.op === "unless") return selectorsNeeded(node.left);
  return partsOf(node).flatMap(selectorsNeeded);
}
