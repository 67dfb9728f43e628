import type { SyntaxNode } from "@lezer/common";
import type { Model } from "../model/model.ts";
import { aggregationNamed } from "../promql/aggregations.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { SeriesCatalogue } from "../promql/catalogue.ts";
import { functionNamed } from "../promql/functions.ts";
import type { Parameter } from "../promql/parameter.ts";
import { childrenOf, parsePromql } from "../promql/parse.ts";
import type { TimeModifier } from "../promql/time-modifier.ts";
import type { Rule } from "./mutant.ts";

/** The expression of a rule, ready to be changed. */
export interface ExpressionSource {
  readonly rule: Rule;
  readonly text: string;
  /** Every node of its tree, in the order of the text, what holds another before it. */
  readonly nodes: readonly SyntaxNode[];
  readonly modifiers: readonly TimeModifier[];
  readonly analysis: Analysis;
  readonly catalogue: SeriesCatalogue;
}

export function expressionSource(rule: Rule, { catalogue }: Pick<Model, "catalogue">): ExpressionSource {
  const { expr, analysis } = rule;
  const { root, modifiers } = parsePromql(expr);
  return { rule, text: expr, nodes: root ? [root, ...nodesIn(root)] : [], modifiers, analysis, catalogue };
}

function nodesIn(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).flatMap((child) => [child, ...nodesIn(child)]);
}

export function nodesNamed({ nodes }: ExpressionSource, ...names: readonly string[]): SyntaxNode[] {
  return nodes.filter(({ name }) => names.includes(name));
}

export function textOf({ text }: ExpressionSource, { from, to }: Pick<SyntaxNode, "from" | "to">): string {
  return text.slice(from, to);
}

/** Where a node ends together with the `offset` and `@` that belong to it. */
export function endOf({ modifiers }: ExpressionSource, { to }: Pick<SyntaxNode, "to">): number {
  let end = to;
  for (const modifier of modifiers) if (modifier.follows === end) end = modifier.to;
  return end;
}

/** The arguments of a function or an aggregation. */
export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
  const body = call.getChild("FunctionCallBody");
  return body ? childrenOf(body) : [];
}

/** The argument that has this meaning; undefined where the function or the aggregation takes none. */
export function argumentTaken(
  source: ExpressionSource,
  call: SyntaxNode,
  parameter: Parameter,
): SyntaxNode | undefined {
  const name = calledName(source, call);
  const takes = functionNamed(name)?.takes ?? [aggregationNamed(name)?.parameter];
  return argumentsOf(call)[takes.indexOf(parameter)];
}

/** The name of a function or an aggregation. */
export function calledName(source: ExpressionSource, call: SyntaxNode): string {
  const name = call.getChild("FunctionIdentifier") ?? call.getChild("AggregateOp");
  return name ? textOf(source, name).toLowerCase() : "";
}
