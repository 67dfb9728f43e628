import { limitText } from "../../pictures/marks.ts";
import type { Analysis } from "../../promql/analysis.ts";
import { asksForAbsence, functionNamed } from "../../promql/functions.ts";
import {
  comparisons,
  type ComparisonOperator,
  isComparison,
  isSetOperator,
  type SetOperator,
} from "../../promql/operators.ts";
import { constantComparison } from "../../promql/threshold.ts";
import type { AggregationNode, BinaryNode, CallNode, Node } from "../../promql/tree.ts";
import { labelList, valueWords } from "../../promql/value-words.ts";

/** What a condition is made of, read from its tree. */
type Comparisons = Pick<Analysis, "comparisons">;

/** The whole condition in words, both sides of each `and`, `or` and `unless`: ``the sum of `queued` is above 0, unless …``. */
export function conditionWords(node: Node, analysis: Comparisons): string {
  if (node.kind === "call") return callCondition(node, analysis);
  if (node.kind === "aggregation" && hasCondition(node)) return aggregatedWords(node, analysis);
  if (node.kind !== "binary") return `there is ${valueWords(node)}`;
  const { op } = node;
  if (isSetOperator(op)) return joinedWords({ ...node, op }, analysis);
  if (isComparison(op) && node.bool !== true) return comparedWords({ ...node, op }, analysis);
  return hasCondition(node) ? calculatedWords(node, analysis) : `there is ${valueWords(node)}`;
}

/** Whether something that holds or does not stands within an expression, and decides which series it has. */
function hasCondition(node: Node): boolean {
  if (node.kind === "binary")
    return (isComparison(node.op) && node.bool !== true) || [node.left, node.right].some(hasCondition);
  return node.kind === "aggregation" && node.args.some(hasCondition);
}

/** A group is there while the condition holds for any of its series. */
function aggregatedWords({ args, by = [], without }: AggregationNode, analysis: Comparisons): string {
  const of = args.at(-1);
  const groups = without ?? by;
  const group =
    groups.length === 0 ? "" : ` with the same ${without ? "labels but " : ""}${labelList(groups)}`;
  return `for any series${group}, ${of ? conditionWords(of, analysis) : "something holds"}`;
}

/** What is calculated with the series for which something holds needs the other side, where that has series too. */
function calculatedWords(node: BinaryNode, analysis: Comparisons): string {
  const conditions = [node.left, node.right].filter(hasCondition);
  const [only] = conditions;
  if (!only || conditions.length > 1) return `there is ${valueWords(node)}`;
  const other = only === node.left ? node.right : node.left;
  return other.kind === "number" || (other.kind === "call" && functionNamed(other.name)?.gives === "scalar")
    ? conditionWords(only, analysis)
    : joinedWords({ ...node, op: "and", left: only, right: other }, analysis);
}

function callCondition(node: CallNode, analysis: Comparisons): string {
  const [first] = node.args;
  if (first && asksForAbsence(node.name)) {
    return first.kind === "range"
      ? `there was no ${valueWords(first.of)} in ${first.range}`
      : `there is no ${valueWords(first)}`;
  }
  // What only changes labels or the order leaves the condition as it is.
  if (first && functionNamed(node.name)?.values === "samples") return conditionWords(first, analysis);
  return `there is ${valueWords(node)}`;
}

const between: Readonly<Record<SetOperator, string>> = { and: " and", or: ", or", unless: ", unless" };

function joinedWords(node: BinaryNode & { readonly op: SetOperator }, analysis: Comparisons): string {
  const { op, left, right } = node;
  const [first, second] = [left, right].map((side) => sideWords(side, op, analysis));
  return `${first}${between[op]}${sameLabels(node)} ${second}`;
}

/** `or` binds less than the others: where it stands within them, it says where it begins. */
function sideWords(side: Node, within: SetOperator, analysis: Comparisons): string {
  const words = conditionWords(side, analysis);
  return side.kind === "binary" && side.op === "or" && within !== "or" ? `either ${words}` : words;
}

/** Which series of the two sides belong together, where that is said. */
function sameLabels({ matching }: BinaryNode): string {
  if (matching?.on === undefined) return "";
  return matching.on.length === 0 ? ", anywhere," : `, for the same ${labelList(matching.on)},`;
}

const verbs: Readonly<Record<ComparisonOperator, string>> = {
  ">": "is above",
  "<": "is below",
  ">=": "is at least",
  "<=": "is at most",
  "==": "is",
  "!=": "is not",
};

function comparedWords(
  { op, left, right }: BinaryNode & { readonly op: ComparisonOperator },
  analysis: Comparisons,
): string {
  const found = analysis.comparisons.find((one) => one.left.node === left && one.right.node === right);
  const constant = found && constantComparison(found);
  if (!constant) {
    return left.kind === "number"
      ? `${valueWords(right)} ${verbs[comparisons[op].mirrored]} ${valueWords(left)}`
      : `${valueWords(left)} ${verbs[op]} ${valueWords(right)}`;
  }
  const { values, constant: value } = constant;
  return `${valueWords(values.node)} ${isLimit({ op: constant.op, value }, values.type.unit)}`;
}

interface Limit {
  readonly op: ComparisonOperator;
  readonly value: number;
}

/** `is above 5%`; of what is 0 or 1 also what that means. */
export function isLimit({ op, value }: Limit, unit: string): string {
  if (unit === "bool" && op === "==") return `is ${value}, which means ${value === 0 ? "no" : "yes"}`;
  return limitText({ op, value }, unit, true).replace(/^fires/, "is");
}
