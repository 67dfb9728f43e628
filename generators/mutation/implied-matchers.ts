import { isSameMatcher } from "../language/expression/label-matcher.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { Span } from "../promql/tree.ts";
import type { LabelMap } from "../promql/expression-type.ts";
import { isSetOperator, sets } from "../promql/operators.ts";
import type { Join, Matcher, SelectorReference } from "../promql/extraction.ts";
import { functionNamed, takesSeries } from "../promql/functions.ts";

/**
 * Whether a join demands of the selector's series what the matcher demands: the sides are joined by its label, and every
 * selector of the other side has the same matcher. Then what the selector would take without it finds no partner.
 */
export function isImplied(analysis: Analysis, selector: SelectorReference, matcher: Matcher): boolean {
  return analysis.joins.some((join) => {
    const isLeft = contains(join.left, selector);
    if (!isLeft && !contains(join.right, selector)) return false;
    // What has no partner stays: of `or` on either side, of `unless` on the left.
    if (isSetOperator(join.op) && sets[join.op].keeps.alone && (isLeft || sets[join.op].takes === "both"))
      return false;
    if (!isJoinedBy(join, matcher.name)) return false;
    const other = analysis.selectors.filter((one) => contains(isLeft ? join.right : join.left, one));
    return (
      other.length > 0 &&
      other.every(({ matchers }) => matchers.some((one) => isSameMatcher(one, matcher))) &&
      keepsApart(analysis, join.left, join.leftLabels, matcher.name) &&
      keepsApart(analysis, join.right, join.rightLabels, matcher.name)
    );
  });
}

/** Whether series that differ in this label stay apart from where they are selected to where they are joined. */
function keepsApart(analysis: Analysis, side: Span, labels: LabelMap | undefined, label: string): boolean {
  if (!labels?.has(label)) return false;
  const { functions, aggregations, joins } = analysis;
  const inSide = (span: Span) => contains(side, span);
  return (
    !functions.some((call) => inSide(call) && losesLabels(call.name)) &&
    joins.filter(inSide).every((join) => isJoinedBy(join, label)) &&
    aggregations
      .filter(inSide)
      .every((one) => (one.modifier === "by") === one.labels.includes(label) && one.modifier !== undefined)
  );
}

/** Whether a series no longer has the labels that it was selected by; what takes no series loses none of theirs. */
function losesLabels(name: string): boolean {
  const row = functionNamed(name);
  return row !== undefined && takesSeries(row) && row.labels !== "kept" && row.labels !== "without le";
}

function isJoinedBy({ matching }: Join, label: string): boolean {
  return (matching.kind === "on") === matching.labels.includes(label);
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
