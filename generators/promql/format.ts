import { type PromqlTree, promqlTree } from "./printed-tree.ts";

/** An expression of this length stays as its author wrote it: it fits on a line behind `expr: ` and some indentation. */
const longestLine = 80;

/** Prometheus splits what is longer than this, measured without its indentation. */
const longestPart = 100;

/**
 * The expression in the shape that `promtool promql format` gives, without its comments.
 *
 * What is on one line of at most 80 characters, and what does not parse, is returned as it is.
 */
export function formatPromql(text: string): string {
  const isShort = text.length <= longestLine && !/[\n#]/.test(text);
  const tree = isShort ? undefined : promqlTree(text);
  return tree ? pretty(tree, 0) : text;
}

function pretty(tree: PromqlTree, level: number): string {
  const indent = indentation(level);
  switch (tree.kind) {
    case "number":
    case "text":
      return indent + oneLine(tree);
    case "sign":
      return indent + tree.sign + pretty(tree.operand, level).trimStart();
    case "subquery":
      // Prometheus forgets the indentation of a short subquery.
      return needsSplit(tree) ? pretty(tree.of, level) + tree.suffix : oneLine(tree);
    default:
      return needsSplit(tree) ? split(tree, level) : indent + oneLine(tree);
  }
}

function split(
  tree: Extract<PromqlTree, { kind: "call" | "parentheses" | "binary" }>,
  level: number,
): string {
  const indent = indentation(level);
  switch (tree.kind) {
    case "call": {
      const args = tree.args.map((argument) => pretty(argument, level + 1));
      return `${indent}${tree.head}(\n${args.join(",\n")}\n${indent})`;
    }
    case "parentheses":
      return `${indent}(\n${pretty(tree.inner, level + 1)}\n${indent})`;
    case "binary":
      return `${pretty(tree.left, level + 1)}\n${indent}${tree.operator}\n${pretty(tree.right, level + 1)}`;
  }
}

function oneLine(tree: PromqlTree): string {
  switch (tree.kind) {
    case "number":
    case "text":
      return tree.text;
    case "call":
      return `${tree.head}(${tree.args.map(oneLine).join(", ")})`;
    case "parentheses":
      return `(${oneLine(tree.inner)})`;
    case "sign":
      return tree.sign + oneLine(tree.operand);
    case "subquery":
      return oneLine(tree.of) + tree.suffix;
    case "binary":
      return `${oneLine(tree.left)} ${tree.operator} ${oneLine(tree.right)}`;
  }
}

function needsSplit(tree: PromqlTree): boolean {
  // Prometheus counts the bytes of UTF-8.
  return new TextEncoder().encode(oneLine(tree)).length > longestPart;
}

function indentation(level: number): string {
  return "  ".repeat(level);
}
