import type { SyntaxNode } from "@lezer/common";
import type { ExpressionType } from "../expression-type.ts";
import type { DurationText } from "../extraction.ts";
import { type Inference, holdsVariable, kindNames, read, report } from "./inference.ts";
import { signedDurationInMs } from "../number-literal.ts";
import { childrenOf } from "../parse.ts";
import { modifiersBehind } from "../time-modifier.ts";

/** A range or a step: more than nothing. */
export function readDuration(inference: Inference, node: SyntaxNode): DurationText {
  const text = inference.source.slice(node.from, node.to);
  if (holdsVariable(inference, node)) return { text, ms: undefined };
  const ms = signedDurationInMs(read(inference, node));
  if (ms === undefined) report(inference, node, `no duration: '${text}'`);
  else if (ms <= 0) report(inference, node, "a duration must be more than nothing");
  return { text, ms };
}

/** What a subquery is of must be in parentheses, unless it is a name or a call. */
export function inferSubquery(inference: Inference, node: SyntaxNode): ExpressionType {
  const [inner = node, range = node, step] = childrenOf(node);
  const type = inference.infer(inner);
  if (type.kind !== "vector" && type.kind !== "unknown") {
    report(inference, inner, `a subquery of ${kindNames[type.kind]}`);
  } else if (inner.name === "BinaryExpr" || inner.name === "UnaryExpr") {
    report(inference, inner, "put what the subquery is of in parentheses");
  }
  inference.findings.subqueries.push({
    range: readDuration(inference, range),
    step: step && readDuration(inference, step),
    offset: modifiersBehind(inference.modifiers, node.to).offset,
    function: enclosingFunction(inference, node),
    from: node.from,
    to: node.to,
  });
  return { ...type, kind: "matrix", samples: type.samples === "counter" ? "counter" : undefined };
}

/** The function around a range, and how far back the range reaches with the subqueries around it. */
export function surroundings(
  inference: Inference,
  node: SyntaxNode,
  range: DurationText | undefined,
  offset: DurationText | undefined,
): { readonly function: string | undefined; readonly reachMs: number | undefined } {
  let reachMs = sum(range ? range.ms : 0, offset ? offset.ms : 0);
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.name !== "SubqueryExpr") continue;
    const [, outerRange] = childrenOf(outer);
    const { offset: outerOffset } = modifiersBehind(inference.modifiers, outer.to);
    const ofOuter = outerRange && !holdsVariable(inference, outerRange);
    reachMs = sum(reachMs, ofOuter ? signedDurationInMs(read(inference, outerRange)) : undefined);
    reachMs = sum(reachMs, outerOffset ? outerOffset.ms : 0);
  }
  return { function: range && enclosingFunction(inference, node), reachMs };
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

function enclosingFunction(inference: Inference, node: SyntaxNode): string | undefined {
  const outer = node.parent;
  if (outer?.name === "ParenExpr") return enclosingFunction(inference, outer);
  const call = outer?.name === "FunctionCallBody" ? outer.parent : undefined;
  const name = call?.getChild("FunctionIdentifier");
  return name ? read(inference, name) : undefined;
}
