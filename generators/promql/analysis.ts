import type { SeriesCatalogue } from "./catalogue.ts";
import { type ExpressionType, unknownType } from "./expression-type.ts";
import type { Extraction } from "./extraction.ts";
import { inferType } from "./infer/expression.ts";
import { type Inference, newFindings, report, type Surroundings } from "./infer/inference.ts";
import type { Reading } from "./read.ts";
import { type Diagnostic, type Node, type Span, wholeSpanOf } from "./tree.ts";

export interface AnalysisOptions {
  /** Variables of Grafana may appear: in a dashboard, not in a rule. */
  readonly dashboard?: boolean;
}

export interface Analysis extends Extraction {
  /** In the order of the text; what else was found is whole only when there are none. */
  readonly diagnostics: readonly Diagnostic[];
  readonly type: ExpressionType;
}

/**
 * What an expression holds, what it gives, and what is wrong with it. The same expression and catalogue give the same.
 *
 * The nodes need spans of one text: `within` compares them.
 */
export function analyse(
  { node: tree, diagnostics }: Pick<Reading, "node" | "diagnostics">,
  catalogue: SeriesCatalogue,
  { dashboard = false }: AnalysisOptions = {},
): Analysis {
  const findings = newFindings();
  findings.diagnostics.push(...diagnostics);
  const within = (surroundings: Surroundings): Inference => ({
    catalogue,
    dashboard,
    findings,
    surroundings,
    infer: (node, inside = { ...surroundings, function: undefined }) => inferType(within(inside), node),
  });
  const type = tree ? resultOf(within({ function: undefined, reachMs: 0 }), tree) : unknownType;
  for (const list of Object.values(findings)) list.sort(byPlace);
  return { ...findings, type };
}

/** What a part of an analysed expression gives by itself. */
export function typeOfPart(node: Node, catalogue: SeriesCatalogue): ExpressionType {
  return analyse({ node, diagnostics: [] }, catalogue).type;
}

function resultOf(inference: Inference, tree: Node): ExpressionType {
  const type = inferType(inference, tree);
  const at = wholeSpanOf(tree);
  if (type.kind === "matrix") {
    report(inference, at, "a range vector is no result: it needs a function such as rate()");
  }
  if (type.kind === "string") report(inference, at, "a string is no result");
  return type;
}

/** What holds another comes before it. */
function byPlace(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to;
}

/** `1:9: message`, the line it is in, and carets under the piece that is meant: as compilers show it. */
export function formatDiagnostic(text: string, { from, to, message }: Diagnostic): string {
  const before = text.slice(0, from);
  const start = before.lastIndexOf("\n") + 1;
  const line = text.slice(start).split("\n", 1)[0] ?? "";
  const column = from - start;
  // What spans several lines is marked to the end of its first.
  const width = Math.max(1, Math.min(to, start + line.length) - from);
  const place = `${before.split("\n").length}:${column + 1}`;
  const shown = excerpt(line, column, width);
  return `${place}: ${message}\n  ${shown.line}\n  ${" ".repeat(shown.column)}${"^".repeat(shown.width)}`;
}

// Longer than any line that a person writes; of one that was made a part is enough.
const longestLine = 300;
const around = 100;

/** What is around a mark in a line, where that is too long to be shown. */
function excerpt(line: string, column: number, width: number) {
  if (line.length <= longestLine) return { line, column, width };
  const from = Math.max(0, column - around);
  const to = Math.min(line.length, column + Math.min(width, around) + around);
  const [before, after] = [from > 0 ? "…" : "", to < line.length ? "…" : ""];
  return {
    line: `${before}${line.slice(from, to)}${after}`,
    column: column - from + before.length,
    width: Math.min(width, to - column),
  };
}
