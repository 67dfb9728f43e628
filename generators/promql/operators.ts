export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%" | "^" | "atan2";
export type ComparisonOperator = "==" | "!=" | ">" | "<" | ">=" | "<=";
export type SetOperator = "and" | "or" | "unless";
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | SetOperator;

/** What is known about an operator of PromQL; whatever treats operators differently reads it here. */
export interface OperatorRow {
  readonly kind: "arithmetic" | "comparison" | "set";
  /** How tightly it binds: https://prometheus.io/docs/prometheus/latest/querying/operators/ */
  readonly precedence: number;
  /** `a ^ b ^ c` is `a ^ (b ^ c)`; all others are read from the left. */
  readonly fromRight?: true;
}

export interface ArithmeticRow extends OperatorRow {
  readonly kind: "arithmetic";
  readonly calculate: (left: number, right: number) => number;
}

export interface ComparisonRow extends OperatorRow {
  readonly kind: "comparison";
  readonly holds: (left: number, right: number) => boolean;
  /** The same with its sides exchanged: `5 < x` is `x > 5`. */
  readonly mirrored: ComparisonOperator;
  /** What holds where it does not. */
  readonly opposite: ComparisonOperator;
  /** The slip that looks the other way. */
  readonly flipped: ComparisonOperator;
  /** The same but where both sides are equal; undefined: it is about nothing else. */
  readonly otherAtEqual: ComparisonOperator | undefined;
}

export interface SetRow extends OperatorRow {
  readonly kind: "set";
  /** The series of which sides are in the result. */
  readonly takes: "left" | "both";
  /** Whether a series of the left stays that has a partner on the right, and one that has none. */
  readonly keeps: { readonly matched: boolean; readonly alone: boolean };
}

export const arithmetic: Readonly<Record<ArithmeticOperator, ArithmeticRow>> = {
  "+": { kind: "arithmetic", precedence: 4, calculate: (left, right) => left + right },
  "-": { kind: "arithmetic", precedence: 4, calculate: (left, right) => left - right },
  "*": { kind: "arithmetic", precedence: 5, calculate: (left, right) => left * right },
  "/": { kind: "arithmetic", precedence: 5, calculate: (left, right) => left / right },
  "%": { kind: "arithmetic", precedence: 5, calculate: (left, right) => left % right },
  "^": { kind: "arithmetic", precedence: 6, fromRight: true, calculate: (left, right) => left ** right },
  atan2: { kind: "arithmetic", precedence: 5, calculate: Math.atan2 },
};

export const comparisons: Readonly<Record<ComparisonOperator, ComparisonRow>> = {
  "==": comparison((left, right) => left === right, ["==", "!=", "!=", undefined]),
  "!=": comparison((left, right) => left !== right, ["!=", "==", "==", undefined]),
  ">": comparison((left, right) => left > right, ["<", "<=", "<", ">="]),
  "<": comparison((left, right) => left < right, [">", ">=", ">", "<="]),
  ">=": comparison((left, right) => left >= right, ["<=", "<", "<=", ">"]),
  "<=": comparison((left, right) => left <= right, [">=", ">", ">=", "<"]),
};

export const sets: Readonly<Record<SetOperator, SetRow>> = {
  and: { kind: "set", precedence: 2, takes: "left", keeps: { matched: true, alone: false } },
  or: { kind: "set", precedence: 1, takes: "both", keeps: { matched: true, alone: true } },
  unless: { kind: "set", precedence: 2, takes: "left", keeps: { matched: false, alone: true } },
};

/** Every operator between two expressions. */
export const operators: Readonly<Record<BinaryOperator, ArithmeticRow | ComparisonRow | SetRow>> = {
  ...arithmetic,
  ...comparisons,
  ...sets,
};

export function isArithmetic(op: string): op is ArithmeticOperator {
  return Object.hasOwn(arithmetic, op);
}

export function isComparison(op: string): op is ComparisonOperator {
  return Object.hasOwn(comparisons, op);
}

export function isSetOperator(op: string): op is SetOperator {
  return Object.hasOwn(sets, op);
}

function comparison(
  holds: ComparisonRow["holds"],
  [mirrored, opposite, flipped, otherAtEqual]: readonly [
    ComparisonOperator,
    ComparisonOperator,
    ComparisonOperator,
    ComparisonOperator | undefined,
  ],
): ComparisonRow {
  return { kind: "comparison", precedence: 3, holds, mirrored, opposite, flipped, otherAtEqual };
}
