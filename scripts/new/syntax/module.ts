import { parse } from "@babel/parser";
import type { Node, Statement } from "@babel/types";

/** A TypeScript file that somebody wrote, with its syntax. */
export interface Module {
  readonly text: string;
  readonly statements: readonly Statement[];
}

/** The syntax of a file; undefined when it has mistakes. */
export function moduleOf(text: string): Module | undefined {
  const read = readModule(text);
  return "mistake" in read ? undefined : read;
}

/** What is wrong with the syntax of a file, names that it has twice among it; undefined when nothing is. */
export function mistakeIn(text: string): string | undefined {
  const read = readModule(text);
  return "mistake" in read ? read.mistake : undefined;
}

function readModule(text: string): Module | { readonly mistake: string } {
  try {
    const { program } = parse(text, { sourceType: "module", plugins: ["typescript"] });
    return { text, statements: program.body };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { mistake: error.message };
  }
}

/** Where a piece of syntax begins and ends in its text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function spanOf({ start, end }: Pick<Node, "start" | "end">): Span {
  return { start: start ?? 0, end: end ?? 0 };
}

/** A piece of syntax and all that it is made of. */
export function* nodesIn(value: unknown): Iterable<Node> {
  if (Array.isArray(value)) for (const part of value) yield* nodesIn(part);
  if (!isNode(value)) return;
  yield value;
  // The comments around it are lists of things without a type of syntax, or of one that nothing looks for.
  for (const part of Object.values(value)) if (typeof part === "object") yield* nodesIn(part);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The expression without what only the compiler reads: `as const`, `satisfies Service[]`. */
export function bare(node: Node): Node {
  const isAnnotated = node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression";
  return isAnnotated ? bare(node.expression) : node;
}

/** The property of an object literal; undefined when it has none, or when a spread may bring it. */
export function propertyOf(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== "ObjectExpression") return undefined;
  for (const one of node.properties) {
    if (one.type !== "ObjectProperty" || one.computed) continue;
    const { key } = one;
    if (key.type === "Identifier" && key.name === name) return one.value;
    if (key.type === "StringLiteral" && key.value === name) return one.value;
  }
  return undefined;
}

/** The options of the call `word("name", { … })`; undefined when there is not exactly one. */
export function optionsOfCall(module: Module, word: string, name: string): Node | undefined {
  const found = [...nodesIn(module.statements)].flatMap((node) => {
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return [];
    const [first, second] = node.arguments;
    const isNamed = first?.type === "StringLiteral" && first.value === name;
    return node.callee.name === word && isNamed && second !== undefined ? [second] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The value of `export const name = …`. */
export function exportedConstant(module: Module, name: string): Node | undefined {
  for (const statement of module.statements) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    if (statement.declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declaration.declarations) {
      if (id.type === "Identifier" && id.name === name && init) return bare(init);
    }
  }
  return undefined;
}
