import { functions, type FunctionName } from "../../promql/functions.ts";
import { resultUnit } from "../../promql/result-unit.ts";
import type { LabelSpecs } from "../label.ts";
import type { MetricType } from "../metric-definition.ts";
import { callNode, type Node } from "../../promql/tree.ts";

const stateKey = Symbol("state of a PromQL expression");

/** The metric, or the recording, that a handle selects. */
export interface MetricReference {
  /** The name of the series: that of a histogram's buckets ends in `_bucket`. */
  readonly name: string;
  readonly type: MetricType | "recording";
  readonly help: string;
  /** Undefined for a recording: its labels follow from its expression. */
  readonly labels: LabelSpecs | undefined;
}

/** What an expression holds at run time. */
export interface ExpressionState {
  readonly node: Node;
  readonly unit: string;
  /** Of histogram buckets and their rates: the unit of what was observed. The buckets themselves are counts. */
  readonly observed?: string;
  /** As long as the expression is a selector. */
  readonly metric?: MetricReference;
}

/** All kinds of expression are this at run time; which methods one has for its author is said by its type. */
export interface Expression {
  readonly [stateKey]: ExpressionState;
}

export function isExpression(value: unknown): value is Expression {
  return typeof value === "object" && value !== null && stateKey in value;
}

/** The tree of an expression. */
export function nodeOf(expression: unknown): Node {
  return stateOf(expression).node;
}

/** What a value of an expression measures: the unit that its type has. */
export function unitOf(expression: unknown): string {
  return stateOf(expression).unit;
}

export function stateOf(expression: unknown): ExpressionState {
  return expressionOf(expression)[stateKey];
}

/** `value` as what it is at run time; throws a TypeError when it is no expression. */
export function expressionOf(value: unknown): Expression {
  if (!isExpression(value)) throw new TypeError("this is no PromQL expression");
  return value;
}

/** An expression with these methods, and what else a handle carries. */
export function makeExpression(
  methods: object,
  state: ExpressionState,
  carried: PropertyDescriptorMap = {},
): Expression {
  // Object.create() is untyped; the state that makes it an Expression is given here.
  const expression: Expression = Object.create(methods, {
    ...carried,
    [stateKey]: { value: Object.freeze(state), enumerable: true },
  });
  return Object.freeze(expression);
}

/** Another expression made from this one. It has the same methods, and no longer stands for the metric. */
export function derive(from: Expression, node: Node, unit: string = unitOf(from)): Expression {
  const { observed } = stateOf(from);
  return makeExpression(methodsOf(from), { node, unit, ...(observed === undefined ? {} : { observed }) });
}

/** `name(…)` of an expression, in the unit that the function gives. */
export function called(from: Expression, name: FunctionName, ...args: readonly Node[]): Expression {
  return derive(from, callNode(name, ...args), resultUnit(functions[name].unit, stateOf(from)));
}

/** The same metric, selected in another way. */
export function narrow(from: Expression, node: Node): Expression {
  return makeExpression(methodsOf(from), { ...stateOf(from), node });
}

function methodsOf(expression: Expression): object {
  return Object.getPrototypeOf(expression);
}

/**
 * The expression with the type that its author sees.
 *
 * The types of the language say more than the run time knows (labels, kinds), so this cast is where they begin.
 */
export function typed<T>(expression: Expression): T {
  return expression as unknown as T;
}
