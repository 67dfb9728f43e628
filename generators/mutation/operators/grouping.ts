import type { LabelSpec } from "../../language/label.ts";
import { canBeMissing, isList } from "../../promql/label-value.ts";
import { printLabel, printLabels } from "../../promql/print.ts";
import { ofKind } from "../../promql/rewrite.ts";
import type { AggregationNode } from "../../promql/tree.ts";
import {
  isJoin,
  type Mutation,
  type MutationOperator,
  type MutationSubject,
  withNodes,
} from "../operator.ts";

/** Each label of each `by` and `without` left out, and each other label that the aggregated series have added. */
export const grouping: MutationOperator = {
  mutate: (subject) =>
    ofKind("aggregation", subject.nodes).flatMap(({ node, path }) => {
      const labels = node.by ?? node.without ?? [];
      const mutation = (words: string, label: string, changed: readonly string[]): Mutation => {
        const grouped = node.without ? { ...node, without: changed } : { ...node, by: changed };
        return {
          id: `label ${printLabel(label)} ${words} ${node.name}`,
          what: `${headOf(node)} → ${headOf(grouped)}`,
          mutated: withNodes(subject, { node: grouped, path }),
        };
      };
      const missing = labelsOfInput(subject, node).filter((label) => !labels.includes(label));
      return [
        ...labels.map((label) =>
          mutation(
            "dropped from",
            label,
            labels.filter((other) => other !== label),
          ),
        ),
        ...missing.map((label) => mutation("added to", label, [...labels, label])),
      ];
    }),
  toAdd: "add two series that differ in this label alone, with different values",
};

/** `sum by (job)` */
function headOf({ name, by, without }: AggregationNode): string {
  if (without) return `${name} without ${printLabels(without)}`;
  return by ? `${name} by ${printLabels(by)}` : name;
}

/** The labels of what is aggregated; none where they are not known. */
function labelsOfInput(subject: MutationSubject, { args }: AggregationNode): string[] {
  const input = args.at(-1);
  const labels = input && subject.typeOf(input).labels;
  return [...(labels ?? [])].flatMap(([label, spec]) => (isHidden(subject, label, spec) ? [] : label));
}

/**
 * A label of one value only, which splits nothing, and which the alert puts its own over: nobody could see it. Nor a label that
 * only the targets of some jobs have: the series of a rule test have those that all have.
 */
function isHidden(subject: MutationSubject, label: string, spec: LabelSpec): boolean {
  if (canBeMissing(spec)) return true;
  const { rule, nodes } = subject;
  if (rule.kind !== "alert" || ofKind("binary", nodes).some(({ node }) => isJoin(subject, node)))
    return false;
  return Object.hasOwn(rule.labels, label) && isList(spec) && spec.length === 1;
}
