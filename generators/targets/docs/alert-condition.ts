import { firesAlways } from "../../model/firing-always.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { comparisons, isComparison, isSetOperator } from "../../promql/operators.ts";
import { type Node, partsOf } from "../../promql/tree.ts";
import { conditionWords, isLimit } from "./condition-words.ts";

/** When an alert fires, and for how long, in plain sentences. */
export function conditionText(alert: AlertModel): string {
  return [limitSentence(alert), durationSentence(alert), missingSentence(alert)]
    .filter((text) => text !== "")
    .join(" ");
}

/** The whole condition. Where one value is compared with one number, the expression above says what the value is. */
function limitSentence({ threshold, node, analysis }: AlertModel): string {
  if (node.kind === "call" && firesAlways({ node })) return "This always holds.";
  const isAlone =
    node.kind === "binary" && isComparison(node.op) && ![node.left, node.right].some(hasCondition);
  return threshold && isAlone
    ? `This holds when the value ${isLimit(threshold, threshold.unit)}.`
    : `This holds when ${conditionWords(node, analysis)}.`;
}

/** Whether something else must hold for there to be a value. */
function hasCondition(node: Node): boolean {
  const isCondition = node.kind === "binary" && (isComparison(node.op) || isSetOperator(node.op));
  return isCondition || partsOf(node).some(hasCondition);
}

function durationSentence(alert: AlertModel): string {
  const { for: held, forMs, keepFiringFor } = alert;
  const start = forMs === 0 ? "It fires as soon as this holds" : `It fires when this has held for ${held}`;
  const end = endWords(alert);
  return `${start}, until ${keepFiringFor === undefined ? "" : `${keepFiringFor} after `}${end}.`;
}

/** Of one that ends elsewhere than it begins: where. */
function endWords({ resolution, threshold }: AlertModel): string {
  if (!resolution || !threshold) return "it no longer holds";
  const { op, unit } = threshold;
  return `the value ${isLimit({ op: comparisons[op].opposite, value: resolution.value }, unit)}`;
}

/** As its test proves. */
function missingSentence({ scenarios, whenMissing }: AlertModel): string {
  if (scenarios.every(({ given }) => given.length === 0)) return "";
  return whenMissing === "firing"
    ? "It also fires when none of its series exist."
    : "It does not fire when none of its series exist: look at the alerts on the target itself.";
}
