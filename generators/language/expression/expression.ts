import { type FunctionName, functions } from "../../promql/functions.ts";
import { resultUnit } from "../../promql/result-unit.ts";
import { deepest, depthOf, tooDeep } from "./depth.ts";
import { type Node, callNode } from "../../promql/tree.ts";
import type { LabelSpecs, Labels } from "../label.ts";
import type { MetricType } from "../metric-definition.ts";
import type { Quantity } from "../quantity.ts";
import type { BaseUnit, Dimension, DimensionOf } from "../unit.ts";

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

/** Every kind of expression at run time; its type says which methods an author can call. */
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

/** `value` as an expression; throws a TypeError if it is something else. */
export function expressionOf(value: unknown): Expression {
  if (!isExpression(value))
    throw new TypeError("this is not a PromQL expression; write a metric, a recording, or promql`…`");
  return value;
}

/** An expression with these methods, and what else its handle carries. */
export function makeExpression(
  methods: object,
  state: ExpressionState,
  carried: PropertyDescriptorMap = {},
): Expression {
  if (depthOf(state.node) > deepest)
    throw new RangeError(`${tooDeep}; build it in parts, each recorded by a rule`);
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

/** The same expression as rates of the buckets of what was observed in that unit. */
export function observing(from: Expression, observed: string): Expression {
  return makeExpression(methodsOf(from), { node: nodeOf(from), unit: unitOf(from), observed });
}

/** `name(…)` of an expression, in the unit that the function gives. */
export function called(from: Expression, name: FunctionName, ...args: readonly Node[]): Expression {
  return derive(from, callNode(name, ...args), resultUnit(functions[name].unit, stateOf(from)));
}

/** The same metric, selected in another way. */
export function reselect(from: Expression, node: Node): Expression {
  return makeExpression(methodsOf(from), { ...stateOf(from), node });
}

function methodsOf(expression: Expression): object {
  return Object.getPrototypeOf(expression);
}

/**
 * The expression with the type that its author sees.
 *
 * The types know more than there is at run time (labels, kinds), so they begin with this cast.
 */
export function typed<T>(expression: Expression): T {
  return expression as unknown as T;
}

// Parameters have these small types, never `Vector` with its many methods: TypeScript then compares a property or two, which
// is fast, and its messages stay short. The properties exist in the types only.

export declare const labelsOf: unique symbol;
export declare const unit: unique symbol;
export declare const condition: unique symbol;
export declare const selected: unique symbol;
export declare const measured: unique symbol;
export declare const counted: unique symbol;
export declare const observed: unique symbol;
export declare const grown: unique symbol;

/** Anything with a unit. */
export interface ExprIn<U extends string> {
  readonly [unit]: U;
}

/** Anything that is one value for each set of labels. */
export interface InstantVector<L extends Labels, U extends string> extends ExprIn<U> {
  readonly [labelsOf]: L;
}

/** Anything that has a series only while something holds. */
export interface AlertCondition<L extends Labels> {
  readonly [labelsOf]: L;
  readonly [condition]: true;
}

/** Anything that picks series of a metric, and may be narrowed. */
export interface SelectorOf<L extends Labels> {
  readonly [selected]: L;
}

/** Anything that picks series of a gauge: what they measure is in unit `U`. */
export interface GaugeIn<U extends string> {
  readonly [measured]: U;
}

/** Anything that picks series of a counter: what they count is in unit `U`. */
export interface CounterIn<U extends string> {
  readonly [counted]: U;
}

/** The growth, in `G`, of the buckets of a histogram of what is in unit `U`. */
export interface GrowthOfBuckets<L extends Labels, U extends string, G extends string> {
  readonly [labelsOf]: L;
  readonly [observed]: U;
  readonly [grown]: G;
}

/** Anything with the series of a histogram: what they observe is in unit `U`. */
export interface HistogramIn<U extends string> {
  readonly [observed]: U;
  readonly bucket: unknown;
  readonly sum: unknown;
}

export type AnyVector = InstantVector<Labels, string>;

/** The labels of a vector or a condition; `never` for a number, a quantity and a scalar. */
export type LabelsOf<R> = R extends { readonly [labelsOf]: infer L extends Labels } ? L : never;

export type UnitOf<R> =
  R extends ExprIn<infer U> ? U : R extends Quantity<infer D extends Dimension> ? BaseUnit<D> : "none";

/** The unit that `R` has as the right side of a value in `U`: a quantity of the same dimension is written in `U`. */
export type OperandUnit<U extends string, R> =
  R extends Quantity<infer D extends Dimension> ? (DimensionOf<U> extends D ? U : BaseUnit<D>) : UnitOf<R>;
