import type { SyntaxNode } from "@lezer/common";
import type { SeriesCatalogue } from "../catalogue.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Span } from "../tree.ts";
import type { ExpressionType, Kind } from "../expression-type.ts";
import type {
  AggregationReference,
  Comparison,
  FunctionReference,
  Join,
  Merger,
  SelectorReference,
  SubqueryReference,
} from "../extraction.ts";
import type { TimeModifier } from "../time-modifier.ts";
import { hasVariable } from "../variable.ts";

/** What has been found so far, while one text is analysed. */
export interface Findings {
  readonly diagnostics: Diagnostic[];
  readonly selectors: SelectorReference[];
  readonly subqueries: SubqueryReference[];
  readonly aggregations: AggregationReference[];
  readonly functions: FunctionReference[];
  readonly comparisons: Comparison[];
  readonly joins: Join[];
  readonly mergers: Merger[];
}

/** What each part of the inference works with: the text, the catalogue, and where to put what it finds. */
export interface Inference {
  /** As the author wrote it. */
  readonly source: string;
  /** As it was parsed: without variables, and as long. */
  readonly text: string;
  readonly catalogue: SeriesCatalogue;
  readonly dashboard: boolean;
  readonly modifiers: readonly TimeModifier[];
  readonly findings: Findings;
  /** The type of any expression below. */
  readonly infer: (node: SyntaxNode) => ExpressionType;
}

/** An argument of a function or an aggregation: where it stands, and what it is. */
export interface Argument {
  readonly at: SyntaxNode;
  readonly type: ExpressionType;
}

/** How a kind is called in messages. */
export const kindNames: Readonly<Record<Kind, string>> = {
  vector: "an instant vector",
  matrix: "a range vector",
  scalar: "a scalar",
  string: "a string",
  unknown: "something unknown",
};

export function newFindings(): Findings {
  return {
    diagnostics: [],
    selectors: [],
    subqueries: [],
    aggregations: [],
    functions: [],
    comparisons: [],
    joins: [],
    mergers: [],
  };
}

export function report(inference: Inference, { from, to }: Span, message: string): void {
  inference.findings.diagnostics.push({ from, to, message });
}

export function read(inference: Inference, { from, to }: Span): string {
  return inference.text.slice(from, to);
}

/** Whether a variable of Grafana stands there, so that what it will be cannot be told. */
export function holdsVariable(inference: Inference, { from, to }: Span): boolean {
  return inference.dashboard && hasVariable(inference.source.slice(from, to));
}

/** Those of a list that stand within a piece of the text. */
export function within<T extends Span>(list: readonly T[], { from, to }: Span): T[] {
  return list.filter((one) => one.from >= from && one.to <= to);
}
