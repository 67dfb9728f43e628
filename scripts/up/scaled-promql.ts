import type { SyntaxNode } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import { formatDuration } from "../../definitions/language/duration.ts";
import { signedDurationInMs } from "../../generators/promql/number-literal.ts";
import { childrenOf } from "../../generators/promql/parse.ts";

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
 * What `predict_linear` looks ahead is divided too: a trend that is `speed` times as steep gets as far in that time. All other
 * numbers stay: a rate is by the second, whatever the speed.
 */
export function scaledPromql(expr: string, speed: number): string {
  if (speed === 1) return expr;
  const edits: Edit[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, node }) => {
      if (name === "DurationExpr") edits.push(durationEdit(node, expr, speed, shortestRangeMs));
      if (name === "OffsetDurationExpr") edits.push(durationEdit(node, expr, speed, 0));
      if (name === "PredictLinear") edits.push(...aheadEdit(node, expr, speed));
    },
  });
  // From the end, so that the places before stay where they are.
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: scaled }) => text.slice(0, from) + scaled + text.slice(to), expr);
}

function durationEdit({ from, to }: SyntaxNode, expr: string, speed: number, shortestMs: number): Edit {
  const ms = signedDurationInMs(expr.slice(from, to)) ?? 0;
  const scaled = Math.max(shortestMs, Math.round(Math.abs(ms) / speed));
  return { from, to, text: `${ms < 0 ? "-" : ""}${formatDuration(scaled)}` };
}

function aheadEdit(name: SyntaxNode, expr: string, speed: number): Edit[] {
  const body = name.parent?.parent?.getChild("FunctionCallBody");
  const ahead = body ? childrenOf(body)[1] : undefined;
  if (!ahead) return [];
  const { from, to } = ahead;
  return [{ from, to, text: `(${expr.slice(from, to)}) / ${speed}` }];
}
