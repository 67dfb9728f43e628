import { canonical } from "./canonical.ts";
import { printPromql } from "./print.ts";
import { mapParts, type Occurrence, replaceNodes } from "./rewrite.ts";
import { type Node, numberNode, partsOf } from "./tree.ts";

/** A part of an expression that is another one in a second version of it. */
export interface Difference {
  /** Where it stands in both, from the root down. */
  readonly path: readonly number[];
  readonly base: Node;
  readonly head: Node;
}

/** The smallest parts in which two expressions differ, of their canonical forms; none where these are the same. */
export function differencesIn(base: Node, head: Node): Difference[] {
  return differing(canonical(base), canonical(head), []);
}

function differing(base: Node, head: Node, path: readonly number[]): Difference[] {
  if (printPromql(base) === printPromql(head)) return [];
  const [left, right] = [partsOf(base), partsOf(head)];
  if (left.length === 0 || frameOf(base) !== frameOf(head)) return [{ path, base, head }];
  return left.flatMap((part, index) => {
    const other = right[index];
    return other === undefined ? [] : differing(part, other, [...path, index]);
  });
}

/** What a node is without its parts. */
function frameOf(node: Node): string {
  if (node.kind === "range") return `range ${node.range}`;
  const empty = mapParts(node, () => numberNode(0));
  return `${node.kind} ${partsOf(node).length} ${printPromql(empty)}`;
}

/** The canonical form of an expression, with marks around some of its parts. */
export function markedText(
  node: Node,
  paths: readonly (readonly number[])[],
  [open, close]: readonly [open: string, close: string],
): string {
  const form = canonical(node);
  const marks = paths.map((path, index) => ({
    path,
    name: `marked_part_${index}`,
    node: nodeAt(form, path),
  }));
  // In the place of each part, until it is put in.
  const standIns = marks.map(({ path, name }): Occurrence => ({
    path,
    node: { kind: "selector", metric: name, matchers: [] },
  }));
  const text = printPromql(replaceNodes(form, standIns));
  return marks.reduce(
    (marked, { name, node: part }) => marked.replace(name, () => `${open}${printPromql(part)}${close}`),
    text,
  );
}

/** The part of a node at a path. */
export function nodeAt(node: Node, [index, ...rest]: readonly number[]): Node {
  const part = index === undefined ? undefined : partsOf(node)[index];
  return part === undefined ? node : nodeAt(part, rest);
}
