import type { SyntaxNode } from "@lezer/common";
import type { LabelSpec } from "../language/label.ts";
import { analyse } from "../promql/analysis.ts";
import { canBeMissing, isList } from "../promql/label-value.ts";
import { quotedLabelName } from "../promql/literal.ts";
import {
  argumentsOf,
  calledName,
  endOf,
  type ExpressionSource,
  nodesNamed,
  textOf,
} from "./expression-source.ts";
import type { Edit } from "./mutant.ts";

interface Grouping {
  readonly kind: "by" | "without";
  /** As they are written. */
  readonly labels: readonly string[];
}

/** Every label of every `by` and `without` left out, and every other label that the aggregated series have added. */
export function groupingEdits(source: ExpressionSource): Edit[] {
  return nodesNamed(source, "AggregateExpr").flatMap((node) => {
    const { kind, labels } = groupingOf(source, node);
    const missing = labelsOfInput(source, node).filter((label) => !labels.includes(label));
    return [
      ...labels.map((label) => {
        const rest = labels.filter((other) => other !== label);
        return edit(source, node, `label ${label} dropped from`, { kind, labels: rest });
      }),
      ...missing.map((label) =>
        edit(source, node, `label ${label} added to`, { kind, labels: [...labels, label] }),
      ),
    ];
  });
}

function groupingOf(source: ExpressionSource, node: SyntaxNode): Grouping {
  const modifier = node.getChild("AggregateModifier");
  const list = modifier?.getChild("GroupingLabels");
  const nodes = list?.getChildren("LabelName").concat(list.getChildren("QuotedLabelName")) ?? [];
  const kind = modifier?.getChild("Without") ? "without" : "by";
  return { kind, labels: nodes.map((label) => quotedLabelName(textOf(source, label))) };
}

/** The labels of what is aggregated; none where they cannot be told. */
function labelsOfInput(source: ExpressionSource, node: SyntaxNode): string[] {
  const input = argumentsOf(node).at(-1);
  if (!input) return [];
  const text = source.text.slice(input.from, endOf(source, input));
  const { labels = new Map<string, LabelSpec>() } = analyse(text, source.catalogue).type;
  return [...labels].flatMap(([label, spec]) =>
    isHidden(source, label, spec) ? [] : quotedLabelName(label),
  );
}

/**
 * A label of one value only, which splits nothing, and which the alert puts its own over: nobody could see it. Nor a label that
 * only the targets of some jobs have: the series of a proof have those that all have.
 */
function isHidden({ rule, analysis }: ExpressionSource, label: string, spec: LabelSpec): boolean {
  if (canBeMissing(spec)) return true;
  if (rule.kind !== "alert" || analysis.joins.length > 0) return false;
  return Object.hasOwn(rule.labels, label) && isList(spec) && spec.length === 1;
}

function edit(source: ExpressionSource, node: SyntaxNode, words: string, grouping: Grouping): Edit {
  const op = calledName(source, node);
  const modifier = node.getChild("AggregateModifier");
  const operator = node.getChild("AggregateOp") ?? node;
  const text =
    grouping.labels.length > 0 || modifier ? `${grouping.kind} (${grouping.labels.join(", ")})` : "";
  const before = modifier ? `${op} ${textOf(source, modifier)}` : op;
  // Without a modifier the new one stands behind the operator.
  const place = modifier ?? { from: operator.to, to: operator.to };
  return {
    operator: "grouping",
    id: `${words} ${op}`,
    what: `${before} → ${op} ${text}`,
    replacements: [{ from: place.from, to: place.to, text: modifier ? text : ` ${text} ` }],
  };
}
