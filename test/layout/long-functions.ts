import { parseSync, Visitor } from "oxc-parser";

/** A function of a file, with all that stands between its first line and its last. */
export interface LongFunction {
  /** The number of its first line. */
  readonly line: number;
  readonly lines: number;
}

/** The functions of a text that have more lines than this, those within others too. */
export function longFunctions(text: string, most: number): LongFunction[] {
  const found: LongFunction[] = [];
  const lineOf = (index: number) => text.slice(0, index).split("\n").length;
  const measure = ({ start, end }: { readonly start: number; readonly end: number }) => {
    const line = lineOf(start);
    const lines = lineOf(end) - line + 1;
    if (lines > most) found.push({ line, lines });
  };
  const { program } = parseSync("text.ts", text);
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program);
  return found;
}
