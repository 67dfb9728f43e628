import { canonicalText } from "../promql/canonical.ts";
import { mapParts } from "../promql/rewrite.ts";
import { type Node, numberNode } from "../promql/tree.ts";
import { paired, type Paired } from "./pairing.ts";
import type { ReviewedAlert, ReviewedExpression, ReviewedRecording, Version } from "./version.ts";

/**
 * The alerts of two versions: by name and labels, and those that are left by what they say. Several alerts may share a name, and one
 * that was renamed is the one with the same expression, or with the same but for its numbers.
 */
export function pairedAlerts(base: Version, head: Version): Paired<ReviewedAlert> {
  return paired(base.alerts, head.alerts, [
    ({ name, labels, ...rule }) => key(name, labels, contentOf(rule)),
    ({ name, labels }) => key(name, labels),
    ({ name, severity, ...rule }) => key(name, severity, contentOf(rule)),
    ({ name, severity }) => key(name, severity),
    ({ name }) => name,
    ({ labels, forMs, ...rule }) => key(labels, forMs, contentOf(rule)),
    ({ labels, ...rule }) => key(labels, contentOf(rule)),
    ({ annotations, ...rule }) => telling(rule, annotations["summary"]),
  ]);
}

export function pairedRecordings(base: Version, head: Version): Paired<ReviewedRecording> {
  return paired(base.recordings, head.recordings, [
    ({ name, labels }) => key(name, labels),
    ({ name }) => name,
    (rule) => key(contentOf(rule)),
  ]);
}

/** An expression in its canonical form, or as it is written where it cannot be read. */
export function contentOf({ node, expr }: ReviewedExpression): string {
  return node ? canonicalText(node) : expr;
}

/** Known by an expression without its numbers, where something is said of both in the same words. */
function telling({ node }: ReviewedExpression, summary: string | undefined): string | undefined {
  return node && summary !== undefined ? key(summary, canonicalText(withoutNumbers(node))) : undefined;
}

function withoutNumbers(node: Node): Node {
  return node.kind === "number" ? numberNode(0) : mapParts(node, withoutNumbers);
}

function key(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
