import { durationInMs, isGrafanaDuration, type Duration } from "./duration.ts";
import type { Condition } from "./expression/condition.ts";
import { type ExprIn, type SelectorOf, isExpression, nodeOf, typed } from "./expression/expression.ts";
import { operandNode } from "./expression/matching.ts";
import { newExpression } from "./expression/methods.ts";
import type { Vector } from "./expression/vector.ts";
import type { Labels } from "./label.ts";
import type { Node } from "../promql/tree.ts";
import { callerPlace, type Place } from "./place.ts";
import { amountOf, type Quantity } from "./quantity.ts";
import type { Dimension } from "./unit.ts";

/** PromQL written as text: a vector or a condition; the checks find out which. */
export type TextExpression<L extends Labels, U extends string> = Condition<L, U> & Vector<L, U>;

/** What can be inserted into the text. A list is one of label names, a text is a duration. */
export type Hole =
  number | Quantity<Dimension> | ExprIn<string> | SelectorOf<Labels> | readonly string[] | Duration;

/**
 * PromQL as text, for what the methods cannot express.
 *
 * It gets the same checks as everything else when the definitions are compiled. Quantities are written in the base unit of their
 * dimension (seconds, bytes, ratio). Backslashes belong to PromQL; write \` for a backtick.
 * @example promql`sum by (${["job"]}) (rate(${requests}[5m])) > ${5}`
 * @refuses promql`rate(${{ requests }}[5m])`
 * @check expressions-are-valid
 */
export function promql<L extends Labels = Labels, U extends string = "none">(
  text: TemplateStringsArray,
  ...holes: readonly Hole[]
): TextExpression<L, U> {
  const last = text.raw.length - 1;
  const parts = text.raw.flatMap((raw, index): readonly (string | Node)[] => {
    const plain = trimEnds(withoutTemplateEscapes(raw), index === 0, index === last);
    return index < last ? [plain, holePart(holes[index])] : [plain];
  });
  return textExpression(
    parts.filter((part) => part !== ""),
    callerPlace(),
  );
}

/** PromQL that stands as text somewhere else than in a call of `promql`. */
export function textExpression<L extends Labels, U extends string>(
  parts: readonly (string | Node)[],
  place: Place,
): TextExpression<L, U> {
  // A text is a vector and a condition at once.
  return typed(newExpression({ node: { kind: "text", parts, place }, unit: "none" }));
}

function holePart(hole: unknown): string | Node {
  if (isExpression(hole)) return nodeOf(hole);
  if (Array.isArray(hole)) return hole.map(labelName).join(", ");
  if (typeof hole === "number" || amountOf(hole)) return operandNode(hole, "none");
  if (typeof hole === "string" && (isGrafanaDuration(hole) || durationInMs(hole) !== undefined)) return hole;
  throw new TypeError(
    "promql`…` takes metrics, expressions, numbers, quantities, durations and lists of labels in ${…}",
  );
}

function labelName(name: unknown): string {
  if (typeof name === "string" && /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) return name;
  throw new TypeError(`promql: '${String(name)}' is not a label name`);
}

/** Without the backslashes of \` and \${, which JavaScript needs and PromQL does not know; other escapes stay. */
function withoutTemplateEscapes(raw: string): string {
  return raw.replace(
    /\\(?:(`)|(\$)(?=\{)|[\s\S])/g,
    (escape, backtick, dollar) => backtick ?? dollar ?? escape,
  );
}

function trimEnds(text: string, start: boolean, end: boolean): string {
  const trimmed = start ? text.trimStart() : text;
  return end ? trimmed.trimEnd() : trimmed;
}
