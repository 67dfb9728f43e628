import type { CallNode, Node, RangeNode, SelectorNode, SubqueryNode } from "../language/expression/tree.ts";
import { signedDurationInMs } from "../promql/number-literal.ts";
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
const ofNumbers: Readonly<Record<string, (value: number, ...others: readonly number[]) => number>> = {
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
  sort: (value) => value,
  sort_desc: (value) => value,
};

/** What a function gives; undefined for those that nobody has needed here yet, and what depends on the time of the day. */
export function callFunction(
  node: CallNode,
  world: SteadyWorld,
  evaluate: Evaluate,
): SteadyValue | undefined {
  const { name, args } = node;
  const inside = (arg: Node | undefined) => arg && evaluate(arg, world);
  if (name === "time") return world.nowSeconds;
  if (name === "pi") return Math.PI;
  const over = args.find((arg) => arg.kind === "range" || arg.kind === "subquery");
  if (over) return overTime(node, over, world, evaluate);
  if (name === "label_replace" || name === "label_join") return relabel(node, inside(args[0]));
  if (name === "absent") return absence(args[0], inside(args[0]));
  const values = args.map(inside);
  const [value, ...others] = values;
  if (value === undefined) return undefined;
  if (name === "histogram_quantile") {
    const [buckets] = others;
    return typeof value === "number" && Array.isArray(buckets)
      ? quantileOfBuckets(value, buckets)
      : undefined;
  }
  if (name === "vector") return typeof value === "number" ? [{ labels: {}, value }] : undefined;
  if (name === "scalar") return typeof value === "number" ? undefined : only(value);
  if (name === "timestamp") return mapSteady(value, () => world.nowSeconds);
  const apply = ofNumbers[name];
  const numbers = others.filter((other) => typeof other === "number");
  if (!apply || numbers.length < others.length) return undefined;
  return mapSteady(value, (number) => apply(number, ...numbers));
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
  node: CallNode,
  over: RangeNode | SubqueryNode,
  world: SteadyWorld,
  evaluate: Evaluate,
): SteadyValue | undefined {
  const ms = signedDurationInMs(over.range);
  if (ms === undefined) return undefined;
  const seconds = ms / 1000 / world.speed;
  const series =
    over.kind === "range"
      ? seriesIn(over.of, seconds, world, evaluate)
      : results(over.of, seconds, world, evaluate, over.step);
  if (node.name === "absent_over_time") {
    const there = series && elementsOf(series, ({ level, growth }) => (level === undefined ? growth : level));
    return there && absence(over.kind === "range" ? over.of : undefined, there);
  }
  const beside = node.args.find((arg) => arg !== over);
  const given = beside && evaluate(beside, world);
  // Where it looks ahead, it does so as fast as the time of rules goes.
  const argument =
    typeof given === "number" ? given / (node.name === "predict_linear" ? world.speed : 1) : NaN;
  return series && elementsOf(series, (one) => valueOverTime(node.name, one, { seconds, argument }));
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
