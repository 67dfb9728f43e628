import { canonical, canonicalText } from "../promql/canonical.ts";
import { mapParts } from "../promql/rewrite.ts";
import { type Node, partsOf } from "../promql/tree.ts";
import type { Pair } from "./pairing.ts";
import type { ReviewedExpression } from "./version.ts";

/** A metric that an expression reads in the place of another one. */
export interface OtherName {
  readonly base: string;
  readonly head: string;
}

/** The metrics of an expression that are called otherwise, each everywhere, where nothing else is another; none where more is. */
export function otherNames({ base, head }: Pair<ReviewedExpression>): OtherName[] {
  if (!base.node || !head.node) return [];
  const [before, after] = [namesIn(canonical(base.node)), namesIn(canonical(head.node))];
  if (before.length !== after.length) return [];
  const renamed = new Map(before.map((name, index) => [name, after[index] ?? name]));
  const isOneToOne = new Set(renamed.values()).size === renamed.size && !before.includes("");
  const others = [...renamed].filter(([from, to]) => from !== to);
  // A name that the old version has for something else is no new name.
  const isNew = others.every(([, to]) => !before.includes(to));
  if (others.length === 0 || !isOneToOne || !isNew) return [];
  const text = canonicalText(withNames(base.node, renamed));
  return text === canonicalText(head.node) ? others.map(([from, to]) => ({ base: from, head: to })) : [];
}

function namesIn(node: Node): string[] {
  return node.kind === "selector" ? [node.metric] : partsOf(node).flatMap(namesIn);
}

function withNames(node: Node, names: ReadonlyMap<string, string>): Node {
  if (node.kind === "selector") return { ...node, metric: names.get(node.metric) ?? node.metric };
  return mapParts(node, (part) => withNames(part, names));
}
