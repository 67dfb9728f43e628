import type { SyntaxNode } from "@lezer/common";
import { isSetOperator } from "../promql/operators.ts";
import { childrenOf } from "../promql/parse.ts";
import { endOf, type ExpressionSource, nodesNamed, textOf } from "./expression-source.ts";
import type { Edit } from "./mutant.ts";

/** Either side of every `and`, `or` and `unless` left out, so that the other stands alone. */
export function armEdits(source: ExpressionSource): Edit[] {
  return nodesNamed(source, "BinaryExpr").flatMap((node) => {
    const children = childrenOf(node);
    const [left = node, operator = node] = children;
    const right = children.at(-1) ?? node;
    const op = textOf(source, operator).toLowerCase();
    if (!isSetOperator(op)) return [];
    const edit = (side: string, dropped: SyntaxNode, kept: SyntaxNode): Edit => ({
      operator: "arm",
      id: `${side} of ${op} dropped`,
      what: `${side} of ${op} dropped: ${source.text.slice(dropped.from, endOf(source, dropped))}`,
      replacements: [{ from: node.from, to: endOf(source, node), text: alone(source, kept, node) }],
    });
    return [edit("left", left, right), edit("right", right, left)];
  });
}

/** In parentheses where it would else mix with what is around it. */
function alone(source: ExpressionSource, kept: SyntaxNode, { parent }: SyntaxNode): string {
  const text = source.text.slice(kept.from, endOf(source, kept));
  const isPart = parent !== null && ["BinaryExpr", "UnaryExpr", "SubqueryExpr"].includes(parent.name);
  return isPart && kept.name === "BinaryExpr" ? `(${text})` : text;
}
