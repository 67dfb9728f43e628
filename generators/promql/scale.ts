import { formatDuration } from "../language/duration.ts";
import type { WindowRow } from "./function-row.ts";
import { functionNamed, windowFunctionNamed } from "./functions.ts";
import { signedDurationInMs } from "./literal.ts";
import { printPromql } from "./print.ts";
import { readPromql } from "./read.ts";
import { heardGrowthIn } from "./robust/births.ts";
import { mapParts } from "./rewrite.ts";
import {
  type BinaryNode,
  type CallNode,
  type Moved,
  type Node,
  numberNode,
  type RangeNode,
  type SubqueryNode,
} from "./tree.ts";

interface Scale {
  readonly speed: number;
  readonly longestWindowMs: number;
}

// Prometheus refuses a range of 0; two samples, a second apart, fit into this.
const shortestRangeMs = 3000;

/**
 * The expression with its ranges, steps and offsets divided by `speed`.
 *
 * What a prediction looks ahead is divided too: a trend that is `speed` times as steep gets as far in that time. All other
 * numbers stay: a rate is by the second, whatever the speed. Of a growth over a range that cannot be as short as it should be
 * only that part is taken.
 *
 * @param longestWindowMs no window of a rate or a mean is longer; left out: as long as they come
 */
export function scaledPromql(expr: string, speed: number, longestWindowMs = Infinity): string {
  const tree = speed === 1 ? undefined : readPromql(expr);
  return tree ? printPromql(scaled(tree, { speed, longestWindowMs })) : expr;
}

/** @param narrowed what is left of the function that it is an argument of, when its window is shorter */
function scaled(node: Node, scale: Scale, narrowed?: WindowRow["narrowed"]): Node {
  if (node.kind === "selector") return scaledOffset(node, scale);
  const inside = node.kind === "call" ? windowFunctionNamed(node.name)?.narrowed : undefined;
  const result = mapParts(node, (part) => scaled(part, scale, inside));
  const longestMs = narrowed === "same" ? scale.longestWindowMs : Infinity;
  const window = (text: string) =>
    formatDuration(Math.min(longestMs, Math.max(shortestRangeMs, Math.round(dividedMs(text, scale)))));
  switch (result.kind) {
    case "range":
      return { ...result, range: window(result.range) };
    case "subquery": {
      const { step } = result;
      const steps = step === undefined ? {} : { step: window(step) };
      return { ...scaledOffset(result, scale), range: window(result.range), ...steps };
    }
    case "binary":
      return node.kind === "binary" ? scaledBirths(node, result, scale) : result;
    case "call":
      return node.kind === "call" ? partOf(scaledAhead(result, scale), windowOf(node), scale) : result;
    default:
      return result;
  }
}

function scaledOffset<T extends Moved>(moved: T, scale: Scale): T {
  if (moved.offset === undefined) return moved;
  const sign = (signedDurationInMs(moved.offset) ?? 0) < 0 ? "-" : "";
  return { ...moved, offset: sign + formatDuration(Math.round(dividedMs(moved.offset, scale))) };
}

function dividedMs(text: string, { speed }: Scale): number {
  return Math.abs(signedDurationInMs(text) ?? 0) / speed;
}

function scaledAhead(call: CallNode, { speed }: Scale): CallNode {
  const ahead = functionNamed(call.name)?.takes.indexOf("seconds ahead");
  const args = call.args.map((arg, index): Node => {
    return index === ahead ? { kind: "binary", op: "/", left: arg, right: numberNode(speed) } : arg;
  });
  return { ...call, args };
}

/** What a series that was born grew by, counted for the window that it now has. */
function scaledBirths(node: BinaryNode, result: BinaryNode, scale: Scale): Node {
  const heard = heardGrowthIn(node);
  // The growth beside it may have become a part of itself.
  const now = heardGrowthIn({ ...result, right: node.right });
  if (!heard || !now) return result;
  const ms = signedDurationInMs(now.window.range) ?? 0;
  const left: Node = heard.isPerSecond
    ? { kind: "binary", op: "/", left: now.born, right: numberNode(ms / 1000) }
    : shareOf(now.born, dividedMs(heard.window.range, scale));
  return { ...result, left };
}

/** `increase(a[1m])` a minute of which takes a second is a third of what it is in three. */
function partOf(call: CallNode, window: RangeNode | SubqueryNode | undefined, scale: Scale): Node {
  const ms = window && dividedMs(window.range, scale);
  const takesPart = windowFunctionNamed(call.name)?.narrowed === "part";
  return ms === undefined || !takesPart ? call : shareOf(call, ms);
}

/** What was counted in the shortest range, as it would be in one that is shorter. */
function shareOf(counted: Node, ms: number): Node {
  if (ms >= shortestRangeMs) return counted;
  const left: Node = { kind: "binary", op: "*", left: counted, right: numberNode(Math.round(ms)) };
  return { kind: "binary", op: "/", left, right: numberNode(shortestRangeMs) };
}

function windowOf({ args }: CallNode): RangeNode | SubqueryNode | undefined {
  return args.find((arg) => arg.kind === "range" || arg.kind === "subquery");
}
