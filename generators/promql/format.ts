import { formatDuration } from "../language/duration.ts";
import { printDuration, promqlNumber, promqlString, signedDurationInMs } from "./literal.ts";
import { expressionPlace } from "./reading.ts";
import type { Printed } from "./print.ts";
import type {
  AggregationNode,
  BinaryNode,
  LabelMatcher,
  Moved,
  Node,
  NumberNode,
  SelectorNode,
  SubqueryNode,
} from "./tree.ts";

/** An expression of this length stays as its author wrote it: it fits on a line behind `expr: ` and some indentation. */
const longestLine = 80;

/** Prometheus splits what is longer than this, measured without its indentation. */
const longestPart = 100;

// A recording is in its rule file, beside every test that reads it, and on a page: the same text, laid out once.
const known = new WeakMap<Node, string>();

/**
 * The expression in the shape that `promtool promql format` gives, without its comments.
 *
 * What is on one line of at most 80 characters, and what could not be read, stays as it is written.
 */
export function formatPromql({ expr, node }: Printed): string {
  const isShort = expr.length <= longestLine && !/[\n#]/.test(expr);
  if (isShort || expressionPlace(node)) return expr;
  const text = known.get(node) ?? pretty(node, 0);
  known.set(node, text);
  return text;
}

/** What is outermost: a parenthesis or a sign, with what it is around. */
function peeled(node: Node): { readonly sign: "(" | "+" | "-"; readonly of: Node } | undefined {
  const outermost = node.around?.at(-1);
  if (outermost) return { sign: outermost.sign, of: { ...node, around: node.around?.slice(0, -1) ?? [] } };
  return node.kind === "negation" ? { sign: "-", of: node.of } : undefined;
}

function pretty(node: Node, level: number): string {
  const indent = "  ".repeat(level);
  const { sign, of } = peeled(node) ?? {};
  if (of && sign !== "(") return indent + sign + pretty(of, level).trimStart();
  if (!of && node.kind === "subquery") {
    // Prometheus forgets the indentation of a short subquery.
    return needsSplit(node) ? pretty(node.of, level) + rangeOfSubquery(node) : oneLine(node);
  }
  if (!needsSplit(node)) return indent + oneLine(node);
  if (of) return `${indent}(\n${pretty(of, level + 1)}\n${indent})`;
  switch (node.kind) {
    case "call":
    case "aggregation": {
      const args = node.args.map((argument) => pretty(argument, level + 1));
      return `${indent}${head(node)}(\n${args.join(",\n")}\n${indent})`;
    }
    case "binary":
      return `${pretty(node.left, level + 1)}\n${indent}${operator(node)}\n${pretty(node.right, level + 1)}`;
    default:
      return indent + oneLine(node);
  }
}

function oneLine(node: Node): string {
  const { sign, of } = peeled(node) ?? {};
  if (of) return sign === "(" ? `(${oneLine(of)})` : `${sign}${oneLine(of)}`;
  switch (node.kind) {
    case "number":
      return number(node);
    case "string":
      return promqlString(node.value);
    case "selector":
      return selector(node) + time(node);
    case "range":
      return `${selector(node.of)}[${duration(node.range)}]${time(node.of)}`;
    case "subquery":
      return oneLine(node.of) + rangeOfSubquery(node);
    case "call":
    case "aggregation":
      return `${head(node)}(${node.args.map(oneLine).join(", ")})`;
    case "binary":
      return `${oneLine(node.left)} ${operator(node)} ${oneLine(node.right)}`;
    default:
      // A sign was peeled off, and what was read has no holes.
      return "";
  }
}

function needsSplit(node: Node): boolean {
  // Prometheus counts the bytes of UTF-8.
  return new TextEncoder().encode(oneLine(node)).length > longestPart;
}

function number({ value, asDuration }: NumberNode): string {
  return asDuration ? printDuration(value) : promqlNumber(value);
}

/** What stands before the arguments: `sum by (job) ` */
function head(node: Extract<Node, { readonly kind: "call" | "aggregation" }>): string {
  return node.kind === "call" ? node.name : node.name + grouping(node);
}

function grouping({ by = [], without }: AggregationNode): string {
  if (without) return ` without (${labels(without)}) `;
  // An empty `by ()` says nothing.
  return by.length === 0 ? "" : ` by (${labels(by)}) `;
}

/** `/ on (job) group_left (version)` */
function operator({ op, bool, matching = {} }: BinaryNode): string {
  const { on, ignoring = [], groupLeft, groupRight } = matching;
  const group = groupLeft ?? groupRight;
  // `ignoring ()` alone says nothing.
  const says = ignoring.length > 0 || group ? ` ignoring (${labels(ignoring)})` : "";
  return [
    op + (bool ? " bool" : ""),
    on ? ` on (${labels(on)})` : says,
    group ? ` group_${groupLeft ? "left" : "right"} (${labels(group)})` : "",
  ].join("");
}

/** With its matchers sorted. */
function selector({ metric, matchers, span, metricSpan }: SelectorNode): string {
  const isInBraces = metric !== "" && metricSpan?.from !== span?.from;
  const named: readonly LabelMatcher[] = isInBraces ? [{ name: "__name__", op: "=", value: metric }] : [];
  const parts = [...named, ...matchers].map(({ name, op, value }) => label(name) + op + promqlString(value));
  const name = isInBraces ? "" : metric;
  return parts.length > 0 ? `${name}{${parts.sort(byCodePoint).join(",")}}` : name;
}

function labels(names: readonly string[]): string {
  return names.map(label).join(", ");
}

/** A label's name, in quotes only where it needs them. */
function label(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) ? name : promqlString(name);
}

/** `[1h:]`, `[1h:1m] offset 1d` */
function rangeOfSubquery(node: SubqueryNode): string {
  const step = node.step === undefined ? "" : duration(node.step);
  return `[${duration(node.range)}:${step}]${time(node)}`;
}

function duration(text: string): string {
  return formatDuration(signedDurationInMs(text) ?? 0);
}

/** ` @ 1.000 offset 5m`, in the order that Prometheus prints them. */
function time({ offset, at }: Moved): string {
  const ms = signedDurationInMs(offset ?? "0s") ?? 0;
  const back = ms === 0 ? "" : ` offset ${ms < 0 ? "-" : ""}${formatDuration(Math.abs(ms))}`;
  if (at === undefined) return back;
  // Prometheus keeps milliseconds.
  return ` @ ${typeof at === "number" ? (Math.round(at * 1000) / 1000).toFixed(3) : at}${back}`;
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const index = left.findIndex((character, i) => character !== right[i]);
  if (index < 0) return left.length - right.length;
  return (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
}
