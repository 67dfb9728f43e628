import type { ExpressionType } from "../expression-type.ts";
import type { DurationText } from "../extraction.ts";
import { functionNamed } from "../functions.ts";
import { type Moved, type Node, spanOf, type Span, type SubqueryNode, wholeSpanOf } from "../tree.ts";
import { stillBuckets } from "./buckets.ts";
import { durationOf, type Inference, isVariable, kindNames, report } from "./inference.ts";

/** A range or a step: more than nothing. */
export function inferDuration(inference: Inference, text: string, span: Span | undefined): DurationText {
  const duration = durationOf(inference, text);
  if (isVariable(inference, text)) return duration;
  const at = spanOf({ span });
  if (duration.ms === undefined) report(inference, at, `no duration: '${text}'`);
  else if (duration.ms <= 0) report(inference, at, "a duration must be more than nothing");
  return duration;
}

export function inferSubquery(inference: Inference, node: SubqueryNode): ExpressionType {
  const { of, step } = node;
  const offset = offsetOf(inference, node);
  const reachMs = reachOf(inference, durationOf(inference, node.range), offset);
  const { function: name } = inference.surroundings;
  const isForGrowth = name !== undefined && functionNamed(name)?.for === "counters";
  const type = inference.infer(of, { function: undefined, reachMs, isForGrowth });
  if (type.kind !== "vector" && type.kind !== "unknown") {
    report(inference, wholeSpanOf(of), `a subquery of ${kindNames[type.kind]}`);
  } else if (!isAtom(of)) {
    report(inference, wholeSpanOf(of), "put what the subquery is of in parentheses");
  }
  inference.findings.subqueries.push({
    range: inferDuration(inference, node.range, node.rangeSpan),
    step: step === undefined ? undefined : inferDuration(inference, step, node.stepSpan),
    offset,
    function: name,
    ...spanOf(node),
  });
  const samples = type.samples === "counter" ? "counter" : stillBuckets(type).samples;
  return { ...type, kind: "matrix", keys: undefined, samples };
}

/** What a subquery is of must be in parentheses, unless it is a name or a call. */
function isAtom({ kind, around }: Node): boolean {
  const outermost = around?.at(-1);
  return outermost ? outermost.sign === "(" : kind !== "binary" && kind !== "negation";
}

export function offsetOf(inference: Inference, { offset, offsetSpan }: Moved): DurationText | undefined {
  if (offset === undefined) return undefined;
  const duration = durationOf(inference, offset);
  if (duration.ms === undefined && !isVariable(inference, offset))
    report(inference, spanOf({ span: offsetSpan }), `no duration: '${offset}'`);
  return duration;
}

/** How far back it reaches with the subqueries around it. */
export function reachOf(
  { surroundings }: Inference,
  range: DurationText | undefined,
  offset: DurationText | undefined,
): number | undefined {
  return sum(surroundings.reachMs, sum(range ? range.ms : 0, offset ? offset.ms : 0));
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
