import { labelMatcher } from "../language/expression/selector.ts";
import type { MetricDefinition } from "../language/metric-definition.ts";
import { isList } from "../promql/label-value.ts";
import { printPromql } from "../promql/print.ts";
import { greatestOf, lastOf, lastUp } from "../promql/robust/lasting.ts";
import { type LabelMatcher, type Node, numberNode, type SelectorNode } from "../promql/tree.ts";

/** Something that an answer has while its program is well. */
export interface Presence {
  /** What the answer is without when it is gone, as a notification says it: `shop_free_seats`. */
  readonly name: string;
  /** Has a value for each target that has it, and none for the others. */
  readonly node: Node;
  /** The labels that tell it from others of its metric. */
  readonly labels: Readonly<Record<string, string>>;
  /** Series that decide over it. */
  readonly series: SelectorNode;
  /** What the series are when it is gone, one after the other. */
  readonly gone: readonly ("missing" | 0)[];
}

interface Listed {
  readonly label: string;
  readonly values: readonly string[];
  /** The one that it is while all is well, where that is known. */
  readonly sample: string | undefined;
}

interface Wanted {
  readonly metric: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** A label of which the values are known; any other counts for none. */
  readonly listed?: Listed;
}

/** A job as far as it matters for what it has. */
export interface PresentIn {
  readonly name: string;
  readonly everyMs: number;
}

/** That a job has a series of a metric. */
export function presence(job: PresentIn, { metric, labels = {}, listed }: Wanted): Presence {
  const own = Object.entries(labels).map(([name, value]) => labelMatcher(name, value, false));
  const values = listed ? [labelMatcher(listed.label, listed.values, false)] : [];
  // One of them is enough for a test, and for a stack that is simulated.
  const first = listed?.sample ?? listed?.values[0];
  const one = listed && first !== undefined ? [labelMatcher(listed.label, first, false)] : [];
  const series = selector(metric, [ofJob(job), ...own, ...one]);
  const name = printPromql(selector(metric, own));
  return {
    name: listed ? `a listed ${listed.label} of ${name}` : name,
    node: lastOf(selector(metric, [ofJob(job), ...own, ...values]), job.everyMs),
    labels,
    series,
    gone: ["missing"],
  };
}

/** Whether a program always has it: where all labels are listed it knows its series from the start. */
export function isAlwaysThere({ labels, comesAndGoes }: MetricDefinition): boolean {
  return comesAndGoes === undefined && Object.values(labels).every(isList);
}

/** That a job has any series of a metric that it exports itself. */
export function seriesOf(job: PresentIn, { name, type }: MetricDefinition): Presence {
  const isOne = type === "counter" || type === "gauge";
  return isOne ? presence(job, { metric: name }) : { ...presence(job, { metric: `${name}_count` }), name };
}

/** That a job has any sample: a scrape that works may find none. One that fails finds none either, and is bridged. */
export function anySample(job: PresentIn): Presence {
  const series = selector("scrape_samples_scraped", [ofJob(job)]);
  return {
    name: "any metric",
    node: { kind: "binary", op: ">", left: greatestOf(series, job.everyMs), right: numberNode(0) },
    labels: {},
    series,
    // That it is missing shows that no other job of the same instance stands in for it.
    gone: [0, "missing"],
  };
}

/** `up` of a job. */
export function upOf(job: PresentIn): SelectorNode {
  return selector("up", [ofJob(job)]);
}

/** That a target is up. */
export function isUp(job: PresentIn): Node {
  return { kind: "binary", op: "==", left: lastUp(upOf(job), job.everyMs), right: numberNode(1) };
}

function ofJob({ name }: PresentIn): LabelMatcher {
  return labelMatcher("job", name, false);
}

function selector(metric: string, matchers: readonly LabelMatcher[]): SelectorNode {
  return { kind: "selector", metric, matchers };
}
