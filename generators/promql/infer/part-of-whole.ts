import { aggregationNamed } from "../aggregations.ts";
import type { MatcherReference, Operand, SelectorReference } from "../extraction.ts";
import { functionNamed } from "../functions.ts";
import { printPromql } from "../print.ts";
import { mapParts } from "../rewrite.ts";
import { type Node, partsOf } from "../tree.ts";
import { type Inference, within } from "./inference.ts";

/**
 * Whether the left side of a division counts a part of what the right side counts, so that the result lies between 0 and 1:
 * the same expression, but for matchers that the left has more of; or the buckets of a histogram over its count.
 */
export function isPartOfWhole({ findings }: Inference, left: Operand, right: Operand): boolean {
  const [parts, wholes] = [within(findings.selectors, left), within(findings.selectors, right)];
  const [part, whole] = [parts[0], wholes[0]];
  if (!part || !whole || parts.length > 1 || wholes.length > 1) return false;
  if (!isPart(part, whole) || shape(left.node) !== shape(right.node)) return false;
  const called = [...rowsIn(left.node), ...rowsIn(right.node)];
  return called.length > 0 && called.every((row) => row?.addsUp);
}

function isPart(part: SelectorReference, whole: SelectorReference): boolean {
  const [one, all] = [part.series[0], whole.series[0]];
  const counts = (type: string | undefined): boolean => type === "counter" || type === "bucket";
  if (!one || !all || !counts(one.type) || !counts(all.type)) return false;
  const isBucketOfCount =
    one.type === "bucket" && all.name === `${all.metric}_count` && one.metric === all.metric;
  if (one.name !== all.name && !isBucketOfCount) return false;
  const has = (wanted: MatcherReference): boolean =>
    part.matchers.some(
      ({ name, op, value }) => name === wanted.name && op === wanted.op && value === wanted.value,
    );
  // Buckets hold each other's observations: only a single one is a part.
  const isSingleBucket = one.type !== "bucket" || part.matchers.some(({ name }) => name === "le");
  return isSingleBucket && whole.matchers.every(has);
}

/** The expression without what it selects. */
function shape(node: Node): string {
  return printPromql(withoutMatchers(node));
}

function withoutMatchers(node: Node): Node {
  return node.kind === "selector" ? { ...node, metric: "", matchers: [] } : mapParts(node, withoutMatchers);
}

function rowsIn(node: Node): readonly ({ readonly addsUp?: true } | undefined)[] {
  const below = partsOf(node).flatMap(rowsIn);
  if (node.kind === "call") return [functionNamed(node.name), ...below];
  return node.kind === "aggregation" ? [aggregationNamed(node.name), ...below] : below;
}
