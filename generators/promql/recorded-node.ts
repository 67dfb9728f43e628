import { remembered } from "../remembered.ts";
import { callNode, type Node, stringNode } from "./tree.ts";

/** A recording rule, as far as it decides what is recorded. */
export interface RecordedRule {
  readonly name: string;
  readonly node: Node;
  /** Labels that it adds; left out: none. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * What the rules of one name record, as an expression: their own, with the labels that each adds. Nobody is shown it: what evaluates
 * expressions, or walks through them, sees through recordings by it. Undefined: there is no rule.
 */
export const recordedNode = remembered((rules: readonly RecordedRule[]): Node | undefined => {
  const [first, ...others] = rules.map(withLabels);
  // Their labels exclude each other: `or` leaves none of their series out.
  return first && others.reduce<Node>((left, right) => ({ kind: "binary", op: "or", left, right }), first);
});

function withLabels({ node, labels = {} }: RecordedRule): Node {
  return Object.entries(labels).reduce<Node>(
    // What has no name is empty on every series, and `$` begins the name of a group.
    (of, [label, value]) =>
      callNode("label_replace", of, ...[label, value.replaceAll("$", "$$$$"), "", ""].map(stringNode)),
    node,
  );
}
