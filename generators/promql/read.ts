import type { SyntaxNode } from "@lezer/common";
import type { LabelMatcher, MatchOperator, Moment, Node, SelectorNode, VectorMatching } from "./tree.ts";
import type { BinaryOperator } from "./operators.ts";
import { numberOrDuration } from "./number-literal.ts";
import { childrenOf, parsePromql } from "./parse.ts";
import { unquote } from "./string-literal.ts";
import { modifiersBehind, type TimeModifier } from "./time-modifier.ts";

/** What is read: the text, and what `offset` and `@` in it say. */
interface Source {
  readonly text: string;
  readonly modifiers: readonly TimeModifier[];
}

/** PromQL text as a tree, without holes of text; undefined where Prometheus refuses it. */
export function readPromql(text: string): Node | undefined {
  const { root, modifiers } = parsePromql(text);
  return root && read(root, { text, modifiers });
}

function read(node: SyntaxNode, source: Source): Node | undefined {
  const children = childrenOf(node);
  const [first] = children;
  const last = children.at(-1);
  switch (node.name) {
    case "NumberDurationLiteral":
      return numberIn(textOf(node, source));
    case "StringLiteral":
      return stringIn(textOf(node, source));
    case "ParenExpr":
      return first && read(first, source);
    case "UnaryExpr":
      return last && readSign(textOf(node, source).startsWith("-"), last, source);
    case "VectorSelector":
      return readSelector(node, source, node.to);
    case "MatrixSelector":
      return first && last && readRange(node, first, textOf(last, source), source);
    case "SubqueryExpr":
      return first && readSubquery(node, read(first, source), source);
    case "FunctionCall":
      return readCall(node, first, source);
    case "AggregateExpr":
      return readAggregation(node, first, source);
    case "BinaryExpr":
      return readBinary(node, source);
    default:
      return undefined;
  }
}

function numberIn(text: string): Node | undefined {
  const value = numberOrDuration(text);
  // Without the sign of a zero.
  return value === undefined ? undefined : { kind: "number", value: value + 0 };
}

function stringIn(text: string): Node | undefined {
  const value = unquote(text);
  return typeof value === "string" ? { kind: "string", value } : undefined;
}

/** Whether a sign belongs to the number after it depends on where it stands; here it always does. */
function readSign(isMinus: boolean, operand: SyntaxNode, source: Source): Node | undefined {
  const of = read(operand, source);
  if (!of || !isMinus) return of;
  const isLiteral = operand.name === "NumberDurationLiteral" && of.kind === "number";
  return isLiteral ? { kind: "number", value: 0 - of.value } : { kind: "negation", of };
}

/** @param end where the selector ends with its range: there stand its modifiers */
function readSelector(node: SyntaxNode, source: Source, end: number): SelectorNode {
  const name = node.getChild("Identifier");
  const inBraces = node.getChild("LabelMatchers");
  const quoted = inBraces?.getChild("QuotedLabelName");
  const matchers = [
    ...(inBraces?.getChildren("UnquotedLabelMatcher") ?? []),
    ...(inBraces?.getChildren("QuotedLabelMatcher") ?? []),
  ].sort((a, b) => a.from - b.from);
  const { offset, at } = modifiersBehind(source.modifiers, end);
  return {
    kind: "selector",
    metric: name ? textOf(name, source) : quoted ? labelIn(textOf(quoted, source)) : "",
    matchers: matchers.map((matcher) => readMatcher(matcher, source)),
    ...(offset ? { offset: offset.text } : {}),
    ...(at === undefined ? {} : { at: momentIn(at) }),
  };
}

function readMatcher(node: SyntaxNode, source: Source): LabelMatcher {
  const children = childrenOf(node);
  const [name, value] = [children[0], children.at(-1)];
  const op = node.getChild("MatchOp");
  return {
    name: name ? labelIn(textOf(name, source)) : "",
    // A cast: the grammar knows no others.
    op: (op ? textOf(op, source) : "=") as MatchOperator,
    value: value ? labelIn(textOf(value, source)) : "",
  };
}

function momentIn(text: string): Moment {
  if (text.startsWith("start")) return "start()";
  return text.startsWith("end") ? "end()" : (numberOrDuration(text) ?? 0);
}

function readRange(node: SyntaxNode, selector: SyntaxNode, range: string, source: Source): Node {
  return { kind: "range", of: readSelector(selector, source, node.to), range };
}

function readSubquery(node: SyntaxNode, of: Node | undefined, source: Source): Node | undefined {
  const [range, step] = node.getChildren("DurationExpr").map((duration) => textOf(duration, source));
  return of && { kind: "subquery", of, range: range ?? "", ...(step === undefined ? {} : { step }) };
}

function readCall(node: SyntaxNode, name: SyntaxNode | undefined, source: Source): Node | undefined {
  const args = readArguments(node, source);
  return name && args && { kind: "call", name: textOf(name, source), args };
}

function readAggregation(node: SyntaxNode, name: SyntaxNode | undefined, source: Source): Node | undefined {
  const modifier = node.getChild("AggregateModifier");
  const list = modifier?.getChild("GroupingLabels");
  const labels = list ? labelsIn(list, source) : [];
  const args = readArguments(node, source);
  return (
    name &&
    args && {
      kind: "aggregation",
      name: textOf(name, source).toLowerCase(),
      args,
      ...(modifier?.getChild("By") ? { by: labels } : {}),
      ...(modifier?.getChild("Without") ? { without: labels } : {}),
    }
  );
}

function readBinary(node: SyntaxNode, source: Source): Node | undefined {
  const children = childrenOf(node);
  const [first, operator] = children;
  const last = children.at(-1);
  const left = first && read(first, source);
  const right = last && read(last, source);
  if (!operator || !left || !right) return undefined;
  const clause = node.getChild("MatchingModifierClause");
  return {
    kind: "binary",
    // A cast: the grammar knows no others.
    op: textOf(operator, source).toLowerCase() as BinaryOperator,
    left,
    right,
    ...(node.getChild("BoolModifier") ? { bool: true } : {}),
    ...(clause ? { matching: readMatching(clause, source) } : {}),
  };
}

function readMatching(clause: SyntaxNode, source: Source): VectorMatching {
  const [labels, taken] = clause.getChildren("GroupingLabels").map((list) => labelsIn(list, source));
  return {
    ...(clause.getChild("On") ? { on: labels ?? [] } : {}),
    ...(clause.getChild("Ignoring") ? { ignoring: labels ?? [] } : {}),
    ...(clause.getChild("GroupLeft") ? { groupLeft: taken ?? [] } : {}),
    ...(clause.getChild("GroupRight") ? { groupRight: taken ?? [] } : {}),
  };
}

/** Undefined where one of them is refused. */
function readArguments(node: SyntaxNode, source: Source): readonly Node[] | undefined {
  const body = node.getChild("FunctionCallBody");
  const written = body ? childrenOf(body) : [];
  const args = written.flatMap((child) => read(child, source) ?? []);
  return args.length === written.length ? args : undefined;
}

function labelsIn(list: SyntaxNode, source: Source): string[] {
  return childrenOf(list).map((label) => labelIn(textOf(label, source)));
}

/** A name or a text, in quotes or without. */
function labelIn(text: string): string {
  const value = /^["'`]/.test(text) ? unquote(text) : text;
  return typeof value === "string" ? value : "";
}

function textOf({ from, to }: SyntaxNode, { text }: Source): string {
  return text.slice(from, to);
}
