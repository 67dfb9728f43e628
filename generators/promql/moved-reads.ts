import { signedDurationInMs } from "./literal.ts";
import { type Moved, type Node, partsOf, type SelectorNode } from "./tree.ts";

/** A selector with the moment that it reads, counted from that of the evaluation. */
export interface MovedRead {
  readonly selector: SelectorNode;
  /** How long before it; less than nothing: how long after it. */
  readonly agoMs: number;
  /** Seconds since 1970 instead, whenever it is evaluated. */
  readonly at: number | undefined;
}

/** Which moment the selectors of an expression read, with what moves the subqueries around them. */
export function movedReads(node: Node, around: Omit<MovedRead, "selector"> = now): MovedRead[] {
  const moment = node.kind === "selector" || node.kind === "subquery" ? movedBy(node, around) : around;
  if (node.kind === "selector") return [{ selector: node, ...moment }];
  return partsOf(node).flatMap((part) => movedReads(part, moment));
}

const now = { agoMs: 0, at: undefined };

/** A moment that stays is the same whatever is around it: there is no telling what an offset from it is to now. */
function movedBy({ offset, at }: Moved, around: Omit<MovedRead, "selector">): Omit<MovedRead, "selector"> {
  const agoMs = signedDurationInMs(offset ?? "0s") ?? 0;
  if (typeof at === "number") return { agoMs, at };
  // The start and the end of what a rule asks are the moment of its evaluation.
  return at === undefined ? { agoMs: around.agoMs + agoMs, at: around.at } : { agoMs, at: undefined };
}
