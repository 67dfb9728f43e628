import type { Bound, ExpressionType } from "../expression-type.ts";
import {
  arithmetic,
  type ArithmeticOperator,
  type BinaryOperator,
  isArithmetic,
  isComparison,
  isSetOperator,
} from "../operators.ts";
import { calculatedUnit } from "../result-unit.ts";

/** Divisors and factors that say by themselves which unit they convert to. */
const conversions: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  "seconds /": { 1: "seconds", 60: "minutes", 3600: "hours", 86_400: "days" },
  "bytes /": { 1024: "kibibytes", 1_048_576: "mebibytes", 1_073_741_824: "gibibytes" },
  "ratio *": { 100: "percent" },
  "seconds *": { 1000: "milliseconds" },
};

/** The first second of 2001: nothing that is monitored is older, and no duration is as long. */
const oldestTimestamp = 978_307_200;

/** Why the units of the sides do not go together; undefined when they do. */
export function unitComplaint(
  op: BinaryOperator,
  left: ExpressionType,
  right: ExpressionType,
): string | undefined {
  const isSum = op === "+" || op === "-";
  if (!isSum && !isComparison(op)) return undefined;
  const isShiftedTime = isSum && left.unit === "timestamp" && right.unit === "seconds";
  const areKnown = left.unit !== "none" && right.unit !== "none";
  if (areKnown && left.unit !== right.unit && !isShiftedTime)
    return `${left.unit} ${op} ${right.unit}: other units`;
  return isSum ? undefined : (timestampComplaint(left, right) ?? timestampComplaint(right, left));
}

function timestampComplaint(side: ExpressionType, { literal }: ExpressionType): string | undefined {
  if (side.unit !== "timestamp" || literal === undefined) return undefined;
  // 0 is what exporters give for "never".
  if (literal === 0 || Math.abs(literal) >= oldestTimestamp) return undefined;
  return `a timestamp is compared with ${literal}: compare time() - … or … - time()`;
}

/** The unit of the result; a side that is a constant has none of its own. */
export function unitOfOperation(op: BinaryOperator, left: ExpressionType, right: ExpressionType): string {
  if (isArithmetic(op)) return arithmeticUnit(op, left, right);
  if (isSetOperator(op)) return left.unit;
  // A comparison gives the samples of its vector, which is the left one when both are.
  return left.kind === "vector" || right.kind !== "vector" ? left.unit : right.unit;
}

function arithmeticUnit(op: ArithmeticOperator, left: ExpressionType, right: ExpressionType): string {
  const isSum = op === "+" || op === "-";
  if (isSum && left.literal !== undefined) return right.unit;
  if (isSum && right.literal !== undefined) return left.unit;
  return converted(left.unit, op, right.literal) ?? calculatedUnit(op, left.unit, right.unit);
}

function converted(unit: string, op: string, literal: number | undefined): string | undefined {
  return literal === undefined ? undefined : conversions[`${unit} ${op}`]?.[literal];
}

/** The value of two constants; undefined where one is none, and for comparisons. */
export function constant(
  op: BinaryOperator,
  left: number | undefined,
  right: number | undefined,
): number | undefined {
  if (left === undefined || right === undefined || !isArithmetic(op)) return undefined;
  return arithmetic[op].calculate(left, right);
}

/** What limits `x * 100` or `1 - x` have, when x has limits. */
export function resultBound(
  op: BinaryOperator,
  left: ExpressionType,
  right: ExpressionType,
): Bound | undefined {
  const [a, b] = [intervalOf(left), intervalOf(right)];
  if (!a || !b || (left.literal === undefined && right.literal === undefined)) return undefined;
  const ends = a.flatMap((x) => b.map((y) => constant(op, x, y)));
  if (
    !isArithmetic(op) ||
    !arithmetic[op].isMonotonic ||
    !ends.every((end) => end !== undefined && Number.isFinite(end))
  )
    return undefined;
  const numbers = ends.filter((end) => end !== undefined);
  return { kind: "interval", min: Math.min(...numbers), max: Math.max(...numbers) };
}

function intervalOf({ literal, bound }: ExpressionType): readonly [number, number] | undefined {
  if (literal !== undefined) return [literal, literal];
  return bound?.kind === "interval" ? [bound.min, bound.max] : undefined;
}
