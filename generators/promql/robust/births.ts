import { formatDuration } from "../../language/duration.ts";
import type { LabelSpec } from "../../language/label.ts";
import { windowFunctionNamed } from "../functions.ts";
import { isList } from "../label-value.ts";
import { signedDurationInMs } from "../literal.ts";
import { type Occurrence, occurrencesIn, ofKind } from "../rewrite.ts";
import type { CatalogueSeries } from "../series.ts";
import {
  type BinaryNode,
  callNode,
  type CallNode,
  type LabelMatcher,
  type Node,
  numberNode,
  partsOf,
  type RangeNode,
  type SelectorNode,
} from "../tree.ts";
import { type Scrapes, seriesTaken, toleranceMs } from "./scrapes.ts";

/**
 * The growth of a counter whose series can begin with their first increment. Prometheus compares samples with each other, so that
 * it sees no growth in the first one, however high it is.
 */
export interface Birth {
  /** Without its range. */
  readonly selector: SelectorNode;
  /** The function around it: `increase`. */
  readonly function: string;
  readonly windowMs: number;
  /** How long a series may be unseen and is still the same. */
  readonly toleranceMs: number;
}

/** A call that asks for growth, and whether it can be made to hear births. */
export interface PlacedBirth {
  readonly birth: Birth;
  readonly call: Occurrence<CallNode>;
  /** Undefined: there is nothing that could be said instead. */
  readonly heard: Node | undefined;
}

/** Every call of an expression that asks for the growth of series which may be born. */
export function birthsIn(node: Node, scrapes: Scrapes): PlacedBirth[] {
  return ofKind("call", occurrencesIn(node)).flatMap((call) => {
    if (windowFunctionNamed(call.node.name)?.growth === undefined) return [];
    return call.node.args.flatMap((of) =>
      of.kind === "range" ? birthIn(call, of, scrapes) : within(call, of, scrapes),
    );
  });
}

function birthIn(call: Occurrence<CallNode>, range: RangeNode, scrapes: Scrapes): PlacedBirth[] {
  const series = seriesTaken(range.of, scrapes).filter(canBeBorn);
  const windowMs = signedDurationInMs(range.range);
  if (series.length === 0 || windowMs === undefined) return [];
  const everyMs = Math.max(...series.map(({ job }) => scrapes.everyMs(job)));
  const birth: Birth = {
    selector: range.of,
    function: call.node.name,
    windowMs,
    toleranceMs: toleranceMs(everyMs),
  };
  return [{ birth, call, heard: hearing(call.node, range, birth, series) }];
}

/** The growth of what an expression gave at moments of its own: whether a series is new there cannot be asked. */
function within(call: Occurrence<CallNode>, of: Node, scrapes: Scrapes): PlacedBirth[] {
  if (of.kind !== "subquery") return [];
  const [selector] = selectorsIn(of).filter((one) => seriesTaken(one, scrapes).some(canBeBorn));
  const windowMs = signedDurationInMs(of.range);
  if (!selector || windowMs === undefined) return [];
  const birth = { selector, function: call.node.name, windowMs, toleranceMs: 0 };
  return [{ birth, call, heard: undefined }];
}

/** As they are, and not what a function made of them. */
function selectorsIn(node: Node): SelectorNode[] {
  if (node.kind === "selector") return [node];
  return node.kind === "call" || node.kind === "range" ? [] : partsOf(node).flatMap(selectorsIn);
}

/**
 * Whether its series can begin with their first increment: a program can set only those counters to nothing, when it starts, of
 * which it knows the labels. Those of the target are the same on all of its series, and of a histogram all buckets come at once.
 */
export function canBeBorn({ type, labels, ofTarget = [] }: CatalogueSeries): boolean {
  if (type !== "counter" && type !== "bucket") return false;
  const known = ["job", "instance", "le", ...ofTarget];
  return [...labels].some(([name, spec]: [string, LabelSpec]) => !known.includes(name) && !isList(spec));
}

/** A birth is heard where one asks for all growth in a window, and not for that between its last two samples. */
function hearing(
  call: CallNode,
  range: RangeNode,
  birth: Birth,
  series: readonly CatalogueSeries[],
): Node | undefined {
  const growth = windowFunctionNamed(call.name)?.growth;
  if (growth === "at last") return undefined;
  const born = bornIn(range, birth, series);
  const grown: Node =
    growth === "per second"
      ? { kind: "binary", op: "/", left: born, right: numberNode(birth.windowMs / 1000) }
      : born;
  // Those that were born first: once they have two samples, they grew by 0.
  return { kind: "binary", op: "or", left: grown, right: call };
}

/** What is written so that births are heard: the part that hears them, and the growth of all others. */
export interface HeardGrowth {
  /** What began in the window, each with all that it grew by. */
  readonly born: Node;
  readonly window: RangeNode;
  /** What is born is divided by its window. */
  readonly isPerSecond: boolean;
}

/** Reads what `hearing` writes; undefined of all else. */
export function heardGrowthIn({ op, left, right }: BinaryNode): HeardGrowth | undefined {
  if (op !== "or" || right.kind !== "call") return undefined;
  const growth = windowFunctionNamed(right.name)?.growth;
  const isPerSecond = growth === "per second";
  const born = isPerSecond && left.kind === "binary" && left.op === "/" ? left.left : left;
  const window = growth === undefined ? undefined : windowOfBorn(born);
  return window && { born, window, isPerSecond };
}

function windowOfBorn(node: Node): RangeNode | undefined {
  const inner = node.kind === "binary" && node.op === "unless" ? node.left : undefined;
  if (inner?.kind !== "binary" || inner.op !== "unless") return undefined;
  const [last, before] = [inner.left, inner.right].map((side) =>
    side.kind === "call" && side.name === "last_over_time" ? side.args[0] : undefined,
  );
  return last?.kind === "range" && before?.kind === "range" ? last : undefined;
}

/**
 * The series that began in the window, each with its last value, which is all that it grew by.
 *
 * One that was there before did not, nor did one that is there as often as its target could be scraped: then it is the target
 * that is new, or is back, and the counter may be old.
 */
function bornIn(range: RangeNode, birth: Birth, series: readonly CatalogueSeries[]): Node {
  const { of: selector } = range;
  const earlier = movedBack(selector, birth.windowMs);
  const tolerance = formatDuration(birth.toleranceMs);
  const before = callNode("last_over_time", { kind: "range", of: earlier, range: tolerance });
  const up: SelectorNode = {
    ...moved(selector),
    kind: "selector",
    metric: "up",
    matchers: ofTarget(selector, series),
  };
  const asOftenAsItsTarget: BinaryNode = {
    kind: "binary",
    op: ">=",
    left: callNode("count_over_time", range),
    right: callNode("sum_over_time", { kind: "range", of: up, range: range.range }),
    matching: { on: ["job", "instance"], groupLeft: [] },
  };
  return unless(unless(callNode("last_over_time", range), before), asOftenAsItsTarget);
}

function unless(left: Node, right: Node): BinaryNode {
  return { kind: "binary", op: "unless", left, right };
}

/** The matchers that its target has as well. */
function ofTarget({ matchers }: SelectorNode, series: readonly CatalogueSeries[]): LabelMatcher[] {
  const own = matchers.filter(({ name }) => name === "job" || name === "instance");
  const [job, ...others] = new Set(series.flatMap((one) => one.job ?? []));
  const isPinned = own.some(({ name }) => name === "job") || job === undefined || others.length > 0;
  return isPinned ? own : [{ name: "job", op: "=", value: job }, ...own];
}

/** Where else it looks than now. */
function moved({ offset, at }: SelectorNode): Pick<SelectorNode, "offset" | "at"> {
  return { ...(offset !== undefined && { offset }), ...(at !== undefined && { at }) };
}

function movedBack(selector: SelectorNode, byMs: number): SelectorNode {
  const ms = (signedDurationInMs(selector.offset ?? "0s") ?? 0) + byMs;
  const offset = ms < 0 ? `-${formatDuration(-ms)}` : formatDuration(ms);
  return { ...selector, offset };
}
