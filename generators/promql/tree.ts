import type { BinaryOperator } from "./operators.ts";
import type { Place } from "../language/place.ts";

/** A PromQL expression as plain data. What prints it is print.ts, what reads it read.ts. */
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

export interface NumberNode {
  readonly kind: "number";
  readonly value: number;
}

export interface StringNode {
  readonly kind: "string";
  readonly value: string;
}

/** `metric{label="value"} offset 1h @ end()` */
export interface SelectorNode {
  readonly kind: "selector";
  readonly metric: string;
  readonly matchers: readonly LabelMatcher[];
  /** Not the series of these jobs: which they are is known when all definitions are. */
  readonly leavesOut?: "jobs with a down alert";
  readonly offset?: string;
  readonly at?: Moment;
}

export interface LabelMatcher {
  readonly name: string;
  readonly op: MatchOperator;
  readonly value: string;
}

export type MatchOperator = "=" | "!=" | "=~" | "!~";

/** The start or the end of the query, or seconds since 1970. */
export type Moment = "start()" | "end()" | number;

/** The samples of a selector over a time: `metric[5m]` */
export interface RangeNode {
  readonly kind: "range";
  readonly of: SelectorNode;
  readonly range: string;
}

/** The results of an expression over a time: `(a - b)[1h:1m]` */
export interface SubqueryNode {
  readonly kind: "subquery";
  readonly of: Node;
  readonly range: string;
  /** Left out: the evaluation interval of the server. */
  readonly step?: string;
}

export interface CallNode {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Node[];
}

/** `sum by (job) (…)`, `topk(5, …)`; never both `by` and `without`. */
export interface AggregationNode {
  readonly kind: "aggregation";
  readonly name: string;
  readonly args: readonly Node[];
  readonly by?: readonly string[];
  readonly without?: readonly string[];
}

export interface BinaryNode {
  readonly kind: "binary";
  readonly op: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
  /** `> bool`: 0 or 1 instead of leaving series out. */
  readonly bool?: boolean;
  readonly matching?: VectorMatching;
}

/** Which series of the two sides of an operator belong together. Never both `on` and `ignoring`, or both groups. */
export interface VectorMatching {
  readonly on?: readonly string[];
  readonly ignoring?: readonly string[];
  readonly groupLeft?: readonly string[];
  readonly groupRight?: readonly string[];
}

export interface NegationNode {
  readonly kind: "negation";
  readonly of: Node;
}

/** PromQL that was written as text. What stood in its holes is kept as nodes, so that it can still be changed. */
export interface TextNode {
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
