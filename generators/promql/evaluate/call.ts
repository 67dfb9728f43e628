import type { FunctionRow } from "../function-row.ts";
import { functionNamed, type FunctionOf, isFunctionOf } from "../functions.ts";
import { histogramFunction } from "./histogram-functions.ts";
import { seriesFunction } from "./series-functions.ts";
import { type ExpressionValue, mapValue } from "./value.ts";
import { windowFunction } from "./window-functions.ts";
import type { EvaluatedCall } from "./world.ts";

/** What a function gives; undefined for those that nobody has needed here yet, and for what depends on the time of day. */
export function evaluateCall(call: EvaluatedCall): ExpressionValue | undefined {
  const row = functionNamed(call.node.name);
  return row && ofKind[row.of](call);
}

const ofKind: Readonly<Record<FunctionRow["of"], (call: EvaluatedCall) => ExpressionValue | undefined>> = {
  numbers: numberFunction,
  window: windowFunction,
  series: seriesFunction,
  histograms: histogramFunction,
  dates: () => undefined,
};

function numberFunction({ node, world, evaluate }: EvaluatedCall): ExpressionValue | undefined {
  const { name, args } = node;
  if (!isFunctionOf("numbers", name)) return undefined;
  const [value, ...others] = args.map((arg) => evaluate(arg, world));
  const numbers = others.filter((other) => typeof other === "number");
  if (value === undefined || numbers.length < others.length) return undefined;
  return mapValue(value, (number) => ofNumbers[name](number, ...numbers));
}

/** Functions of each number by itself. */
const ofNumbers: Readonly<
  Record<FunctionOf<"numbers">, (value: number, ...others: readonly number[]) => number>
> = {
  abs: Math.abs,
  acos: Math.acos,
  acosh: Math.acosh,
  asin: Math.asin,
  asinh: Math.asinh,
  atan: Math.atan,
  atanh: Math.atanh,
  ceil: Math.ceil,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  floor: Math.floor,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  sgn: Math.sign,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
  deg: (value) => (value * 180) / Math.PI,
  rad: (value) => (value * Math.PI) / 180,
  clamp_min: (value, least = NaN) => Math.max(value, least),
  clamp_max: (value, most = NaN) => Math.min(value, most),
  clamp: (value, least = NaN, most = NaN) => Math.max(least, Math.min(most, value)),
  // Halves go up.
  round: (value, to = 1) => Math.floor(value / to + 0.5) * to,
};
