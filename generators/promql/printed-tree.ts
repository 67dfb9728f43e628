import type { SyntaxNode } from "@lezer/common";
import { formatDuration } from "../language/duration.ts";
import { numberOrDuration, signedDurationInMs } from "./number-literal.ts";
import { childrenOf, parsePromql } from "./parse.ts";
import { type TimeModifier, modifiersBehind } from "./time-modifier.ts";
import { promqlNumber, promqlSelector, promqlString, quotedLabelName } from "./literal.ts";

/** An expression as it is printed: what never breaks over lines is text already. */
export type PromqlTree =
  | { readonly kind: "number"; readonly text: string; readonly value: number; readonly isDuration: boolean }
  | { readonly kind: "text"; readonly text: string }
  /** A function or an aggregation: `sum by (job) `. */
  | { readonly kind: "call"; readonly head: string; readonly args: readonly PromqlTree[] }
  | { readonly kind: "parentheses"; readonly inner: PromqlTree }
  | { readonly kind: "sign"; readonly sign: string; readonly operand: PromqlTree }
  /** `suffix` is `[1h:1m] offset 5m`. */
  | { readonly kind: "subquery"; readonly of: PromqlTree; readonly suffix: string }
  /** `operator` is `/ on (job) group_left (version)`. */
  | {
      readonly kind: "binary";
      readonly left: PromqlTree;
      readonly operator: string;
      readonly right: PromqlTree;
    };

interface Context {
  readonly text: string;
  readonly modifiers: readonly TimeModifier[];
}

/** The tree of an expression; undefined when it does not parse. */
export function promqlTree(text: string): PromqlTree | undefined {
  const { root, modifiers } = parsePromql(text);
  return root && treeOf({ text, modifiers }, root);
}

function treeOf(context: Context, node: SyntaxNode): PromqlTree {
  const [first = node, second = node] = childrenOf(node);
  switch (node.name) {
    case "NumberDurationLiteral":
      return numberTree(read(context, node));
    case "StringLiteral":
      return { kind: "text", text: promqlString(read(context, node)) };
    case "ParenExpr":
      return { kind: "parentheses", inner: treeOf(context, first) };
    case "UnaryExpr":
      return signed(read(context, first), treeOf(context, second));
    case "FunctionCall":
      return { kind: "call", head: read(context, first), args: argumentsOf(context, node) };
    case "AggregateExpr":
      return { kind: "call", head: aggregation(context, node), args: argumentsOf(context, node) };
    case "BinaryExpr":
      return binary(context, node);
    case "SubqueryExpr":
      return {
        kind: "subquery",
        of: treeOf(context, first),
        suffix: range(context, node) + time(context, node),
      };
    case "MatrixSelector":
      return { kind: "text", text: selector(context, first) + range(context, node) + time(context, node) };
    default:
      return { kind: "text", text: selector(context, node) + time(context, node) };
  }
}

function read({ text }: Context, { from, to }: SyntaxNode): string {
  return text.slice(from, to);
}

function numberTree(text: string): PromqlTree {
  const isDuration = /^[-+]?\s*\d+[a-z]/i.test(text) && !/^[-+]?\s*(?:0x|\d+e)/i.test(text);
  return numberOf(numberOrDuration(text) ?? NaN, isDuration);
}

function numberOf(value: number, isDuration: boolean): PromqlTree {
  const duration = (value < 0 ? "-" : "") + (isDuration ? formatDuration(Math.abs(value) * 1000) : "");
  return { kind: "number", text: isDuration ? duration : promqlNumber(value), value, isDuration };
}

/** Prometheus counts the sign of a number to the number. */
function signed(sign: string, operand: PromqlTree): PromqlTree {
  if (operand.kind !== "number") return { kind: "sign", sign, operand };
  return sign === "-" ? numberOf(-operand.value, operand.isDuration) : operand;
}

function argumentsOf(context: Context, node: SyntaxNode): PromqlTree[] {
  const body = node.getChild("FunctionCallBody");
  return (body ? childrenOf(body) : []).map((argument) => treeOf(context, argument));
}

function aggregation(context: Context, node: SyntaxNode): string {
  const op = node.getChild("AggregateOp");
  const modifier = node.getChild("AggregateModifier");
  const name = op ? read(context, op).toLowerCase() : "";
  const labels = labelList(context, modifier?.getChild("GroupingLabels") ?? undefined);
  if (modifier?.getChild("Without")) return `${name} without (${labels}) `;
  // An empty `by ()` says nothing.
  return labels === "" ? name : `${name} by (${labels}) `;
}

function labelList(context: Context, list: SyntaxNode | undefined): string {
  const labels = (list ? childrenOf(list) : []).filter(
    ({ name }) => name === "LabelName" || name === "QuotedLabelName",
  );
  return labels.map((label) => quotedLabelName(read(context, label))).join(", ");
}

function binary(context: Context, node: SyntaxNode): PromqlTree {
  const children = childrenOf(node);
  const [left = node, operator = node] = children;
  const op = read(context, operator).toLowerCase();
  const bool = children.some(({ name }) => name === "BoolModifier") ? " bool" : "";
  const clause = children.find(({ name }) => name === "MatchingModifierClause");
  const [a, b] = [treeOf(context, left), treeOf(context, children.at(-1) ?? node)];
  const sign = /^[-+]/.exec(read(context, left))?.[0];
  if (op === "^" && a.kind === "number" && left.name === "NumberDurationLiteral" && sign) {
    // The grammar reads -2 ^ x as (-2) ^ x, Prometheus as -(2 ^ x).
    const base = numberOf(Math.abs(a.value), a.isDuration);
    return signed(sign, { kind: "binary", left: base, operator: op, right: b });
  }
  return {
    kind: "binary",
    left: a,
    operator: op + bool + (clause ? matching(context, clause) : ""),
    right: b,
  };
}

function matching(context: Context, clause: SyntaxNode): string {
  const [labels, included] = clause.getChildren("GroupingLabels");
  const names = labelList(context, labels);
  const side = clause.getChild("GroupLeft") ? "left" : clause.getChild("GroupRight") ? "right" : undefined;
  const isOn = clause.getChild("On") !== null;
  // `ignoring ()` alone says nothing.
  const kind = isOn ? ` on (${names})` : names !== "" || side ? ` ignoring (${names})` : "";
  return side ? `${kind} group_${side} (${labelList(context, included)})` : kind;
}

function selector(context: Context, node: SyntaxNode): string {
  const name = node.getChild("Identifier");
  const braces = node.getChild("LabelMatchers");
  const matchers = (braces ? childrenOf(braces) : []).map((matcher) => {
    const [label = matcher, op = matcher, value = matcher] = childrenOf(matcher);
    // A string alone is the name of a metric.
    if (matcher.name === "QuotedLabelName") return ["__name__", "=", read(context, matcher)] as const;
    return [read(context, label), read(context, op), read(context, value)] as const;
  });
  return promqlSelector(name ? read(context, name) : "", matchers);
}

/** `[5m]`, `[1h:]`, `[1h:1m]` */
function range(context: Context, node: SyntaxNode): string {
  const [, ...durations] = childrenOf(node);
  const [length, step] = durations.map((duration) =>
    formatDuration(signedDurationInMs(read(context, duration)) ?? 0),
  );
  return node.name === "SubqueryExpr" ? `[${length}:${step ?? ""}]` : `[${length}]`;
}

/** ` @ 1.000 offset 5m`, in the order that Prometheus prints them. */
function time(context: Context, node: SyntaxNode): string {
  const { at, offset } = modifiersBehind(context.modifiers, node.to);
  const ms = offset?.ms ?? 0;
  const back = ms === 0 ? "" : ` offset ${ms < 0 ? "-" : ""}${formatDuration(Math.abs(ms))}`;
  return (at === undefined ? "" : ` @ ${moment(at)}`) + back;
}

function moment(at: string): string {
  const preprocessor = /^(start|end)\b/.exec(at)?.[1];
  if (preprocessor) return `${preprocessor}()`;
  // Prometheus keeps milliseconds.
  return (Math.round((numberOrDuration(at) ?? 0) * 1000) / 1000).toFixed(3);
}
