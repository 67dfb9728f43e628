import { type Node, partsOf } from "./tree.ts";

/** A node of an expression, and where it stands in it: equal nodes may stand at several places. */
export interface Occurrence<N extends Node = Node> {
  readonly node: N;
  /** Which part of its holder it is, from the root down. */
  readonly path: readonly number[];
}

/** Every node of an expression in the order of the text, what holds another before it. */
export function occurrencesIn(node: Node, path: readonly number[] = []): Occurrence[] {
  const inner = partsOf(node).flatMap((part, index) => occurrencesIn(part, [...path, index]));
  return [{ node, path }, ...inner];
}

/** Those that are of a kind. */
export function ofKind<Kind extends Node["kind"]>(
  kind: Kind,
  occurrences: readonly Occurrence[],
): Occurrence<Extract<Node, { readonly kind: Kind }>>[] {
  return occurrences.filter(
    (one): one is Occurrence<Extract<Node, { readonly kind: Kind }>> => one.node.kind === kind,
  );
}

/** Whether one node is a part of another, or that node itself. */
export function isWithin(inner: Pick<Occurrence, "path">, outer: Pick<Occurrence, "path">): boolean {
  return outer.path.every((part, index) => inner.path[index] === part);
}

/** The expression with other nodes at these places, none of which lies within another. */
export function replaceNodes(root: Node, replacements: readonly Occurrence[]): Node {
  return replacements.reduce((node, { path, node: instead }) => replaceAt(node, path, instead), root);
}

function replaceAt(node: Node, [index, ...rest]: readonly number[], instead: Node): Node {
  if (index === undefined) return instead;
  return mapParts(node, (part, place) => (place === index ? replaceAt(part, rest, instead) : part));
}

/** The node with its parts changed, each by itself. */
export function mapParts(node: Node, change: (part: Node, index: number) => Node): Node {
  switch (node.kind) {
    case "number":
    case "string":
    case "selector":
      return node;
    case "text": {
      let index = 0;
      const parts = node.parts.map((part) => (typeof part === "string" ? part : change(part, index++)));
      return { ...node, parts };
    }
    case "range": {
      const of = change(node.of, 0);
      if (of.kind !== "selector")
        throw new Error(`a range of a ${of.kind} is no PromQL: it needs a selector`);
      return { ...node, of };
    }
    case "subquery":
    case "negation":
      return { ...node, of: change(node.of, 0) };
    case "call":
    case "aggregation":
      return { ...node, args: node.args.map(change) };
    case "binary":
      return { ...node, left: change(node.left, 0), right: change(node.right, 1) };
  }
}
