import type { Span } from "../../promql/tree.ts";

/** Whether one piece of an expression is around another. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
