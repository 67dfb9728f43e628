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
  /** How its unit is made of those of the sides. */
  readonly unit: "sum" | "difference" | "product" | "quotient" | "remainder" | "none";
  /** What the result is about: both sides, or the left one, which the right side only measures. */
  readonly about: "left" | "both";
  /** Between the ends of two intervals lies nothing that is beyond what it makes of these ends. */
  readonly isMonotonic: boolean;
}

export interface ComparisonRow extends OperatorRow {
  readonly kind: "comparison";
  readonly holds: (left: number, right: number) => boolean;
  /** The same with its sides exchanged: `5 < x` is `x > 5`. */
  readonly mirrored: ComparisonOperator;
  /** What holds where it does not. */
  readonly opposite: ComparisonOperator;
  /** The operator that somebody may have meant: the opposite direction. */
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

const ofBoth = { kind: "arithmetic", about: "both", isMonotonic: true } as const;
const ofLeft = { kind: "arithmetic", about: "left", isMonotonic: false } as const;

export const arithmetic: Readonly<Record<ArithmeticOperator, ArithmeticRow>> = {
  "+": { ...ofBoth, precedence: 4, unit: "sum", calculate: (left, right) => left + right },
  "-": { ...ofBoth, precedence: 4, unit: "difference", calculate: (left, right) => left - right },
  "*": { ...ofBoth, precedence: 5, unit: "product", calculate: (left, right) => left * right },
  "/": {
    ...ofLeft,
    precedence: 5,
    unit: "quotient",
    isMonotonic: true,
    calculate: (left, right) => left / right,
  },
  "%": { ...ofLeft, precedence: 5, unit: "remainder", calculate: (left, right) => left % right },
  "^": { ...ofLeft, precedence: 6, unit: "none", fromRight: true, calculate: (left, right) => left ** right },
  atan2: { ...ofLeft, precedence: 5, unit: "none", calculate: Math.atan2 },
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
