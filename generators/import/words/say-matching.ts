import { sets, isSetOperator } from "../../promql/operators.ts";
import { printPromql } from "../../promql/print.ts";
import type { BinaryNode } from "../../promql/tree.ts";
import { type Said, Unsayable } from "./said.ts";
import { listArgument, type WordArgument } from "./word-code.ts";

/** `{ on: ["job"], groupLeft: ["version"] }`, where something is said; throws where the types would refuse it. */
export function matchingArguments(node: BinaryNode, left: Said, right: Said): WordArgument[] {
  if (right.kind === "scalar") return [];
  const { on, ignoring = [], groupLeft, groupRight } = node.matching ?? {};
  checkLabels(on ?? [], [left.labels, right.labels]);
  checkLabels(groupLeft ?? [], [right.labels]);
  checkLabels(groupRight ?? [], [left.labels]);
  checkLabels(ignoring, [new Set([...left.labels, ...right.labels])]);
  if (!on && node.op !== "or") checkMatch(node, ignoring, left, right);
  const isSaid = on ?? groupLeft ?? groupRight ?? (ignoring.length > 0 ? ignoring : undefined);
  if (!isSaid) return [];
  const entries = Object.entries({ on, ignoring: on ? undefined : ignoring, groupLeft, groupRight });
  return [
    {
      kind: "options",
      entries: entries.flatMap(([key, names]) => (names ? [[key, listArgument(names)] as const] : [])),
    },
  ];
}

function checkLabels(names: readonly string[], sides: readonly ReadonlySet<string>[]): void {
  const missing = names.find((name) => sides.some((labels) => !labels.has(name)));
  if (missing !== undefined) throw new Unsayable("label", missing);
}

function checkMatch(node: BinaryNode, ignoring: readonly string[], left: Said, right: Said): void {
  const only = (a: Said, b: Said) =>
    [...a.labels].filter((name) => !b.labels.has(name) && !ignoring.includes(name));
  const [onlyLeft, onlyRight] = [only(left, right), only(right, left)];
  if (onlyLeft.length + onlyRight.length === 0) return;
  const sides = [
    ...(onlyLeft.length > 0 ? [`only the left has ${onlyLeft.join(", ")}`] : []),
    ...(onlyRight.length > 0 ? [`only the right has ${onlyRight.join(", ")}`] : []),
  ];
  throw new Unsayable("match", `'${node.op}' of ${printPromql(node.left)}: ${sides.join("; ")}`);
}

/** The labels of what an operator gives, as its type has them. */
export function joinedLabels(
  { op, matching = {} }: BinaryNode,
  left: Said,
  right: Said,
): ReadonlySet<string> {
  const { on, ignoring, groupLeft, groupRight } = matching;
  if (isSetOperator(op) && sets[op].takes === "left") return left.labels;
  // What is combined as conditions has the labels of both, other series those of either.
  if (isSetOperator(op))
    return left.kind === "condition" && right.kind === "condition"
      ? new Set([...left.labels].filter((name) => right.labels.has(name)))
      : new Set([...left.labels, ...right.labels]);
  if (groupLeft) return new Set([...left.labels, ...groupLeft]);
  if (groupRight) return new Set([...right.labels, ...groupRight]);
  if (on) return new Set([...left.labels].filter((name) => on.includes(name)));
  return new Set([...left.labels].filter((name) => !ignoring?.includes(name)));
}
