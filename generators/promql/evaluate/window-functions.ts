import type { FunctionRow } from "../function-row.ts";
import { functions, isFunctionOf } from "../functions.ts";
import { signedDurationInMs } from "../literal.ts";
import type { Level } from "../../language/given.ts";
import { metricNameOf, type Node, type RangeNode, type SelectorNode, type SubqueryNode } from "../tree.ts";
import { once } from "../once.ts";
import { valueOverTime } from "./over-time.ts";
import { absence } from "./series-functions.ts";
import { type ExpressionValue, seriesKey, type VectorElement } from "./value.ts";
import {
  type EvaluatedCall,
  elementsOf,
  type EvaluatedSeries,
  type EvaluationWorld,
  secondsSince,
  secondsSinceEvaluation,
  selected,
  type TimedSample,
  worldAgo,
  worldAt,
} from "./world.ts";

/** What a function gives of a window, of samples or of results. */
export function windowFunction(call: EvaluatedCall): ExpressionValue | undefined {
  const { node, world, evaluate } = call;
  const { name, args } = node;
  const over = args.find((arg) => arg.kind === "range" || arg.kind === "subquery");
  const ms = over && rangeMs(over);
  if (!isFunctionOf("window", name) || over === undefined || ms === undefined) return undefined;
  const seconds = ms / 1000 / world.speed;
  const series = seriesOver(over, seconds, call);
  if (name === "absent_over_time") {
    const there = series && elementsOf(series, (one) => presence(one, seconds));
    return there && absence(over.kind === "range" ? over.of : undefined, there);
  }
  const beside = args.find((arg) => arg !== over);
  const given = beside && evaluate(beside, world);
  const { takes }: FunctionRow = functions[name];
  const looksAhead = takes.includes("seconds ahead");
  // It looks ahead as fast as the time of rules goes, and from now on, however long ago the samples are.
  const argument =
    typeof given === "number" ? (looksAhead ? given / world.speed + secondsBefore(over, world) : given) : NaN;
  return series && elementsOf(series, (one) => valueOverTime(name, one, { seconds, argument }));
}

/** The same window is asked for again and again. */
const rangeMs = once(({ range }: RangeNode | SubqueryNode) => signedDurationInMs(range));

/** How far in the past the window ends. */
function secondsBefore(over: RangeNode | SubqueryNode, { speed }: EvaluationWorld): number {
  const { offset = "0s" } = over.kind === "range" ? over.of : over;
  return (signedDurationInMs(offset) ?? 0) / 1000 / speed;
}

/** Whether there is a sample in the window: some number, or "missing". */
function presence({ level, growth, samplesIn }: EvaluatedSeries, seconds: number): Level | undefined {
  if (samplesIn) return samplesIn(seconds).at(-1)?.value ?? "missing";
  return level === undefined ? growth : level;
}

function seriesOver(
  over: RangeNode | SubqueryNode,
  seconds: number,
  call: EvaluatedCall,
): readonly EvaluatedSeries[] | undefined {
  if (over.kind === "range") return seriesIn(over.of, seconds, call);
  const world = worldAt(over, call.world);
  if (!world) return undefined;
  const { history } = world;
  if (!history) return results(over.of, seconds, { ...call, world }, over.step);
  const stepMs = over.step === undefined ? history.everySeconds * 1000 : signedDurationInMs(over.step);
  if (!stepMs) return undefined;
  // It asks at multiples of its step, whenever it is asked itself.
  const first = secondsSince(world.nowSeconds, stepMs / 1000);
  return sampled(over.of, { seconds, first, every: stepMs / 1000 }, { ...call, world });
}

/** What a selector takes; of a recording that is worked out, what it gave. */
function seriesIn(
  selector: SelectorNode,
  seconds: number,
  call: EvaluatedCall,
): readonly EvaluatedSeries[] | undefined {
  const { world } = call;
  const name = metricNameOf(selector);
  if (name === undefined) return undefined;
  const isRecorded = world.seriesOf(name).length === 0 && world.recorded(name);
  if (isRecorded) return world.history ? recorded(selector, seconds, call) : results(selector, seconds, call);
  const earlier = worldAt(selector, world);
  return earlier && selected(selector, earlier);
}

/** What a recording gave in the window, each time that it was evaluated. */
function recorded(
  selector: SelectorNode,
  seconds: number,
  call: EvaluatedCall,
): readonly EvaluatedSeries[] | undefined {
  const world = worldAt(selector, call.world);
  const every = world?.history?.everySeconds;
  if (!world || !every) return undefined;
  const { offset: _, ...now } = selector;
  return sampled(now, { seconds, first: secondsSinceEvaluation(world), every }, { ...call, world });
}

interface Moments {
  /** How far they go back. */
  readonly seconds: number;
  /** How long ago the last one was. */
  readonly first: number;
  /** From one to the next. */
  readonly every: number;
}

/** What an expression gave at these moments, as samples. A window leaves out its own start. */
function sampled(
  of: Node,
  { seconds, first, every }: Moments,
  { world, evaluate }: EvaluatedCall,
): readonly EvaluatedSeries[] | undefined {
  if (!world.history) return undefined;
  const found = new Map<string, { labels: VectorElement["labels"]; samples: TimedSample[] }>();
  for (let back = Math.ceil((seconds - first) / every) - 1; back >= 0; back -= 1) {
    const secondsAgo = first + back * every;
    const value = evaluate(of, secondsAgo === 0 ? world : world.history.ago(secondsAgo));
    if (value === undefined || typeof value === "number") return undefined;
    for (const element of value) {
      const key = seriesKey(element);
      const one = found.get(key) ?? { labels: element.labels, samples: [] };
      one.samples.push({ secondsAgo, value: element.value });
      found.set(key, one);
    }
  }
  return [...found.values()].map(({ labels, samples }) => ({
    metric: "",
    labels,
    level: samples.at(-1)?.value ?? "missing",
    growth: undefined,
    everyMs: every * 1000,
    samplesIn: () => samples,
  }));
}

/** What an expression gave over the window: as it grew from the start to the end, so it did between. */
function results(
  of: Node,
  seconds: number,
  { world, evaluate }: EvaluatedCall,
  step = usualStep,
): readonly EvaluatedSeries[] | undefined {
  if (!world.isAlways) return undefined;
  const [now, before] = [evaluate(of, world), evaluate(of, worldAgo(world, seconds))];
  if (now === undefined || before === undefined) return undefined;
  if (typeof now === "number" || typeof before === "number") return undefined;
  const earlier = new Map(before.map((element) => [seriesKey(element), element.value]));
  return now.map((element) => ({
    metric: "",
    labels: element.labels,
    level: element.value,
    growth: (element.value - (earlier.get(seriesKey(element)) ?? element.value)) / seconds,
    everyMs: (signedDurationInMs(step) ?? 0) / world.speed,
  }));
}

// As often as rules are usually evaluated.
const usualStep = "1m";
