import { type FunctionRow, functions, isFunctionOf } from "../functions.ts";
import { signedDurationInMs } from "../literal.ts";
import type { Node, RangeNode, SelectorNode, SubqueryNode } from "../tree.ts";
import { valueOverTime } from "./over-time.ts";
import { absence } from "./series-functions.ts";
import { type ExpressionValue, labelKey, type VectorElement } from "./value.ts";
import {
  type EvaluatedCall,
  elementsOf,
  type EvaluatedSeries,
  selected,
  worldAgo,
  worldAt,
} from "./world.ts";

/** What a function gives of a window, of samples or of results. */
export function windowFunction(call: EvaluatedCall): ExpressionValue | undefined {
  const { node, world, evaluate } = call;
  const { name, args } = node;
  const over = args.find((arg) => arg.kind === "range" || arg.kind === "subquery");
  const ms = over && signedDurationInMs(over.range);
  if (!isFunctionOf("window", name) || over === undefined || ms === undefined) return undefined;
  const seconds = ms / 1000 / world.speed;
  const series = seriesOver(over, seconds, call);
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

function seriesOver(
  over: RangeNode | SubqueryNode,
  seconds: number,
  call: EvaluatedCall,
): readonly EvaluatedSeries[] | undefined {
  if (over.kind === "range") return seriesIn(over.of, seconds, call);
  const world = worldAt(over, call.world);
  return world && results(over.of, seconds, { ...call, world }, over.step);
}

/** What a selector takes; of a recording that is worked out, what it gave. */
function seriesIn(
  selector: SelectorNode,
  seconds: number,
  call: EvaluatedCall,
): readonly EvaluatedSeries[] | undefined {
  const { world } = call;
  const isRecorded = world.seriesOf(selector.metric).length === 0 && world.recorded(selector.metric);
  if (isRecorded) return results(selector, seconds, call);
  const earlier = worldAt(selector, world);
  return earlier && selected(selector, earlier);
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
  const key = ({ labels }: VectorElement) => labelKey(labels, Object.keys(labels).sort());
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
