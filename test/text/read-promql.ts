import type { SyntaxNode } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import type {
  BinaryOperator,
  LabelMatcher,
  MatchOperator,
  Moment,
  Node,
  SelectorNode,
  VectorMatching,
} from "../../generators/language/expression/tree.ts";

/** PromQL text as a tree, read with Prometheus's own grammar; throws where it does not parse. */
export function readPromql(text: string): Node {
  const tree = parser.parse(text);
  tree.iterate({
    enter(node) {
      if (node.type.isError) throw new SyntaxError(`at ${node.from} of ${text}`);
    },
  });
  return readNode(first(tree.topNode), text);
}

function readNode(node: SyntaxNode, text: string): Node {
  const source = text.slice(node.from, node.to);
  switch (node.name) {
    case "NumberDurationLiteral":
      return { kind: "number", value: readNumber(source) };
    case "StringLiteral":
      return { kind: "string", value: readString(source) };
    case "ParenExpr":
      return readNode(first(node), text);
    case "UnaryExpr":
      return readNegation(last(node), text);
    case "VectorSelector":
      return readSelector(node, text);
    case "OffsetExpr":
    case "StepInvariantExpr":
      return readModified(node, text);
    case "MatrixSelector":
      return {
        kind: "range",
        of: asSelector(readNode(first(node), text)),
        range: sourceOf(last(node), text),
      };
    case "SubqueryExpr":
      return readSubquery(node, text);
    case "FunctionCall":
      return { kind: "call", name: sourceOf(first(node), text), args: readArguments(node, text) };
    case "AggregateExpr":
      return readAggregation(node, text);
    case "BinaryExpr":
      return readBinary(node, text);
    default:
      throw new SyntaxError(`${node.name} is not read`);
  }
}

/** Whether a sign belongs to the number after it depends on where it stands; here it always does. */
function readNegation(operand: SyntaxNode, text: string): Node {
  const of = readNode(operand, text);
  if (operand.name === "NumberDurationLiteral" && of.kind === "number") {
    return { kind: "number", value: 0 - of.value };
  }
  return { kind: "negation", of };
}

function readSelector(node: SyntaxNode, text: string): SelectorNode {
  const name = node.getChild("Identifier");
  const inBraces = node.getChild("LabelMatchers");
  const quoted = inBraces?.getChild("QuotedLabelName");
  const matchers = [
    ...(inBraces?.getChildren("UnquotedLabelMatcher") ?? []),
    ...(inBraces?.getChildren("QuotedLabelMatcher") ?? []),
  ];
  return {
    kind: "selector",
    metric: name ? sourceOf(name, text) : quoted ? readString(sourceOf(quoted, text)) : "",
    matchers: matchers.sort((a, b) => a.from - b.from).map((matcher) => readMatcher(matcher, text)),
  };
}

function readMatcher(node: SyntaxNode, text: string): LabelMatcher {
  const name = sourceOf(first(node), text);
  const [op] = node.getChildren("MatchOp");
  return {
    name: name.startsWith('"') ? readString(name) : name,
    // The grammar knows no others.
    op: (op ? sourceOf(op, text) : "") as MatchOperator,
    value: readString(sourceOf(last(node), text)),
  };
}

function readModified(node: SyntaxNode, text: string): Node {
  const inner = readNode(first(node), text);
  // The last node of `@ end()` leaves its parentheses out.
  const keyword = node.getChild("Offset") ?? node.getChild("At");
  const value = text.slice(keyword?.to, node.to).trim();
  const modified = node.name === "OffsetExpr" ? { offset: value } : { at: readMoment(value) };
  if (inner.kind === "range") return { ...inner, of: { ...inner.of, ...modified } };
  return { ...asSelector(inner), ...modified };
}

function readMoment(text: string): Moment {
  return text === "start()" || text === "end()" ? text : Number(text);
}

function readSubquery(node: SyntaxNode, text: string): Node {
  const [range, step] = node.getChildren("DurationExpr").map((duration) => sourceOf(duration, text));
  const of = readNode(first(node), text);
  return { kind: "subquery", of, range: range ?? "", ...(step === undefined ? {} : { step }) };
}

function readAggregation(node: SyntaxNode, text: string): Node {
  const modifier = node.getChild("AggregateModifier");
  const grouping = modifier ? readLabels(modifier, text) : undefined;
  const by = grouping && modifier?.getChild("By") ? { by: grouping } : {};
  const without = grouping && modifier?.getChild("Without") ? { without: grouping } : {};
  return {
    kind: "aggregation",
    name: sourceOf(first(node), text),
    args: readArguments(node, text),
    ...by,
    ...without,
  };
}

function readBinary(node: SyntaxNode, text: string): Node {
  const operator = node.firstChild?.nextSibling;
  const clause = node.getChild("MatchingModifierClause");
  return {
    kind: "binary",
    // The grammar knows no others.
    op: (operator ? sourceOf(operator, text) : "") as BinaryOperator,
    left: readNode(first(node), text),
    right: readNode(last(node), text),
    ...(node.getChild("BoolModifier") ? { bool: true } : {}),
    ...(clause ? { matching: readMatching(clause, text) } : {}),
  };
}

function readMatching(clause: SyntaxNode, text: string): VectorMatching {
  const [labels, taken] = clause.getChildren("GroupingLabels").map((list) => readLabelList(list, text));
  return {
    ...(clause.getChild("On") ? { on: labels ?? [] } : {}),
    ...(clause.getChild("Ignoring") ? { ignoring: labels ?? [] } : {}),
    ...(clause.getChild("GroupLeft") ? { groupLeft: taken ?? [] } : {}),
    ...(clause.getChild("GroupRight") ? { groupRight: taken ?? [] } : {}),
  };
}

function readArguments(node: SyntaxNode, text: string): Node[] {
  const body = node.getChild("FunctionCallBody");
  return childrenOf(body).map((child) => readNode(child, text));
}

function readLabels(node: SyntaxNode, text: string): string[] {
  const list = node.getChild("GroupingLabels");
  return list ? readLabelList(list, text) : [];
}

function readLabelList(list: SyntaxNode, text: string): string[] {
  return childrenOf(list).map((label) => {
    const source = sourceOf(label, text);
    return source.startsWith('"') ? readString(source) : source;
  });
}

function readNumber(source: string): number {
  const value = /inf$/i.test(source) ? (source.startsWith("-") ? -Infinity : Infinity) : Number(source);
  return value + 0; // no -0
}

/** The printer writes no other escapes than those of JSON. */
function readString(source: string): string {
  return JSON.parse(source) as string;
}

function asSelector(node: Node): SelectorNode {
  if (node.kind !== "selector") throw new SyntaxError(`a modifier of ${node.kind}`);
  return node;
}

function sourceOf(node: SyntaxNode, text: string): string {
  return text.slice(node.from, node.to);
}

function childrenOf(node: SyntaxNode | null): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function first(node: SyntaxNode): SyntaxNode {
  if (!node.firstChild) throw new SyntaxError(`${node.name} is empty`);
  return node.firstChild;
}

function last(node: SyntaxNode): SyntaxNode {
  if (!node.lastChild) throw new SyntaxError(`${node.name} is empty`);
  return node.lastChild;
}
