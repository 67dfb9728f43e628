import type { SeriesCatalogue } from "./catalogue.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { type ExpressionType, unknownType } from "./expression-type.ts";
import type { Extraction } from "./extraction.ts";
import { inferType } from "./infer/expression.ts";
import { type Inference, newFindings, report, type Surroundings } from "./infer/inference.ts";
import { readText } from "./read.ts";
import { type Node, type Span, wholeSpanOf } from "./tree.ts";

export interface AnalysisOptions {
  /** Variables of Grafana may appear: in a dashboard, not in a rule. */
  readonly dashboard?: boolean;
}

export interface Analysis extends Extraction {
  /** Undefined where Prometheus refuses to read the text. */
  readonly tree: Node | undefined;
  /** In the order of the text; what else was found is whole only when there are none. */
  readonly diagnostics: readonly Diagnostic[];
  readonly type: ExpressionType;
}

/** What an expression holds, what it gives, and what is wrong with it. The same text and catalogue give the same. */
export function analyse(source: string, catalogue: SeriesCatalogue, options: AnalysisOptions = {}): Analysis {
  const { dashboard = false } = options;
  const { node: tree, diagnostics } = readText(source, { variables: dashboard });
  const findings = newFindings();
  findings.diagnostics.push(...diagnostics);
  const within = (surroundings: Surroundings): Inference => ({
    source,
    catalogue,
    dashboard,
    findings,
    surroundings,
    infer: (node, inside = { ...surroundings, function: undefined }) => inferType(within(inside), node),
  });
  const type = tree ? resultOf(within({ function: undefined, reachMs: 0 }), tree) : unknownType;
  for (const list of Object.values(findings)) list.sort(byPlace);
  return { ...findings, tree, type };
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
