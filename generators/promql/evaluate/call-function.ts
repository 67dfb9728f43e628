import type { CallNode, Node, SelectorNode } from "../tree.ts";
import { type FunctionOf, type FunctionRow, functions, isFunctionOf } from "../functions.ts";
import { signedDurationInMs } from "../number-literal.ts";
import { relabel } from "./relabel.ts";
import { valueOverTime } from "./over-time.ts";
import { quantileOfBuckets } from "./quantile-of-buckets.ts";
import { labelKey, mapSteady, type SteadyElement, type SteadyValue } from "./steady-value.ts";
import {
  elementsOf,
  selected,
  worldAgo,
  worldAt,
  type SteadySeries,
  type SteadyWorld,
} from "./steady-world.ts";

type Evaluate = (node: Node, world: SteadyWorld) => SteadyValue | undefined;

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

/** What a function gives; undefined for those that nobody has needed here yet, and what depends on the time of the day. */
export function callFunction(
  node: CallNode,
  world: SteadyWorld,
  evaluate: Evaluate,
): SteadyValue | undefined {
  const { name, args } = node;
  if (isFunctionOf("window", name)) return overTime({ name, args }, world, evaluate);
  const values = args.map((arg) => evaluate(arg, world));
  if (isFunctionOf("numbers", name)) return eachNumber(name, values);
  if (isFunctionOf("series", name)) return ofSeries(name, node, values, world);
  return name === "histogram_quantile" ? quantile(values) : undefined;
}

function eachNumber(
  name: FunctionOf<"numbers">,
  [value, ...others]: readonly (SteadyValue | undefined)[],
): SteadyValue | undefined {
  const numbers = others.filter((other) => typeof other === "number");
  if (value === undefined || numbers.length < others.length) return undefined;
  return mapSteady(value, (number) => ofNumbers[name](number, ...numbers));
}

function quantile([value, buckets]: readonly (SteadyValue | undefined)[]): SteadyValue | undefined {
  return typeof value === "number" && Array.isArray(buckets) ? quantileOfBuckets(value, buckets) : undefined;
}

function ofSeries(
  name: FunctionOf<"series">,
  node: CallNode,
  [value]: readonly (SteadyValue | undefined)[],
  { nowSeconds }: SteadyWorld,
): SteadyValue | undefined {
  switch (name) {
    case "time":
      return nowSeconds;
    case "pi":
      return Math.PI;
    case "label_join":
    case "label_replace":
      return relabel(node, value);
    case "absent":
      return absence(node.args[0], value);
    case "sort":
    case "sort_desc":
      return value;
    case "vector":
      return typeof value === "number" ? [{ labels: {}, value }] : undefined;
    case "scalar":
      return value === undefined || typeof value === "number" ? undefined : only(value);
    case "timestamp":
      return value === undefined ? undefined : mapSteady(value, () => nowSeconds);
  }
}

function only(elements: readonly SteadyElement[]): number {
  return elements.length === 1 ? (elements[0]?.value ?? NaN) : NaN;
}

/** 1 where there is nothing, with the labels that the selector names. */
function absence(of: Node | undefined, value: SteadyValue | undefined): SteadyValue | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number" || value.length > 0) return [];
  return [{ labels: of?.kind === "selector" ? labelsNamed(of) : {}, value: 1 }];
}

function labelsNamed({ matchers }: SelectorNode): Readonly<Record<string, string>> {
  const isSaidOnce = (name: string) => matchers.filter((one) => one.name === name).length === 1;
  return Object.fromEntries(
    matchers.filter(({ op, name }) => op === "=" && isSaidOnce(name)).map(({ name, value }) => [name, value]),
  );
}

function overTime(
  { name, args }: { readonly name: FunctionOf<"window">; readonly args: readonly Node[] },
  world: SteadyWorld,
  evaluate: Evaluate,
): SteadyValue | undefined {
  const over = args.find((arg) => arg.kind === "range" || arg.kind === "subquery");
  if (!over) return undefined;
  const ms = signedDurationInMs(over.range);
  if (ms === undefined) return undefined;
  const seconds = ms / 1000 / world.speed;
  const series =
    over.kind === "range"
      ? seriesIn(over.of, seconds, world, evaluate)
      : results(over.of, seconds, world, evaluate, over.step);
  if (name === "absent_over_time") {
    const there = series && elementsOf(series, ({ level, growth }) => (level === undefined ? growth : level));
    return there && absence(over.kind === "range" ? over.of : undefined, there);
  }
  const beside = args.find((arg) => arg !== over);
  const given = beside && evaluate(beside, world);
  // Where it looks ahead, it does so as fast as the time of rules goes.
  const { takes }: FunctionRow = functions[name];
  const argument =
    typeof given === "number" ? given / (takes.includes("seconds ahead") ? world.speed : 1) : NaN;
  return series && elementsOf(series, (one) => valueOverTime(name, one, { seconds, argument }));
}

/** What a selector takes; of a recording that is worked out, what it gave. */
function seriesIn(
  selector: SelectorNode,
  seconds: number,
  world: SteadyWorld,
  evaluate: Evaluate,
): readonly SteadySeries[] | undefined {
  const isRecorded = world.seriesOf(selector.metric).length === 0 && world.recorded(selector.metric);
  if (isRecorded) return results(selector, seconds, world, evaluate);
  const earlier = worldAt(selector, world);
  return earlier && selected(selector, earlier);
}

/** What an expression gave over the window: as it grew from the start to the end, so it did between. */
function results(
  of: Node,
  seconds: number,
  world: SteadyWorld,
  evaluate: Evaluate,
  step = usualStep,
): readonly SteadySeries[] | undefined {
  if (!world.isAlways) return undefined;
  const [now, before] = [evaluate(of, world), evaluate(of, worldAgo(world, seconds))];
  if (now === undefined || before === undefined) return undefined;
  if (typeof now === "number" || typeof before === "number") return undefined;
  const key = ({ labels }: SteadyElement) => labelKey(labels, Object.keys(labels).sort());
  const earlier = new Map(before.map((element) => [key(element), element.value]));
  return now.map((element) => ({
    metric: "",
    labels: element.labels,
    level: element.value,
    growth: (element.value - (earlier.get(key(element)) ?? element.value)) / seconds,
    everyMs: (signedDurationInMs(step) ?? 0) / world.speed,
  }));
}

// As often as rules are usually evaluated.
const usualStep = "1m";
