import type { SyntaxNode } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import { formatDuration } from "../language/duration.ts";
import { functionNamed, windowFunctionNamed } from "./functions.ts";
import { signedDurationInMs } from "./number-literal.ts";
import { childrenOf } from "./parse.ts";

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
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
  if (speed === 1) return expr;
  const edits: Edit[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, node }) => {
      if (name === "DurationExpr") {
        const longestMs = narrowing(node, expr) === "same" ? longestWindowMs : Infinity;
        edits.push(
          durationEdit(node, expr, speed, { shortestMs: shortestRangeMs, longestMs }),
          ...partEdits(node, expr, speed),
        );
      }
      if (name === "OffsetDurationExpr")
        edits.push(durationEdit(node, expr, speed, { shortestMs: 0, longestMs: Infinity }));
      if (name === "FunctionCall") edits.push(...aheadEdit(node, expr, speed));
    },
  });
  // From the end, so that the places before stay where they are.
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: scaled }) => text.slice(0, from) + scaled + text.slice(to), expr);
}

interface Limits {
  readonly shortestMs: number;
  readonly longestMs: number;
}

function durationEdit(
  { from, to }: SyntaxNode,
  expr: string,
  speed: number,
  { shortestMs, longestMs }: Limits,
): Edit {
  const ms = signedDurationInMs(expr.slice(from, to)) ?? 0;
  const scaled = Math.min(longestMs, Math.max(shortestMs, Math.round(Math.abs(ms) / speed)));
  return { from, to, text: `${ms < 0 ? "-" : ""}${formatDuration(scaled)}` };
}

/** `increase(a[1m])` a minute of which takes a second is a third of what it is in three. */
function partEdits(range: SyntaxNode, expr: string, speed: number): Edit[] {
  const ms = Math.abs(signedDurationInMs(expr.slice(range.from, range.to)) ?? 0) / speed;
  const call = callAround(range);
  if (!call || narrowing(range, expr) !== "part" || ms >= shortestRangeMs) return [];
  const { from, to } = call;
  return [
    { from, to: from, text: "(" },
    { from: to, to, text: ` * ${Math.round(ms)} / ${shortestRangeMs})` },
  ];
}

function aheadEdit(call: SyntaxNode, expr: string, speed: number): Edit[] {
  const body = call.getChild("FunctionCallBody");
  const index = functionNamed(nameOf(call, expr))?.takes.indexOf("seconds ahead") ?? -1;
  const ahead = body ? childrenOf(body)[index] : undefined;
  if (!ahead) return [];
  const { from, to } = ahead;
  return [{ from, to, text: `(${expr.slice(from, to)}) / ${speed}` }];
}

/** What is left of the value of the function that a range stands in when the range is shorter; undefined where it stands in none. */
function narrowing(range: SyntaxNode, expr: string) {
  const call = callAround(range);
  return call && windowFunctionNamed(nameOf(call, expr))?.narrowed;
}

function nameOf(call: SyntaxNode, expr: string): string {
  const identifier = call.getChild("FunctionIdentifier");
  return identifier ? expr.slice(identifier.from, identifier.to) : "";
}

function callAround(range: SyntaxNode): SyntaxNode | undefined {
  for (let node = range.parent; node; node = node.parent) {
    if (node.name === "FunctionCall" && node.getChild("FunctionIdentifier")) return node;
  }
  return undefined;
}
