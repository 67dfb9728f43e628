import type { SeriesCatalogue } from "../catalogue.ts";
import type { ExpressionType, Kind } from "../expression-type.ts";
import type {
  AggregationReference,
  Comparison,
  DurationText,
  FunctionReference,
  Join,
  Merger,
  SelectorReference,
  SubqueryReference,
} from "../extraction.ts";
import type { FunctionRow } from "../function-row.ts";
import { signedDurationInMs } from "../literal.ts";
import { type Diagnostic, type Node, type Span, wholeSpanOf } from "../tree.ts";
import { printPromql } from "../print.ts";
import { hasVariable } from "../variable.ts";

/** What has been found so far, while one expression is analysed. */
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

/** What an expression stands in. */
export interface Surroundings {
  /** The function that it is an argument of. */
  readonly function: string | undefined;
  /** How far back the subqueries around it look; undefined where a variable stands for it. */
  readonly reachMs: number | undefined;
  /** Whether only its series are asked for, whatever their values: they are counted. Left out: no. */
  readonly isCounted?: boolean;
  /** The growth of it is taken, in a subquery: what is picked of counters may stay what they counted. */
  readonly isForGrowth?: boolean;
}

/** What each part of the inference works with: the catalogue, and where to put what it finds. */
export interface Inference {
  readonly catalogue: SeriesCatalogue;
  /** Variables of Grafana may appear. */
  readonly dashboard: boolean;
  readonly findings: Findings;
  readonly surroundings: Surroundings;
  /** The type of any expression below; left out: it stands in what this one stands in, and in no function. */
  readonly infer: (node: Node, surroundings?: Surroundings) => ExpressionType;
}

/** An argument of a function or an aggregation, and what it is. */
export interface Argument {
  readonly node: Node;
  /** With the parentheses around it. */
  readonly at: Span;
  readonly type: ExpressionType;
}

/** A call of a function, and what is known about that. */
export interface TypedCall {
  readonly name: string;
  readonly row: FunctionRow;
  readonly span: Span;
  readonly args: readonly Argument[];
}

/** An argument as it stands there, with its type. */
export function argument(node: Node, type: ExpressionType): Argument {
  return { node, at: wholeSpanOf(node), type };
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

/** Whether a variable of Grafana stands in a name or a value, so that what it will be cannot be told. */
export function isVariable({ dashboard }: Inference, text: string): boolean {
  return dashboard && hasVariable(text);
}

/** The same of an expression. */
export function holdsVariable(inference: Inference, node: Node): boolean {
  return isVariable(inference, printPromql(node));
}

/** A duration with its length, which a variable does not have. */
export function durationOf(inference: Inference, text: string): DurationText {
  return { text, ms: isVariable(inference, text) ? undefined : signedDurationInMs(text) };
}

/** Those of a list that stand within a piece of the text. */
export function within<T extends Span>(list: readonly T[], { from, to }: Span): T[] {
  return list.filter((one) => one.from >= from && one.to <= to);
}
