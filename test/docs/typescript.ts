import { parseSync, Visitor, type Program } from "oxc-parser";

/** A statement of an example: a definition, most of the time. */
export interface Statement {
  readonly text: string;
  /** What it declares; none for an import or an expression. */
  readonly names: readonly string[];
  /** The word of the language that makes it: `alert` in `export const Slow = alert({ … })`; none where it is not exported. */
  readonly word: string | undefined;
  readonly kind: "import" | "declaration" | "expression";
}

/** The statements of a text, each with the comments above it. */
export function statementsOf(text: string): Statement[] {
  let end = 0;
  return parsed(text).body.map((node) => {
    const own = text.slice(end, node.end).trim();
    end = node.end;
    const declaration = node.type === "ExportNamedDeclaration" ? node.declaration : node;
    if (declaration?.type === "VariableDeclaration") {
      const names = declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
      const init = declaration.declarations[0]?.init;
      const called =
        init?.type === "CallExpression" && init.callee.type === "Identifier" ? init.callee.name : "";
      return { text: own, names, word: declaration === node ? undefined : called, kind: "declaration" };
    }
    if (node.type === "ImportDeclaration") return { text: own, names: [], word: undefined, kind: "import" };
    const kind = node.type === "ExpressionStatement" ? "expression" : "declaration";
    return { text: own, names: [], word: undefined, kind };
  });
}

/** The names that a text uses and neither declares nor imports. */
export function freeNames(text: string): string[] {
  const used = new Set<string>();
  const declared = new Set<string>();
  /** Identifiers that are no uses: keys, and what stands behind a dot. */
  const others = new Set<number>();
  new Visitor({
    MemberExpression: ({ computed, property }) => void (computed || others.add(property.start)),
    Property: ({ computed, key, shorthand }) => void (computed || shorthand || others.add(key.start)),
    ImportDeclaration: ({ specifiers }) => specifiers.forEach(({ local }) => declared.add(local.name)),
    VariableDeclarator: ({ id }) => namesIn(text, id).forEach((name) => declared.add(name)),
    ArrowFunctionExpression: ({ params }) =>
      params.forEach((param) => namesIn(text, param).forEach((name) => declared.add(name))),
    Identifier: ({ name, start }) => void (others.has(start) || used.add(name)),
  }).visit(parsed(text));
  return [...used].filter((name) => !declared.has(name)).sort();
}

/** The names that a pattern such as `{ labels, value: shown }` declares. */
function namesIn(text: string, { start, end }: { readonly start: number; readonly end: number }): string[] {
  const pattern = text.slice(start, end).replaceAll(/\w+:/g, " ");
  return pattern.match(/[A-Za-z_$][\w$]*/g) ?? [];
}

function parsed(text: string): Program {
  const { program, errors } = parseSync("example.ts", text);
  const [error] = errors;
  if (error) throw new Error(`${error.message}\n${error.codeframe ?? ""}`);
  return program;
}
