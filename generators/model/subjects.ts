import type { LabelSpec } from "../language/label.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { CatalogueSeries } from "../promql/series.ts";
import type { MatcherReference, SelectorReference } from "../promql/extraction.ts";
import type { Node, Span } from "../promql/tree.ts";
import { areDisjoint, narrowed } from "../promql/label-value.ts";
import { arithmetic, type BinaryOperator, isArithmetic, isSetOperator, sets } from "../promql/operators.ts";
import { isOfEveryScrape } from "../promql/robust/gaps.ts";
import { hasVariable } from "../promql/variable.ts";
import { metricKey } from "./metrics-behind.ts";
import type { Model } from "./model.ts";
import { recordingsRead } from "./recordings-read.ts";
import type { RecordingModel } from "./rule-model.ts";

/** Series that an expression is about. */
export interface Subject {
  /** The metric, as messages name it. */
  readonly key: string;
  /** Of a histogram or a summary: how many there were, or how large they were. */
  readonly part: "count" | "values";
  readonly labels: ReadonlyMap<string, LabelSpec>;
}

/**
 * What an expression is about, through recordings too: the series that its value comes from, and not those that it is only
 * divided by, compared with or limited to.
 */
export function subjectsOf(
  { analysis }: { readonly analysis: Analysis },
  model: Pick<Model, "recordings">,
): Subject[] {
  const seen = new Set<RecordingModel>();
  const visit = (one: Analysis): Subject[] =>
    mainSelectors(one).flatMap((selector) => {
      const { series, matchers } = selector;
      const behind = recordingsRead(model, selector);
      if (behind.length === 0) return series.map((one) => subject(one, matchers));
      const others = behind.filter((recording) => !seen.has(recording));
      for (const recording of others) seen.add(recording);
      return others.flatMap((recording) => visit(recording.analysis));
    });
  return visit(analysis);
}

/** Whether some series may belong to both. */
export function isSameSubject(a: Subject, b: Subject): boolean {
  if (a.key !== b.key || a.part !== b.part) return false;
  return [...a.labels].every(([name, spec]) => {
    const other = b.labels.get(name);
    return other === undefined || !areDisjoint(spec, other);
  });
}

function subject(series: CatalogueSeries, matchers: readonly MatcherReference[]): Subject {
  // A variable of a dashboard may be anything.
  const fixed = matchers.filter(({ name, value }) => !hasVariable(name) && !hasVariable(value));
  const labels = new Map(
    [...series.labels].map(([name, spec]) => [
      name,
      fixed.filter((matcher) => matcher.name === name).reduce(narrowed, spec),
    ]),
  );
  return {
    key: metricKey(series.job, series.metric),
    part: series.name === `${series.metric}_count` ? "count" : "values",
    labels,
  };
}

function mainSelectors(analysis: Analysis): readonly SelectorReference[] {
  const aside = analysis.joins.map((join) => asideOf(join, analysis)).filter((one) => one !== undefined);
  const isAside = ({ from, to }: Span) => aside.some((span) => isWithin({ from, to }, span));
  const main = analysis.selectors.filter((selector) => !isAside(selector));
  return main.length > 0 ? main : analysis.selectors;
}

/** The side of a join that an expression is not about; undefined: it is about both. */
function asideOf({ op, left, right }: Analysis["joins"][number], { selectors }: Analysis): Span | undefined {
  // `up == 1 unless fps`: that a target answers is told of the one, but it is about the other, which is missing.
  if (op === "unless") return asksWhetherItIsUp(left, right, selectors) ? left : right;
  return !isAboutBoth(op) || isFilledIn(op, right.node) ? right : undefined;
}

function asksWhetherItIsUp(left: Span, right: Span, selectors: readonly SelectorReference[]): boolean {
  const isUpOnly = (side: Span) =>
    selectors
      .filter((selector) => isWithin(selector, side))
      .every(({ metric = "" }) => isOfEveryScrape(metric));
  return isUpOnly(left) && !isUpOnly(right);
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Of all other operators the right side only measures or limits the left. */
function isAboutBoth(op: BinaryOperator): boolean {
  return isSetOperator(op) ? sets[op].takes === "both" : isArithmetic(op) && arithmetic[op].about === "both";
}

/** `errors or requests * 0`: where there is no error there is a zero, but requests are not what it is about. */
function isFilledIn(op: BinaryOperator, right: Node): boolean {
  if (!isSetOperator(op) || sets[op].takes === "left" || right.kind !== "binary") return false;
  return right.op === "*" && right.right.kind === "number" && right.right.value === 0;
}
