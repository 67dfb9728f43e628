import type { LabelMatcher, Node, SelectorNode } from "../../../promql/tree.ts";
import { isImplied } from "../implied.ts";
import type { Selected } from "../relation.ts";
import type { About, OrderRule } from "../rule.ts";

export const selections: OrderRule = {
  id: "selections",
  says: "a selector finds all that another one finds if what it wants of each label follows from what that one wants",
  relate(first, second, about) {
    if (first.kind !== "selector" || second.kind !== "selector") return undefined;
    const selected = selectionOf(first, second, about);
    return selected && { presence: selected, values: "same", by: [] };
  },
};

/** What the first selector selects of that which the second one finds; undefined where it may find more. */
export function selectionOf(first: SelectorNode, second: SelectorNode, about: About): Selected | undefined {
  if (first.metric === "" || first.metric !== second.metric || isMovedOtherwise(first, second))
    return undefined;
  if (first.leavesOut !== second.leavesOut) return undefined;
  return isImplied(first, second, about) ? selectedBy(first, second) : undefined;
}

function isMovedOtherwise(one: SelectorNode, other: SelectorNode): boolean {
  return one.offset !== other.offset || one.at !== other.at;
}

/** What the first wants beside all that the second wants too; else all that it wants. */
function selectedBy(first: SelectorNode, second: SelectorNode): Selected {
  const [own, others] = [first, second].map(({ matchers }) => matchers.map(textOf));
  const isMore = others?.every((text) => own?.includes(text)) ?? false;
  const deciding = isMore ? first.matchers.filter((one) => !others?.includes(textOf(one))) : first.matchers;
  return {
    selected: JSON.stringify(deciding.map(textOf).sort()),
    labels: [...new Set(deciding.map(({ name }) => name))],
  };
}

function textOf({ name, op, value }: LabelMatcher): string {
  return JSON.stringify([name, op, value]);
}

/** The selector of the samples that a node reads over a time; undefined of any other node. */
export function rangeOf(node: Node): { readonly of: SelectorNode; readonly range: string } | undefined {
  return node.kind === "range" ? node : undefined;
}
