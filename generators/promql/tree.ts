import type { BinaryOperator } from "./operators.ts";
import type { Place } from "../language/place.ts";

/**
 * A PromQL expression as plain data. What prints it is print.ts, what reads it read.ts.
 *
 * What was read from text knows where it stood; what was made of words has no spans.
 */
export type Node =
  | NumberNode
  | StringNode
  | SelectorNode
  | RangeNode
  | SubqueryNode
  | CallNode
  | AggregationNode
  | BinaryNode
  | NegationNode
  | TextNode;

/** A piece of a text: `from` is its first character, `to` the one after its last, counted from 0. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Something wrong in an expression. There are no warnings: what is not wrong is not said. */
export interface Diagnostic extends Span {
  readonly message: string;
}

/** Where a node stood in its text. */
export interface Written {
  /** Without what is around it, and without the `offset` and the `@` behind it. */
  readonly span?: Span;
  /** What is around it and means nothing, from the inside: parentheses, and signs that are a plus. */
  readonly around?: readonly Around[];
}

export interface Around extends Span {
  readonly sign: "(" | "+";
}

export interface NumberNode extends Written {
  readonly kind: "number";
  readonly value: number;
  /** `5m` for 300. */
  readonly asDuration?: true;
}

export interface StringNode extends Written {
  readonly kind: "string";
  readonly value: string;
}

/** How far a selector or a subquery is moved in time: `offset 1h @ end()` */
export interface Moved {
  readonly offset?: string;
  readonly at?: Timestamp;
  readonly offsetSpan?: Span;
  readonly atSpan?: Span;
}

/** `metric{label="value"} offset 1h @ end()` */
export interface SelectorNode extends Written, Moved {
  readonly kind: "selector";
  readonly metric: string;
  readonly matchers: readonly LabelMatcher[];
  /** Not the series of these jobs: which they are is known when all definitions are. */
  readonly leavesOut?: "jobs with a down alert";
  /** Of the name alone. */
  readonly metricSpan?: Span;
}

export interface LabelMatcher {
  readonly span?: Span;
  readonly name: string;
  readonly op: MatchOperator;
  readonly value: string;
}

export type MatchOperator = "=" | "!=" | "=~" | "!~";

/** The start or the end of the query, or seconds since 1970. */
export type Timestamp = "start()" | "end()" | number;

/** The samples of a selector over a time: `metric[5m]` */
export interface RangeNode extends Written {
  readonly kind: "range";
  readonly of: SelectorNode;
  readonly range: string;
  readonly rangeSpan?: Span;
}

/** The results of an expression over a time: `(a - b)[1h:1m] offset 1d` */
export interface SubqueryNode extends Written, Moved {
  readonly kind: "subquery";
  readonly of: Node;
  readonly range: string;
  /** Left out: the evaluation interval of the server. */
  readonly step?: string;
  readonly rangeSpan?: Span;
  readonly stepSpan?: Span;
}

/** Its span starts with the name. */
export interface CallNode extends Written {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Node[];
}

/** `sum by (job) (…)`, `topk(5, …)`; never both `by` and `without`. Its span starts with the name. */
export interface AggregationNode extends Written {
  readonly kind: "aggregation";
  readonly name: string;
  readonly args: readonly Node[];
  readonly by?: readonly string[];
  readonly without?: readonly string[];
  /** Of each label that is named. */
  readonly labelSpans?: readonly Span[];
}

export interface BinaryNode extends Written {
  readonly kind: "binary";
  readonly op: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
  /** `> bool`: 0 or 1 instead of leaving series out. */
  readonly bool?: boolean;
  readonly matching?: VectorMatching;
  readonly operatorSpan?: Span;
}

/** Which series of the two sides of an operator belong together. Never both `on` and `ignoring`, or both groups. */
export interface VectorMatching {
  readonly on?: readonly string[];
  readonly ignoring?: readonly string[];
  readonly groupLeft?: readonly string[];
  readonly groupRight?: readonly string[];
  readonly span?: Span;
  /** Of each label that is compared. */
  readonly labelSpans?: readonly Span[];
  /** Of each label that one side takes over from the other. */
  readonly groupSpans?: readonly Span[];
}

export interface NegationNode extends Written {
  readonly kind: "negation";
  readonly of: Node;
}

/** PromQL that was written as text. What stood in its holes is kept as nodes, so that it can still be changed. */
export interface TextNode extends Written {
  readonly kind: "text";
  readonly parts: readonly (string | Node)[];
  readonly place: Place;
}

/** The expressions that a node is made of, from left to right. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "number":
    case "string":
    case "selector":
      return [];
    case "text":
      return node.parts.filter((part) => typeof part !== "string");
    case "range":
    case "subquery":
    case "negation":
      return [node.of];
    case "call":
    case "aggregation":
      return node.args;
    case "binary":
      return [node.left, node.right];
  }
}

export function numberNode(value: number): NumberNode {
  return { kind: "number", value };
}

export function stringNode(value: string): StringNode {
  return { kind: "string", value };
}

export function callNode(name: string, ...args: readonly Node[]): CallNode {
  return { kind: "call", name, args };
}

/** The metric that a selector names, before its braces or by `__name__=`; undefined where it names none. */
export function metricNameOf({ metric, matchers }: SelectorNode): string | undefined {
  return metric || matchers.find(({ name, op }) => name === "__name__" && op === "=")?.value;
}

const nowhere: Span = { from: 0, to: 0 };

/** Where a node stood, without what is around it. */
export function spanOf(node: { readonly span?: Span | undefined }): Span {
  return node.span ?? nowhere;
}

/** Where a node stood together with the parentheses around it. */
export function wholeSpanOf(node: Node): Span {
  return node.around?.at(-1) ?? spanOf(node);
}

/** Where the name of a function or an aggregation stood. */
export function nameSpanOf(node: CallNode | AggregationNode): Span {
  const { from } = spanOf(node);
  return { from, to: from + node.name.length };
}
