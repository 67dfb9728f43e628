import { printDuration, printNumber, quotePromql } from "./literal.ts";
import { operators } from "./operators.ts";
import { type Sheet, since, write, writeBehind, writeList } from "./sheet.ts";
import type {
  AggregationNode,
  BinaryNode,
  CallNode,
  LabelMatcher,
  Timestamp,
  Moved,
  NegationNode,
  Node,
  NumberNode,
  RangeNode,
  SelectorNode,
  Span,
  SubqueryNode,
  TextNode,
  VectorMatching,
} from "./tree.ts";

/** A sign binds like `*`: -a ^ 2 is -(a ^ 2). */
const negation = operators["*"].precedence;
/** Never needs parentheses. */
const atom = 9;
/** Needs parentheses wherever it is a part of something. */
const loose = 0;

/** An expression as text and tree; each node of the tree has its span in that text. */
export interface Printed {
  readonly expr: string;
  readonly node: Node;
}

/**
 * The expression as PromQL text, with no more parentheses than it needs.
 *
 * The tree is the one that reading the text would give, except for text with holes: only reading takes that apart.
 */
export function print(node: Node): Printed {
  const sheet: Sheet = { text: "", end: 0 };
  const printed = put(node, sheet);
  return { expr: sheet.text, node: printed };
}

/** The text alone. */
export function printPromql(node: Node): string {
  return print(node).expr;
}

function put(node: Node, sheet: Sheet): Node {
  switch (node.kind) {
    case "number":
      return putNumber(node, sheet);
    case "string":
      return { kind: "string", value: node.value, span: write(sheet, quotePromql(node.value)) };
    case "text":
      return putText(node, sheet);
    case "selector":
      return putModifiers(putSeries(node, sheet), node, sheet);
    case "range":
      return putRange(node, sheet);
    case "subquery":
      return putSubquery(node, sheet);
    case "call":
      return putCall(node, sheet);
    case "aggregation":
      return putAggregation(node, sheet);
    case "negation":
      return putNegation(node, sheet);
    case "binary":
      return putBinary(node, sheet);
  }
}

function putNumber({ value, asDuration }: NumberNode, sheet: Sheet): NumberNode {
  const span = write(sheet, asDuration ? printDuration(value) : printNumber(value));
  // -0 becomes 0, as it is printed.
  return { kind: "number", value: value + 0, ...(asDuration && { asDuration }), span };
}

function putText({ parts, place }: TextNode, sheet: Sheet): TextNode {
  const from = sheet.text.length;
  const put = parts.map((part) => {
    if (typeof part !== "string") return putOperand(part, atom, sheet);
    write(sheet, part);
    return part;
  });
  return { kind: "text", parts: put, place, span: since(from, sheet) };
}

function putSeries({ metric, matchers, leavesOut }: SelectorNode, sheet: Sheet): SelectorNode {
  const from = sheet.text.length;
  const isPlain = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(metric);
  // Without a name the matchers say it all.
  const isInBraces = !isPlain && metric !== "";
  let metricSpan = isPlain ? write(sheet, metric) : undefined;
  if (isInBraces || matchers.length > 0) write(sheet, "{");
  if (isInBraces) metricSpan = write(sheet, quotePromql(metric));
  if (isInBraces && matchers.length > 0) write(sheet, ", ");
  const put = writeList(matchers, sheet, (matcher): LabelMatcher => {
    const { name, op, value } = matcher;
    return { name, op, value, span: write(sheet, printMatcher(matcher)) };
  });
  if (isInBraces || matchers.length > 0) write(sheet, "}");
  return {
    kind: "selector",
    metric,
    matchers: put,
    ...(leavesOut && { leavesOut }),
    span: since(from, sheet),
    ...(metricSpan && { metricSpan }),
  };
}

export function printMatcher({ name, op, value }: LabelMatcher): string {
  return `${printLabel(name)}${op}${quotePromql(value)}`;
}

/** What was put, moved in time. */
function putModifiers<N extends Moved>(node: N, { offset, at }: Moved, sheet: Sheet): N {
  const moved = { ...node };
  if (offset !== undefined) {
    Object.assign(moved, { offset, offsetSpan: writeBehind(sheet, `offset ${offset}`) } satisfies Moved);
  }
  if (at !== undefined) {
    Object.assign(moved, { at, atSpan: writeBehind(sheet, `@ ${printTimestamp(at)}`) } satisfies Moved);
  }
  return moved;
}

function printTimestamp(at: Timestamp): string {
  return typeof at === "number" ? printNumber(at) : at;
}

/** The range stands before the modifiers: `metric[5m] offset 1h` */
function putRange({ of, range }: RangeNode, sheet: Sheet): RangeNode {
  const from = sheet.text.length;
  const series = putSeries(of, sheet);
  write(sheet, "[");
  const rangeSpan = write(sheet, range);
  write(sheet, "]");
  const span = since(from, sheet);
  return { kind: "range", of: putModifiers(series, of, sheet), range, span, rangeSpan };
}

function putSubquery(node: SubqueryNode, sheet: Sheet): SubqueryNode {
  const { of, range, step } = node;
  const from = sheet.text.length;
  // The grammar that checks the text would take an offset for one of the whole subquery.
  const isMoved = of.kind === "selector" && (of.offset !== undefined || of.at !== undefined);
  const inner = isMoved ? putInParentheses(of, sheet) : putOperand(of, atom, sheet);
  write(sheet, "[");
  const rangeSpan = write(sheet, range);
  write(sheet, ":");
  const stepSpan = step === undefined ? undefined : write(sheet, step);
  write(sheet, "]");
  const put: SubqueryNode = {
    kind: "subquery",
    of: inner,
    range,
    ...(step !== undefined && { step }),
    ...(stepSpan && { stepSpan }),
    span: since(from, sheet),
    rangeSpan,
  };
  return putModifiers(put, node, sheet);
}

function putCall({ name, args }: CallNode, sheet: Sheet): CallNode {
  const from = sheet.text.length;
  write(sheet, name);
  return { kind: "call", name, args: putArguments(args, sheet), span: since(from, sheet) };
}

function putAggregation({ name, args, by, without }: AggregationNode, sheet: Sheet): AggregationNode {
  const from = sheet.text.length;
  write(sheet, name);
  const labels = by ?? without;
  if (labels) write(sheet, by ? " by " : " without ");
  const labelSpans = labels ? writeLabels(labels, sheet) : [];
  if (labels) write(sheet, " ");
  return {
    kind: "aggregation",
    name,
    args: putArguments(args, sheet),
    ...(by && { by }),
    ...(without && { without }),
    span: since(from, sheet),
    labelSpans,
  };
}

function putArguments(args: readonly Node[], sheet: Sheet): readonly Node[] {
  write(sheet, "(");
  const printed = writeList(args, sheet, (argument) => put(argument, sheet));
  write(sheet, ")");
  return printed;
}

function putNegation({ of }: NegationNode, sheet: Sheet): Node {
  const from = sheet.text.length;
  write(sheet, "-");
  // -(a ^ b) with parentheses: the grammar that checks the text reads -4 ^ b as (-4) ^ b.
  const inner = putOperand(of, atom, sheet);
  const span = since(from, sheet);
  // Prometheus counts the sign of a number to the number.
  if (inner.kind === "number" && !inner.around) return { ...inner, value: 0 - inner.value, span };
  return { kind: "negation", of: inner, span };
}

function putBinary({ op, left, right, bool, matching }: BinaryNode, sheet: Sheet): BinaryNode {
  const { precedence: own, fromRight = false } = operators[op];
  const from = sheet.text.length;
  const first = putOperand(left, fromRight ? own + 1 : own, sheet);
  write(sheet, " ");
  const operatorSpan = write(sheet, op);
  write(sheet, bool ? " bool " : " ");
  const put = matching && putMatching(matching, sheet);
  if (put) write(sheet, " ");
  const last = putOperand(right, fromRight ? own : own + 1, sheet);
  return {
    kind: "binary",
    op,
    left: first,
    right: last,
    ...(bool && { bool }),
    ...(put && { matching: put }),
    span: since(from, sheet),
    operatorSpan,
  };
}

function putMatching(matching: VectorMatching, sheet: Sheet): VectorMatching | undefined {
  const { on, ignoring, groupLeft, groupRight } = matching;
  const from = sheet.text.length;
  const clause = (word: string, labels: readonly string[] | undefined): readonly Span[] => {
    if (!labels) return [];
    write(sheet, sheet.text.length === from ? word : ` ${word}`);
    return writeLabels(labels, sheet);
  };
  const labelSpans = [...clause("on", on), ...clause("ignoring", ignoring)];
  const groupSpans = [...clause("group_left", groupLeft), ...clause("group_right", groupRight)];
  if (sheet.text.length === from) return undefined;
  return {
    ...(on && { on }),
    ...(ignoring && { ignoring }),
    ...(groupLeft && { groupLeft }),
    ...(groupRight && { groupRight }),
    span: since(from, sheet),
    labelSpans,
    groupSpans,
  };
}

/** A part of a larger expression, in parentheses where it binds less tightly than `atLeast`. */
function putOperand(node: Node, atLeast: number, sheet: Sheet): Node {
  return tightness(node) < atLeast ? putInParentheses(node, sheet) : put(node, sheet);
}

function putInParentheses(node: Node, sheet: Sheet): Node {
  const from = sheet.text.length;
  write(sheet, "(");
  const inner = put(node, sheet);
  write(sheet, ")");
  return { ...inner, around: [{ ...since(from, sheet), sign: "(" }] };
}

function tightness(node: Node): number {
  switch (node.kind) {
    case "binary":
      return operators[node.op].precedence;
    case "negation":
      return negation;
    case "number":
      return node.value < 0 ? loose : atom;
    case "text":
      return loose;
    default:
      return atom;
  }
}

function writeLabels(names: readonly string[], sheet: Sheet): readonly Span[] {
  write(sheet, "(");
  const spans = writeList(names, sheet, (name) => write(sheet, printLabel(name)));
  write(sheet, ")");
  return spans;
}

export function printLabels(names: readonly string[]): string {
  return `(${names.map(printLabel).join(", ")})`;
}

export function printLabel(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) ? name : quotePromql(name);
}
