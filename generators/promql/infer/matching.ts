import type { LabelSpec } from "../../language/label.ts";
import type { LabelMap } from "../expression-type.ts";
import type { Operand } from "../extraction.ts";
import { areDisjoint, canBeMissing, eitherLabels, isList } from "../label-value.ts";
import { type BinaryOperator, isSetOperator, sets } from "../operators.ts";
import { type BinaryNode, spanOf, type VectorMatching } from "../tree.ts";
import { checkLabelsExist, type NamedLabel, namedLabels, namesOf } from "./grouping.ts";
import { type Inference, isVariable, report } from "./inference.ts";

/** What `on`, `ignoring`, `group_left` and `group_right` say. */
interface Matching {
  readonly kind: "on" | "ignoring";
  readonly labels: readonly NamedLabel[];
  readonly side: "left" | "right" | undefined;
  readonly included: readonly NamedLabel[];
}

/** The labels of what an operator gives; where both sides are vectors, whether their series can match. */
export function inferMatching(
  inference: Inference,
  node: BinaryNode,
  left: Operand,
  right: Operand,
): LabelMap | undefined {
  const { op } = node;
  const [leftLabels, rightLabels] = [left.type.labels, right.type.labels];
  if (left.type.kind !== "vector") return rightLabels;
  if (right.type.kind !== "vector") return leftLabels;
  const matching = matchingOf(node.matching ?? {});
  const { kind, labels, side, included } = matching;
  inference.findings.joins.push({
    op,
    matching: { kind, labels: namesOf(labels) },
    group: side && { side, labels: namesOf(included) },
    left,
    right,
    leftLabels,
    rightLabels,
    ...spanOf(node),
  });
  checkMatching(inference, node, matching, leftLabels, rightLabels);
  return resultLabels(inference, op, matching, leftLabels, rightLabels);
}

function matchingOf(matching: VectorMatching): Matching {
  const { on, ignoring, groupLeft, groupRight } = matching;
  return {
    kind: on ? "on" : "ignoring",
    labels: namedLabels(on ?? ignoring, matching.labelSpans),
    side: groupLeft ? "left" : groupRight && "right",
    included: namedLabels(groupLeft ?? groupRight, matching.groupSpans),
  };
}

function checkMatching(
  inference: Inference,
  { op, operatorSpan, matching: clause }: BinaryNode,
  matching: Matching,
  leftLabels: LabelMap | undefined,
  rightLabels: LabelMap | undefined,
): void {
  const { kind, labels, side, included } = matching;
  if (side && clause && isSetOperator(op)) {
    report(inference, spanOf(clause), `'${op}' takes no group_left or group_right`);
  }
  if (kind === "on") {
    checkLabelsExist(inference, labels, leftLabels, "on, left side");
    checkLabelsExist(inference, labels, rightLabels, "on, right side");
    const names = namesOf(labels);
    for (const { name, at } of included) {
      if (names.includes(name)) report(inference, at, `'${name}' is in on (…) and in the group clause`);
    }
  }
  if (kind === "ignoring" && leftLabels && rightLabels) {
    checkLabelsExist(inference, labels, new Map([...leftLabels, ...rightLabels]), "ignoring, either side");
  }
  if (side === "left") checkLabelsExist(inference, included, rightLabels, "group_left, right side");
  if (side === "right") checkLabelsExist(inference, included, leftLabels, "group_right, left side");
  if (op === "or" || !leftLabels || !rightLabels) return;
  const complaint = neverMatch(op, matching, leftLabels, rightLabels);
  if (complaint !== undefined) report(inference, spanOf({ span: operatorSpan }), complaint);
}

/** Series match when the labels that are compared are there on both sides, or on neither, with the same value. */
function neverMatch(
  op: BinaryOperator,
  { kind, labels }: Matching,
  left: LabelMap,
  right: LabelMap,
): string | undefined {
  const names = namesOf(labels);
  const isCompared = (name: string): boolean => names.includes(name) === (kind === "on");
  const onlyIn = (a: LabelMap, b: LabelMap): string =>
    kind === "on"
      ? ""
      : [...a]
          .filter(([name, spec]) => !b.has(name) && isCompared(name) && !canBeMissing(spec))
          .map(([name]) => name)
          .join(", ");
  const [onlyLeft, onlyRight] = [onlyIn(left, right), onlyIn(right, left)];
  const parts = [onlyLeft && `only the left has ${onlyLeft}`, onlyRight && `only the right has ${onlyRight}`];
  const reasons = parts.filter((part) => part !== "");
  if (reasons.length > 0)
    return `the sides of '${op}' never match: ${reasons.join("; ")}; say on (…) or ignoring (…)`;
  for (const [name, spec] of left) {
    const other = right.get(name);
    if (other === undefined || !isCompared(name) || !areDisjoint(spec, other)) continue;
    const values = `${name} is ${valuesOf(spec)} on the left and ${valuesOf(other)} on the right`;
    return `the sides of '${op}' never match: ${values}; say on (…) or ignoring (…) without ${name}`;
  }
  return undefined;
}

function valuesOf(spec: LabelSpec): string {
  return isList(spec) ? spec.map((value) => (value === "" ? "missing" : value)).join(" or ") : String(spec);
}

function resultLabels(
  inference: Inference,
  op: BinaryOperator,
  { kind, labels, side, included }: Matching,
  left: LabelMap | undefined,
  right: LabelMap | undefined,
): LabelMap | undefined {
  if ([...labels, ...included].some(({ name }) => isVariable(inference, name))) return undefined;
  if (isSetOperator(op)) return sets[op].takes === "both" ? eitherLabels(left, right) : left;
  if (side === "left") return joined(left, right, included);
  if (side === "right") return joined(right, left, included);
  const names = namesOf(labels);
  return left && new Map([...left].filter(([name]) => names.includes(name) === (kind === "on")));
}

/** The labels of the side with many series, and those it takes over from the other. */
function joined(
  many: LabelMap | undefined,
  one: LabelMap | undefined,
  included: readonly NamedLabel[],
): LabelMap | undefined {
  if (!many) return undefined;
  const taken = namesOf(included).map((name): [string, LabelSpec] => [name, one?.get(name) ?? "*"]);
  return new Map([...many, ...taken]);
}
