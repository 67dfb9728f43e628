import { printPromql } from "../../promql/print.ts";
import type { Node } from "../../promql/tree.ts";
import { orderRules } from "./rules/index.ts";
import { type Relation, same, strength } from "./relation.ts";
import type { About, SeriesFacts } from "./rule.ts";

/**
 * How an expression is related to another that has all of its series; undefined where that is not sure.
 *
 * It is told by rules that hold whatever the samples are, as long as none of them is infinite or NaN, and Prometheus refuses neither of
 * the two because several series would match one. Give it canonical forms: it
 * knows two expressions as the same by their texts.
 */
export function relationOf(first: Node, second: Node, facts: SeriesFacts): Relation | undefined {
  const texts = new WeakMap<Node, string>();
  const textOf = (node: Node): string => {
    const text = texts.get(node) ?? printPromql(node);
    texts.set(node, text);
    return text;
  };
  const known = new Map<string, { readonly relation: Relation | undefined }>();
  const about: About = {
    ...facts,
    isSame: (one, other) => textOf(one) === textOf(other),
    ask(one, other) {
      if (about.isSame(one, other)) return same;
      const key = `${textOf(one)}\n${textOf(other)}`;
      const found = known.get(key) ?? { relation: strongest(one, other, about) };
      known.set(key, found);
      return found.relation;
    },
  };
  return about.ask(first, second);
}

function strongest(first: Node, second: Node, about: About): Relation | undefined {
  let best: Relation | undefined;
  for (const { id, relate } of orderRules) {
    const relation = relate(first, second, about);
    if (relation && (!best || strength(relation) > strength(best)))
      best = { ...relation, by: [...new Set([id, ...relation.by])] };
  }
  return best;
}

/** What becomes of an alert whose condition changes from one expression to another. */
export interface Ordered {
  /** Whether the new one fires whenever the old one does, the old one whenever the new one does, or both. */
  readonly fires: "more" | "less" | "the same";
  /** The rules that it follows from. */
  readonly by: readonly string[];
  /** Metrics that must never be below 0, as their names suggest; left out: it follows whatever the series are. */
  readonly assumes?: readonly string[];
}

/** Undefined: the rules do not tell. */
export function orderOf(base: Node, head: Node, facts: SeriesFacts): Ordered | undefined {
  const grown = relationOf(base, head, facts);
  const shrunk = relationOf(head, base, facts);
  if (grown && shrunk) return { fires: "the same", by: [...new Set([...grown.by, ...shrunk.by])] };
  if (grown) return { fires: "more", by: grown.by };
  return shrunk && { fires: "less", by: shrunk.by };
}
