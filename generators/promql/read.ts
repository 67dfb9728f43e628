import type { SyntaxNode } from "@lezer/common";
import type { BinaryOperator } from "./operators.ts";
import { numberOrDuration, unquote } from "./literal.ts";
import { childrenOf, parsePromql } from "./parse.ts";
import { modifiersAfter, type TimeModifier } from "./time-modifier.ts";
import type {
  Around,
  BinaryNode,
  Diagnostic,
  LabelMatcher,
  MatchOperator,
  Timestamp,
  Moved,
  Node,
  SelectorNode,
  Span,
  VectorMatching,
} from "./tree.ts";
import { withoutVariables } from "./variable.ts";

/** A text with its tree, or with what Prometheus refuses to read in it. */
export interface Reading {
  readonly expr: string;
  /** Undefined when there are diagnostics. */
  readonly node: Node | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is read, and what is found wrong meanwhile. */
interface Source {
  /** As its author wrote it. */
  readonly written: string;
  /** As it was parsed: without variables, and as long. */
  readonly text: string;
  /** What `offset` and `@` say. */
  readonly modifiers: readonly TimeModifier[];
  readonly diagnostics: Diagnostic[];
}

/** PromQL text as a tree, without holes of text; undefined where Prometheus refuses it. */
export function readPromql(text: string): Node | undefined {
  return readText(text).node;
}

/**
 * PromQL text as the tree that Prometheus itself builds.
 *
 * @param variables those of Grafana may appear: they stand in the tree as they are written
 */
export function readText(expr: string, { variables = false } = {}): Reading {
  const text = variables ? withoutVariables(expr) : expr;
  const { root, modifiers, diagnostics } = parsePromql(text, expr);
  if (!root) return { expr, node: undefined, diagnostics };
  const source: Source = { written: expr, text, modifiers, diagnostics: [] };
  const node = read(root, source);
  return source.diagnostics.length > 0
    ? { expr, node: undefined, diagnostics: source.diagnostics }
    : { expr, node, diagnostics: [] };
}

function read(node: SyntaxNode, source: Source): Node {
  const children = childrenOf(node);
  const [first = node, second = node] = children;
  const span = spanOf(node);
  switch (node.name) {
    case "NumberDurationLiteral":
      return readNumber(node, source);
    case "StringLiteral":
      return { kind: "string", value: textIn(node, source), span };
    case "ParenExpr":
      return inside(read(first, source), { ...span, sign: "(" });
    case "UnaryExpr":
      return readSign(node, textOf(first, source) === "-", read(second, source));
    case "VectorSelector":
      return readSelector(node, source, node.to);
    case "MatrixSelector":
      return readRange(node, source);
    case "SubqueryExpr":
      return readSubquery(node, read(first, source), source);
    case "FunctionCall":
      return { kind: "call", name: textOf(first, source), args: readArguments(node, source), span };
    case "AggregateExpr":
      return readAggregation(node, first, source);
    case "BinaryExpr":
      return readBinary(node, source);
    default:
      return refused(node, source, `'${textOf(node, source)}' is not supported`);
  }
}

/** What stands for something that cannot be read; the tree is not given to anybody then. */
function refused(at: Span, { diagnostics }: Source, message: string): Node {
  diagnostics.push({ ...spanOf(at), message });
  return { kind: "number", value: NaN };
}

function inside(node: Node, around: Around): Node {
  return { ...node, around: [...(node.around ?? []), around] };
}

function readNumber(node: SyntaxNode, source: Source): Node {
  const text = textOf(node, source);
  const value = numberOrDuration(text);
  if (value === undefined) return refused(node, source, `no number: '${text}'`);
  const isDuration = /^[-+]?\s*\d+[a-z]/i.test(text) && !/^[-+]?\s*(?:0x|\d+e)/i.test(text);
  return { kind: "number", value, ...(isDuration ? { asDuration: true } : {}), span: spanOf(node) };
}

/** Prometheus counts the sign of a number to the number. */
function readSign(at: SyntaxNode, isMinus: boolean, of: Node): Node {
  const span = spanOf(at);
  if (of.kind === "number" && !of.around) return { ...of, value: isMinus ? -of.value : of.value, span };
  return isMinus ? { kind: "negation", of, span } : inside(of, { ...span, sign: "+" });
}

/** @param end where the selector ends with its range: there stand its modifiers */
function readSelector(node: SyntaxNode, source: Source, end: number): SelectorNode {
  const inBraces = node.getChild("LabelMatchers");
  const parts = inBraces ? childrenOf(inBraces) : [];
  const matchers = parts.filter(({ name }) => name !== "QuotedLabelName");
  const quoted = parts.filter(({ name }) => name === "QuotedLabelName");
  const names = [...node.getChildren("Identifier"), ...quoted].map((at) => ({
    at,
    name: nameIn(at, source),
  }));
  const [first, second] = names;
  if (first && second) {
    refused(second.at, source, `the metric is named twice: ${first.name} and ${second.name}`);
  }
  return {
    kind: "selector",
    metric: first?.name ?? "",
    matchers: matchers.map((matcher) => readMatcher(matcher, source)),
    ...readMoved(end, source),
    span: spanOf(node),
    ...(first ? { metricSpan: spanOf(first.at) } : {}),
  };
}

function readMatcher(node: SyntaxNode, source: Source): LabelMatcher {
  const [label = node, operator = node, literal = node] = childrenOf(node);
  return {
    name: nameIn(label, source),
    // A cast: the grammar knows no others.
    op: textOf(operator, source) as MatchOperator,
    value: textIn(literal, source),
    span: spanOf(node),
  };
}

/** What is said behind a selector or a subquery that ends there. */
function readMoved(end: number, { modifiers }: Source): Moved {
  const { offset, at } = modifiersAfter(modifiers, end);
  return {
    ...(offset?.offset ? { offset: offset.offset.text, offsetSpan: spanOf(offset) } : {}),
    ...(at?.at === undefined ? {} : { at: timestampIn(at.at), atSpan: spanOf(at) }),
  };
}

function timestampIn(text: string): Timestamp {
  if (text.startsWith("start")) return "start()";
  return text.startsWith("end") ? "end()" : (numberOrDuration(text) ?? 0);
}

function readRange(node: SyntaxNode, source: Source): Node {
  const [selector = node, range = node] = childrenOf(node);
  if (selector.name !== "VectorSelector") {
    const message = "a range […] must follow a selector; for an expression write a subquery [5m:]";
    return refused(node, source, message);
  }
  return {
    kind: "range",
    of: readSelector(selector, source, node.to),
    range: writtenAt(range, source),
    span: spanOf(node),
    rangeSpan: spanOf(range),
  };
}

function readSubquery(node: SyntaxNode, of: Node, source: Source): Node {
  const [range = node, step] = node.getChildren("DurationExpr");
  return {
    kind: "subquery",
    of,
    range: writtenAt(range, source),
    ...(step ? { step: writtenAt(step, source), stepSpan: spanOf(step) } : {}),
    ...readMoved(node.to, source),
    span: spanOf(node),
    rangeSpan: spanOf(range),
  };
}

function readAggregation(node: SyntaxNode, name: SyntaxNode, source: Source): Node {
  const modifier = node.getChild("AggregateModifier");
  const labels = labelsIn(modifier?.getChild("GroupingLabels"));
  const names = namesIn(labels, source);
  return {
    kind: "aggregation",
    name: textOf(name, source).toLowerCase(),
    args: readArguments(node, source),
    ...(modifier?.getChild("By") ? { by: names } : {}),
    ...(modifier?.getChild("Without") ? { without: names } : {}),
    span: spanOf(node),
    labelSpans: labels.map(spanOf),
  };
}

function readBinary(node: SyntaxNode, source: Source): Node {
  const children = childrenOf(node);
  const [first = node, operator = node] = children;
  const last = children.at(-1) ?? node;
  const clause = node.getChild("MatchingModifierClause");
  const binary: BinaryNode = {
    kind: "binary",
    // A cast: the grammar knows no others.
    op: textOf(operator, source).toLowerCase() as BinaryOperator,
    left: read(first, source),
    right: read(last, source),
    ...(node.getChild("BoolModifier") ? { bool: true } : {}),
    ...(clause ? { matching: readMatching(clause, source) } : {}),
    span: spanOf(node),
    operatorSpan: spanOf(operator),
  };
  return first.name === "NumberDurationLiteral" && binary.op === "^" ? power(binary, node, source) : binary;
}

/** The grammar reads -2 ^ x as (-2) ^ x, Prometheus as -(2 ^ x). */
function power(binary: BinaryNode, at: SyntaxNode, { text }: Source): Node {
  const { left } = binary;
  const [before = "", sign] = /^([-+])\s*/.exec(text.slice(at.from, at.to)) ?? [];
  if (sign === undefined || left.kind !== "number") return binary;
  const from = at.from + before.length;
  const base: Node = { ...left, value: Math.abs(left.value), span: { ...spanOf(left.span ?? at), from } };
  return readSign(at, sign === "-", { ...binary, left: base, span: { from, to: at.to } });
}

function readMatching(clause: SyntaxNode, source: Source): VectorMatching {
  const [labels = [], taken = []] = clause.getChildren("GroupingLabels").map(labelsIn);
  const [names, takenNames] = [namesIn(labels, source), namesIn(taken, source)];
  return {
    ...(clause.getChild("On") ? { on: names } : {}),
    ...(clause.getChild("Ignoring") ? { ignoring: names } : {}),
    ...(clause.getChild("GroupLeft") ? { groupLeft: takenNames } : {}),
    ...(clause.getChild("GroupRight") ? { groupRight: takenNames } : {}),
    span: spanOf(clause),
    labelSpans: labels.map(spanOf),
    groupSpans: taken.map(spanOf),
  };
}

function readArguments(node: SyntaxNode, source: Source): readonly Node[] {
  const body = node.getChild("FunctionCallBody");
  return (body ? childrenOf(body) : []).map((argument) => read(argument, source));
}

function labelsIn(list: SyntaxNode | null | undefined): readonly SyntaxNode[] {
  return (list ? childrenOf(list) : []).filter(
    ({ name }) => name === "LabelName" || name === "QuotedLabelName",
  );
}

function namesIn(labels: readonly SyntaxNode[], source: Source): readonly string[] {
  return labels.map((label) => nameIn(label, source));
}

/** The name of a metric or a label, in quotes or without. */
function nameIn(node: SyntaxNode, source: Source): string {
  if (node.name !== "QuotedLabelName") return writtenAt(node, source);
  const name = textIn(node, source);
  if (name === "") refused(node, source, "a name cannot be empty");
  return name;
}

/** The text that a string literal stands for; one with a variable is not unquoted: what Grafana puts there is not known. */
function textIn(node: SyntaxNode, source: Source): string {
  const written = writtenAt(node, source);
  const value = unquote(written);
  if (typeof value !== "string") {
    refused(node, source, value.complaint);
    return "";
  }
  return written === textOf(node, source) ? value : written.slice(1, -1);
}

function textOf({ from, to }: Span, { text }: Source): string {
  return text.slice(from, to);
}

/** With the variables that stand there. */
function writtenAt({ from, to }: Span, { written }: Source): string {
  return written.slice(from, to);
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
