import type { ImportDeclaration } from "@babel/types";
import { type Imports, printImport, printImports } from "../../code/imports.ts";
import { type Module, moduleOf, nodesIn, spanOf } from "./module.ts";

/** The text, or why it was not changed. */
export type Edited = { readonly text: string } | { readonly refused: string };

/** The text with these imports: names are added to an import of the same module, others get a line behind the last import. */
export function addImports(text: string, wanted: Imports): Edited {
  let edited = text;
  for (const [module, names] of wanted) {
    const parsed = moduleOf(edited);
    if (!parsed) return { refused: "it has mistakes in its syntax" };
    const one = addImport(parsed, module, names);
    if ("refused" in one) return one;
    edited = one.text;
  }
  return { text: edited };
}

function addImport(parsed: Module, module: string, names: ReadonlySet<string>): Edited {
  const imports = parsed.statements.filter((one) => one.type === "ImportDeclaration");
  const isThere = (name: string) => imports.some((one) => imported(one, module).includes(name));
  const missing = [...names].filter((name) => !isThere(name));
  const taken = missing.find((name) => isBound(parsed, name.replace("* as ", "")));
  if (taken !== undefined) return { refused: `${taken} means something else in it` };
  if (missing.length === 0) return { text: parsed.text };
  const isWhole = missing.some((name) => name.startsWith("* as "));
  const same = imports.find((one) => !isWhole && isPlain(one) && one.source.value === module);
  if (same) return { text: extended(parsed.text, same, missing) };
  const line = printImports(new Map([[module, new Set(missing)]]));
  const last = imports.at(-1);
  if (!last) return { text: `${line}\n${parsed.text}` };
  const at = endOfLine(parsed.text, spanOf(last).end);
  return { text: parsed.text.slice(0, at) + line + parsed.text.slice(at) };
}

/** The names that an import of this module brings under their own name. */
function imported(declaration: ImportDeclaration, module: string): string[] {
  if (declaration.source.value !== module || declaration.importKind === "type") return [];
  return declaration.specifiers.flatMap((one) => {
    if (one.type !== "ImportSpecifier" || one.importKind === "type") return [];
    return one.imported.type === "Identifier" && one.imported.name === one.local.name ? [one.local.name] : [];
  });
}

/** Names in braces and nothing else. */
function isPlain({ specifiers, importKind }: ImportDeclaration): boolean {
  return (
    importKind !== "type" &&
    specifiers.length > 0 &&
    specifiers.every((one) => one.type === "ImportSpecifier")
  );
}

function extended(text: string, declaration: ImportDeclaration, names: readonly string[]): string {
  const { start, end } = spanOf(declaration);
  const own = declaration.specifiers.map((one) => text.slice(spanOf(one).start, spanOf(one).end));
  const line = printImport(declaration.source.value, [...own, ...names]).trimEnd();
  return text.slice(0, start) + line + text.slice(end);
}

function endOfLine(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  return found === -1 ? text.length : found + 1;
}

/** Whether the name stands for anything in the file, in whichever block. */
export function isBound({ statements }: Module, name: string): boolean {
  return [...nodesIn(statements)].some((node) => {
    switch (node.type) {
      case "ImportSpecifier":
      case "ImportNamespaceSpecifier":
      case "ImportDefaultSpecifier":
        return node.local.name === name;
      case "VariableDeclarator":
        return [...nodesIn(node.id)].some((one) => one.type === "Identifier" && one.name === name);
      case "FunctionDeclaration":
      case "ClassDeclaration":
        return node.id?.name === name;
      default:
        return false;
    }
  });
}
