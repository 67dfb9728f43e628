import type { SyntaxNode } from "@lezer/common";
import { aggregationNamed } from "../aggregations.ts";
import type { Span } from "../tree.ts";
import type { Matcher, SelectorReference } from "../extraction.ts";
import { functionNamed } from "../functions.ts";
import { type Inference, within } from "./inference.ts";

/**
 * Whether the left side of a division counts a part of what the right side counts, so that the result lies between 0 and 1:
 * the same text, but for matchers that the left has more of; or the buckets of a histogram over its count.
 */
export function isPartOfWhole(inference: Inference, division: SyntaxNode, left: Span, right: Span): boolean {
  const { selectors, functions, aggregations } = inference.findings;
  const calls = [
    ...within(functions, division).map(({ name }) => functionNamed(name)),
    ...within(aggregations, division).map(({ op }) => aggregationNamed(op)),
  ];
  if (calls.length === 0 || !calls.every((row) => row?.addsUp)) return false;
  const [parts, wholes] = [within(selectors, left), within(selectors, right)];
  const [part, whole] = [parts[0], wholes[0]];
  if (!part || !whole || parts.length > 1 || wholes.length > 1) return false;
  return isPart(part, whole) && shape(inference, left, part) === shape(inference, right, whole);
}

function isPart(part: SelectorReference, whole: SelectorReference): boolean {
  const [one, all] = [part.series[0], whole.series[0]];
  const counts = (type: string | undefined): boolean => type === "counter" || type === "bucket";
  if (!one || !all || !counts(one.type) || !counts(all.type)) return false;
  const isBucketOfCount =
    one.type === "bucket" && all.name === `${all.metric}_count` && one.metric === all.metric;
  if (one.name !== all.name && !isBucketOfCount) return false;
  const has = (wanted: Matcher): boolean =>
    part.matchers.some(
      ({ name, op, value }) => name === wanted.name && op === wanted.op && value === wanted.value,
    );
  // Buckets hold each other's observations: only a single one is a part.
  const isSingleBucket = one.type !== "bucket" || part.matchers.some(({ name }) => name === "le");
  return isSingleBucket && whole.matchers.every(has);
}

/** The text around a selector, without spaces. */
function shape(inference: Inference, side: Span, { from, to, range, offset }: SelectorReference): string {
  const { text } = inference;
  const around = `${text.slice(side.from, from)}·${text.slice(to, side.to)}`;
  return [around.replace(/[\s()]/g, ""), range?.text, offset?.text].join(" ");
}
