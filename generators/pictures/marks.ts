import type { ComparisonOperator } from "../promql/operators.ts";
import type { EachSituation, Level } from "../series/series.ts";
import { formatQuantity } from "../text/quantity.ts";
import type { Mark } from "./strip.ts";

/** The most digits that a number is written with before it is rounded to those that can be read at a glance. */
const mostDigits = 8;
const fewDigits = 6;

/** The number that values are compared with. */
export interface Limit {
  readonly op: ComparisonOperator;
  readonly value: number;
}

const limitWords: Readonly<Record<ComparisonOperator, (text: string) => string>> = {
  ">": (text) => `above ${text}`,
  "<": (text) => `below ${text}`,
  ">=": (text) => `${text} or above`,
  "<=": (text) => `${text} or below`,
  "==": (text) => `at ${text}`,
  "!=": (text) => `at anything but ${text}`,
};

/** `fires below 45 fps`; where several things must hold together, `needs below 45 fps`. */
export function limitText({ op, value }: Limit, unit: string, isAlone: boolean): string {
  const text = valueText(value, unit);
  return `${isAlone ? "fires" : "needs"} ${limitWords[op](text)}`;
}

/** Of what stands behind `unless`: `silent while above 0`. */
export function silenceText({ op, value }: Limit, unit: string): string {
  return `silent while ${limitWords[op](valueText(value, unit))}`;
}

/** A value as people write it, without the digits that nobody reads. */
export function valueText(value: number, unit: string): string {
  const exact = Number(value.toPrecision(12));
  const digits = String(Math.abs(exact))
    .replace(/e.*|\./g, "")
    .replace(/^0+|0+$/g, "");
  return formatQuantity(digits.length > mostDigits ? Number(value.toPrecision(fewDigits)) : exact, unit);
}

/** The heights that are worth a name: what is the same has one. */
export function marksOf(
  { ok, limit: atLimit, firing }: EachSituation<Level>,
  unit: string,
  limit: Limit | undefined,
  isAlone: boolean,
): Mark[] {
  const mark = (kind: Mark["kind"], value: Level, words: (text: string) => string): Mark[] =>
    value === "missing" ? [] : [{ kind, value, text: words(valueText(value, unit)) }];
  const isConstant = ok === firing;
  return [
    ...(limit
      ? [{ kind: "threshold", value: limit.value, text: limitText(limit, unit, isAlone) } as const]
      : []),
    ...(atLimit === ok ? [] : mark("limit", atLimit, (text) => `limit ${text}: silent`)),
    ...mark("ok", ok, (text) => `${isConstant ? "always" : "ok"} ${text}`),
    ...(isConstant ? [] : mark("firing", firing, (text) => `firing ${text}`)),
  ];
}
