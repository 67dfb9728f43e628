import type { Node, SelectorNode } from "../../../promql/tree.ts";
import { isImplied } from "../implied.ts";
import type { About, OrderRule } from "../rule.ts";

export const selections: OrderRule = {
  id: "selections",
  says: "a selector finds all that another one finds if what it wants of each label follows from what that one wants",
  relate(first, second, about) {
    if (first.kind !== "selector" || second.kind !== "selector") return undefined;
    const selected = selectionOf(first, second, about);
    return selected === undefined ? undefined : { presence: { selected }, values: "same", by: [] };
  },
};

/** What the first selector selects of that which the second one finds, as a text; undefined where it may find more. */
export function selectionOf(first: SelectorNode, second: SelectorNode, about: About): string | undefined {
  if (first.metric === "" || first.metric !== second.metric || isMovedOtherwise(first, second))
    return undefined;
  if (first.leavesOut !== second.leavesOut) return undefined;
  return isImplied(first, second, about) ? textOf(first) : undefined;
}

function isMovedOtherwise(one: SelectorNode, other: SelectorNode): boolean {
  return one.offset !== other.offset || one.at !== other.at;
}

function textOf({ matchers }: SelectorNode): string {
  return JSON.stringify(matchers.map(({ name, op, value }) => [name, op, value]).sort());
}

/** The selector of the samples that a node reads over a time; undefined of any other node. */
export function rangeOf(node: Node): { readonly of: SelectorNode; readonly range: string } | undefined {
  return node.kind === "range" ? node : undefined;
}
