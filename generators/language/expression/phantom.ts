// What a parameter asks for is said by these small interfaces, never by `Vector` with its many methods: TypeScript then
// compares a property or two, which is fast, and its messages stay short. The properties exist in the types only.
import type { Labels } from "../label.ts";
import type { BaseUnit, Dimension, DimensionOf } from "../unit.ts";
import type { Quantity } from "../quantity.ts";

export declare const labelsOf: unique symbol;
export declare const unitOf: unique symbol;
export declare const condition: unique symbol;
export declare const selected: unique symbol;

/** Anything with a unit. */
export interface ExprIn<U extends string> {
  readonly [unitOf]: U;
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

export type AnyVector = InstantVector<Labels, string>;

/** The labels of a vector or a condition; `never` for a number, a quantity and a scalar. */
export type LabelsOf<R> = R extends { readonly [labelsOf]: infer L extends Labels } ? L : never;

export type UnitOf<R> =
  R extends ExprIn<infer U> ? U : R extends Quantity<infer D extends Dimension> ? BaseUnit<D> : "none";

/** The unit that `R` has as the right side of a value in `U`: a quantity of the same dimension is written in `U`. */
export type OperandUnit<U extends string, R> =
  R extends Quantity<infer D extends Dimension> ? (DimensionOf<U> extends D ? U : BaseUnit<D>) : UnitOf<R>;
