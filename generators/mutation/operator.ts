import type { Severity } from "../language/alert.ts";
import { deployedFrom } from "../model/deployed.ts";
import type { Model } from "../model/model.ts";
import { recordingsRead } from "../model/recordings-read.ts";
import type { Resolution } from "../model/resolution.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { aggregationNamed } from "../promql/aggregations.ts";
import { typeOfPart } from "../promql/analysis.ts";
import type { ExpressionType } from "../promql/expression-type.ts";
import type { Parameter } from "../promql/function-row.ts";
import { functionNamed } from "../promql/functions.ts";
import { print } from "../promql/print.ts";
import { type Occurrence, occurrencesIn, replaceNodes } from "../promql/rewrite.ts";
import type { Robust, RobustChange } from "../promql/robust/robust.ts";
import type { AggregationNode, BinaryNode, CallNode, Node, SelectorNode } from "../promql/tree.ts";

export type Rule = AlertModel | RecordingModel;

/** A kind of mistake that is easily made in a rule, and that its tests should notice. */
export interface MutationOperator {
  /** Each place where it can be made in this rule. */
  readonly mutate: (subject: MutationSubject) => readonly Mutation[];
  /** What an author can do so that the next test notices, in the imperative. */
  readonly toAdd: string;
  /** The same for a recording; left out: no other than for an alert. */
  readonly toAddForRecording?: string;
}

/** One mistake, made. */
export interface Mutation {
  /** What a waiver names: `threshold +10%`, `window 5m doubled`, `matcher job dropped`. */
  readonly id: string;
  /** What a person reads: `threshold 45 fps → 49.5 fps`. */
  readonly what: string;
  /** The rule with the mistake in it. */
  readonly mutated: Rule;
}

/** The rule that is mutated, and what is known about it. */
export interface MutationSubject {
  readonly rule: Rule;
  /** The nodes of its expression in the order of the text, what holds another before it. */
  readonly nodes: readonly Occurrence[];
  /** What a part of its expression gives. */
  readonly typeOf: (node: Node) => ExpressionType;
  /** The recordings whose series a selector may take. */
  readonly recordingsOf: (selector: SelectorNode) => readonly RecordingModel[];
  /** All that the platform has. */
  readonly severities: readonly Severity[];
  /** What would be deployed if its author had written this. */
  readonly deployed: (node: Node) => Robust;
  /** What would be deployed of the rule itself if it were made less robust, or otherwise. */
  readonly robustBut: (change: RobustChange) => Robust;
  /** The same if it ended elsewhere; undefined: where it begins. */
  readonly resolvingAt: (resolution: Resolution | undefined) => Robust;
}

/** What mutants are made from. */
export type MutatedModel = Pick<Model, "catalogue" | "platform" | "jobs" | "recordings" | "groups" | "slos">;

export function subjectOf(rule: Rule, model: MutatedModel): MutationSubject {
  const { catalogue, platform } = model;
  const known = new Map<Node, ExpressionType>();
  const typeOf = (node: Node): ExpressionType => {
    const type = known.get(node) ?? typeOfPart(node, catalogue);
    known.set(node, type);
    return type;
  };
  const severities = Object.values(platform.severities);
  const written = { ...rule, forMs: rule.kind === "alert" ? rule.forMs : 0 };
  const deployed = (node: Node) => deployedFrom(model)({ ...written, ...print(node) });
  const robustBut = (change: RobustChange) => deployedFrom(model)({ ...written, change });
  const resolvingAt = (resolution: Resolution | undefined) => deployedFrom(model)({ ...written, resolution });
  const recordingsOf = ({ metric }: SelectorNode) => recordingsRead(model, { metric, matchers: [] });
  return {
    rule,
    nodes: occurrencesIn(rule.node),
    typeOf,
    recordingsOf,
    severities,
    deployed,
    robustBut,
    resolvingAt,
  };
}

/** Whether it joins series with series. */
export function isJoin({ typeOf }: MutationSubject, { left, right }: BinaryNode): boolean {
  return typeOf(left).kind === "vector" && typeOf(right).kind === "vector";
}

/** The rule with other nodes in its expression: the mistake is in what its author writes, and is deployed wherever that is. */
export function withNodes(subject: MutationSubject, ...replacements: readonly Occurrence[]): Rule {
  return withExpression(subject, replaceNodes(subject.rule.node, replacements));
}

export function withExpression({ rule, deployed }: MutationSubject, node: Node): Rule {
  return { ...rule, ...print(node), deployed: deployed(node) };
}

/** The number that a function or an aggregation takes for this; undefined where it takes none, or one that is computed. */
export function numberTaken(
  { node, path }: Occurrence<CallNode | AggregationNode>,
  parameter: Parameter,
): { readonly value: number; readonly path: readonly number[] } | undefined {
  const takes =
    node.kind === "call" ? functionNamed(node.name)?.takes : [aggregationNamed(node.name)?.parameter];
  const index = takes?.indexOf(parameter) ?? -1;
  const taken = node.args[index];
  return taken?.kind === "number" ? { value: taken.value, path: [...path, index] } : undefined;
}

/** Half and twice as much of something. */
export const halfAndTwice = [
  { variant: "halved", factor: 0.5 },
  { variant: "doubled", factor: 2 },
] as const;

/** A duration halved, doubled and left out, rounded up to whole milliseconds. */
export function durationVariants(ms: number): { readonly variant: string; readonly ms: number }[] {
  if (ms === 0) return [];
  const changed = halfAndTwice.map(({ variant, factor }) => ({ variant, ms: Math.ceil(ms * factor) }));
  return [...changed, { variant: "removed", ms: 0 }].filter((one) => one.ms !== ms);
}
