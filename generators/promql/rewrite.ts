import type { Node, SelectorNode } from "./tree.ts";

/** How a tree becomes another. */
export interface Changes {
  readonly selector?: (selector: SelectorNode) => SelectorNode;
  /** Of every node but selectors, after what it is made of. */
  readonly node?: (node: Node) => Node;
}

/** The same tree, but for what is changed in it. */
export function rewrite(node: Node, changes: Changes): Node {
  const { selector = (one) => one, node: change = (one) => one } = changes;
  if (node.kind === "selector") return selector(node);
  return change(withParts(node, (part) => rewrite(part, changes), selector));
}

/** The node with what it is made of changed; what a range is of stays a selector. */
export function withParts(
  node: Exclude<Node, SelectorNode>,
  change: (part: Node) => Node,
  select: (selector: SelectorNode) => SelectorNode,
): Node {
  switch (node.kind) {
    case "number":
    case "string":
      return node;
    case "text":
      return { ...node, parts: node.parts.map((part) => (typeof part === "string" ? part : change(part))) };
    case "range":
      return { ...node, of: select(node.of) };
    case "subquery":
    case "negation":
      return { ...node, of: change(node.of) };
    case "call":
    case "aggregation":
      return { ...node, args: node.args.map(change) };
    case "binary":
      return { ...node, left: change(node.left), right: change(node.right) };
  }
}
