import { durationInMs } from "../language/duration.ts";
import type { CallNode, Node } from "../language/expression/tree.ts";
import { levelOverTime } from "./signal-level.ts";
import { quantileOfBuckets } from "./quantile-of-buckets.ts";
import { mapSteady, type SteadyValue } from "./steady-value.ts";
import { elementsOf, selected, type SteadyWorld } from "./steady-world.ts";

/** Functions that give the series as they are. */
const passOn: ReadonlySet<string> = new Set(["sort", "sort_desc"]);

type Evaluate = (node: Node) => SteadyValue | undefined;

/** What a function gives; undefined for those that nobody has needed here yet. */
export function callFunction(node: CallNode, world: SteadyWorld, inside: Evaluate): SteadyValue | undefined {
  const { name, args } = node;
  const [first, second] = args;
  if (name === "time") return 0;
  if (!first) return undefined;
  if (first.kind === "range" || second?.kind === "range") return overTime(node, world);
  if (name === "histogram_quantile") return quantile(node, inside);
  const value = inside(first);
  if (value === undefined) return undefined;
  if (passOn.has(name)) return value;
  switch (name) {
    case "vector":
      return typeof value === "number" ? [{ labels: {}, value }] : undefined;
    case "absent":
      return typeof value !== "number" && value.length === 0 ? [{ labels: {}, value: 1 }] : [];
    case "abs":
      return mapSteady(value, Math.abs);
    case "clamp_min":
    case "clamp_max":
      return clamped(name, value, second && inside(second));
    default:
      return undefined;
  }
}

function overTime({ name, args }: CallNode, world: SteadyWorld): SteadyValue | undefined {
  const range = args.find((arg) => arg.kind === "range");
  const windowMs = range && durationInMs(range.range);
  if (!range || windowMs === undefined || range.of.offset !== undefined || range.of.at !== undefined) {
    return undefined;
  }
  // Of a recording that is worked out nobody knows what it was.
  if (world.recordings.some((one) => one.name === range.of.metric) && !isPlayed(range.of.metric, world)) {
    return undefined;
  }
  const signals = selected(range.of, world);
  if (name === "absent_over_time") {
    const there = elementsOf(signals, (signal) =>
      levelOverTime("last_over_time", signal, world.situation, windowMs),
    );
    return there && (there.length === 0 ? [{ labels: {}, value: 1 }] : []);
  }
  return elementsOf(signals, (signal) => levelOverTime(name, signal, world.situation, windowMs));
}

function isPlayed(name: string, { signals }: SteadyWorld): boolean {
  return signals.some(({ metric }) => metric === name);
}

function quantile({ args }: CallNode, inside: Evaluate): SteadyValue | undefined {
  const [share, of] = args.map(inside);
  if (typeof share !== "number" || of === undefined || typeof of === "number") return undefined;
  return quantileOfBuckets(share, of);
}

function clamped(
  name: "clamp_min" | "clamp_max",
  value: SteadyValue,
  limit: SteadyValue | undefined,
): SteadyValue | undefined {
  if (typeof limit !== "number") return undefined;
  return mapSteady(value, (number) =>
    name === "clamp_min" ? Math.max(number, limit) : Math.min(number, limit),
  );
}
