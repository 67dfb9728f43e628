import { inOrderOf } from "../model/lookups.ts";
import { recordingsRead } from "../model/recordings-read.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import type { SelectorReference } from "../promql/extraction.ts";
import { acceptedBy } from "../promql/label-value.ts";
import { type LabelMatcher, metricNameOf, type SelectorNode } from "../promql/tree.ts";
import type { ConcreteSeries } from "./concrete-series.ts";
import { windowFunctionNamed } from "../promql/functions.ts";

type Rule = AlertModel | RecordingModel;

/** A selector of a rule, and how it looks at its series. */
export interface Read {
  readonly selector: SelectorReference;
  readonly rule: Rule;
  /** Undefined: at the moment. */
  readonly windowMs: number | undefined;
  /** Function around the window: `rate`. */
  readonly function: string | undefined;
  readonly offsetMs: number;
  readonly inSubquery: boolean;
  /** How far back it looks, subqueries and offsets included. */
  readonly reachMs: number;
}

/** How far back the farthest of these looks. */
export function reachOfReads(reads: readonly Read[]): number {
  return Math.max(0, ...reads.map(({ reachMs }) => reachMs));
}

/** The rules that read here, each once. */
export function readingRules(reads: readonly Read[]): Rule[] {
  return [...new Set(reads.map(({ rule }) => rule))];
}

type Selected = Pick<ConcreteSeries, "metric" | "labels">;

/** All selectors of these rules. */
export function readsOf(rules: readonly Rule[]): Read[] {
  return rules.flatMap((rule) =>
    rule.analysis.selectors.map((selector) => ({
      selector,
      rule,
      windowMs: selector.range?.ms,
      function: selector.function,
      offsetMs: Math.abs(selector.offset?.ms ?? 0),
      inSubquery: rule.analysis.subqueries.some(({ from, to }) => from <= selector.from && selector.to <= to),
      reachMs: selector.reachMs ?? 0,
    })),
  );
}

/** Whether the selector takes this series. */
export function selects({ selector }: Read, series: Selected): boolean {
  const { metric = series.metric, matchers } = selector;
  return metric === series.metric && matchers.every((matcher) => accepts(matcher, series));
}

/** The same of a selector that stands in a tree. */
export function isTakenBy(selector: SelectorNode, series: Selected): boolean {
  return (
    metricNameOf(selector) === series.metric && selector.matchers.every((matcher) => accepts(matcher, series))
  );
}

function accepts(matcher: LabelMatcher, { metric, labels }: Selected): boolean {
  const value = matcher.name === "__name__" ? metric : (labels[matcher.name] ?? "");
  return acceptedBy(matcher)(value);
}

/** Whether a recording has a value at a moment only where this series has one, be it through other recordings. */
export function isRecordedOf(recording: string, series: Selected, reads: readonly Read[]): boolean {
  const own = reads.filter((read) => read.rule.name === recording && read.windowMs === undefined);
  return own.some(
    (read) =>
      selects(read, series) ||
      isRecordedOf(
        read.selector.metric ?? "",
        series,
        reads.filter((one) => one !== read),
      ),
  );
}

/** The recordings that a rule reads, and those that they read, but none whose series a scenario plays; as they are evaluated. */
export function neededRecordings(
  rule: Rule,
  model: Pick<Model, "recordings">,
  played: ReadonlySet<string>,
): readonly RecordingModel[] {
  const needed = new Set<RecordingModel>();
  const add = ({ analysis }: Rule): void => {
    for (const selector of analysis.selectors) {
      if (played.has(selector.metric ?? "")) continue;
      for (const recording of recordingsRead(model, selector)) {
        if (recording === rule || needed.has(recording)) continue;
        needed.add(recording);
        add(recording);
      }
    }
  };
  add(rule);
  return inOrderOf(model, needed);
}

/**
 * How far apart the samples of a series are, in milliseconds; undefined: one at every evaluation.
 *
 * A window that looks back and no further than its samples are apart shows a change at once and wholly, not bit by bit: a
 * mean sees one sample, a rate two, from which Prometheus extrapolates to exactly twice their difference. So a test knows
 * the very moment at which an alert becomes pending, and a window of another length shows.
 */
export function strideOf(series: ConcreteSeries, reads: readonly Read[]): number | undefined {
  if (series.given.kind === "follows") return undefined;
  const own = reads.filter((read) => selects(read, series));
  const [first] = own;
  if (first?.windowMs === undefined) return undefined;
  if (own.some(({ windowMs, inSubquery }) => windowMs !== first.windowMs || inSubquery)) return undefined;
  const two = own.some((read) => windowFunctionNamed(read.function ?? "")?.samples === 2);
  return two ? first.windowMs / 2 : first.windowMs;
}
