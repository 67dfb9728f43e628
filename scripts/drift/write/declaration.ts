import type { CallExpression, Identifier, ObjectExpression } from "@babel/types";
import { bare, type Module, moduleOf, nodesIn } from "../../new/syntax/module.ts";

/** Where a metric is declared in a file: `shop_orders_total: counter({ … })`. */
export interface Declaration {
  readonly module: Module;
  readonly word: Identifier;
  readonly options: ObjectExpression;
}

/** The declaration of a metric that begins at this line; undefined where it is not written out there. */
export function declarationIn(text: string, metric: string, line: number): Declaration | undefined {
  const module = moduleOf(text);
  if (!module) return undefined;
  for (const node of nodesIn(module.statements)) {
    if (node.type !== "ObjectProperty" || node.computed) continue;
    const { key } = node;
    const name = key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : undefined;
    const value = bare(node.value);
    if (name !== metric || value.type !== "CallExpression" || value.loc?.start.line !== line) continue;
    return withOptions(module, value);
  }
  return undefined;
}

function withOptions(module: Module, { callee, arguments: given }: CallExpression): Declaration | undefined {
  const [options, ...more] = given;
  const isWritten = callee.type === "Identifier" && options?.type === "ObjectExpression" && more.length === 0;
  return isWritten ? { module, word: callee, options } : undefined;
}
