import type { SyntaxNode } from "@lezer/common";
import type { SeriesCatalogue } from "./catalogue.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./tree.ts";
import { type ExpressionType, unknownType } from "./expression-type.ts";
import type { Extraction } from "./extraction.ts";
import { inferType } from "./infer/expression.ts";
import { type Inference, newFindings, report } from "./infer/inference.ts";
import { parsePromql } from "./parse.ts";
import { withoutVariables } from "./variable.ts";

export interface AnalysisOptions {
  /** Variables of Grafana may appear: in a dashboard, not in a rule. */
  readonly dashboard?: boolean;
}

export interface Analysis extends Extraction {
  /** In the order of the text; what else was found is whole only when there are none. */
  readonly diagnostics: readonly Diagnostic[];
  readonly type: ExpressionType;
}

/** What an expression holds, what it gives, and what is wrong with it. The same text and catalogue give the same. */
export function analyse(source: string, catalogue: SeriesCatalogue, options: AnalysisOptions = {}): Analysis {
  const dashboard = options.dashboard ?? false;
  const text = dashboard ? withoutVariables(source) : source;
  const { root, modifiers, diagnostics } = parsePromql(text, source);
  const findings = newFindings();
  findings.diagnostics.push(...diagnostics);
  const inference: Inference = {
    source,
    text,
    catalogue,
    dashboard,
    modifiers,
    findings,
    infer: (node) => inferType(inference, node),
  };
  const type = root ? resultOf(inference, root) : unknownType;
  for (const list of Object.values(findings)) list.sort(byPlace);
  return { ...findings, type };
}

function resultOf(inference: Inference, root: SyntaxNode): ExpressionType {
  const type = inference.infer(root);
  if (type.kind === "matrix") {
    report(inference, root, "a range vector is no result: it needs a function such as rate()");
  }
  if (type.kind === "string") report(inference, root, "a string is no result");
  return type;
}

/** What holds another comes before it. */
function byPlace(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to;
}
