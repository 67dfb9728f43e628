import { canBeMissing } from "../../promql/label-value.ts";
import { comparisons, isComparison } from "../../promql/operators.ts";
import { type Occurrence, ofKind } from "../../promql/rewrite.ts";
import type { AggregationNode } from "../../promql/tree.ts";
import { type Mutation, type MutationOperator, type MutationSubject, withNodes } from "../operator.ts";

type Picking = "avg" | "max" | "min";

/**
 * The mean of all instances taken for the worst of them, and the highest for the lowest: where all instances do the same, nobody sees
 * the difference. Only what is compared, or recorded, as it is: of a part of a sum, or of a quotient, it may be none.
 */
export const aggregation: MutationOperator = {
  mutate: (subject) =>
    ofKind("aggregation", subject.nodes)
      .filter(({ node }) => mergesInstances(subject, node))
      .flatMap((one) => {
        const { node, path } = one;
        return othersOf(subject, one).map((name): Mutation => ({
          id: `${node.name} to ${name}`,
          what: `${node.name} of all instances → ${name}`,
          mutated: withNodes(subject, { node: { ...node, name }, path }),
        }));
      }),
  toAdd: "give the scenario an instance of its own: series with the label `instance`, of which one is bad",
  toAddForRecording: "add an example with two instances that have different values",
};

/** Whether it makes one number of several instances. */
function mergesInstances(subject: MutationSubject, node: AggregationNode): boolean {
  const input = node.args.at(-1);
  const instance = input && subject.typeOf(input).labels?.get("instance");
  return instance !== undefined && !canBeMissing(instance) && !subject.typeOf(node).labels?.has("instance");
}

function othersOf(subject: MutationSubject, { node, path }: Occurrence<AggregationNode>): readonly Picking[] {
  const { name } = node;
  if (name !== "avg" && name !== "max" && name !== "min") return [];
  // A recording is its value, whichever it is.
  if (path.length === 0) return (["avg", "max", "min"] as const).filter((other) => other !== name);
  const parent = ofKind("binary", subject.nodes).find((one) => isSamePath(one.path, path.slice(0, -1)));
  if (!parent || !isComparison(parent.node.op)) return [];
  const { op } = parent.node;
  const own = path.at(-1) === 0 ? op : comparisons[op].mirrored;
  const worst = own === ">" || own === ">=" ? "max" : own === "<" || own === "<=" ? "min" : undefined;
  const best = worst === "max" ? "min" : "max";
  if (worst === undefined) return [];
  return name === "avg" ? [worst] : name === worst ? [best] : [worst];
}

function isSamePath(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
