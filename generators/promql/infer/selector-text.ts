import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../tree.ts";
import type { Matcher } from "../extraction.ts";
import { type Inference, holdsVariable, read, report } from "./inference.ts";
import { childrenOf } from "../parse.ts";
import { compileRe2 } from "../re2.ts";
import { stringValue } from "./string-value.ts";

/** What stands in a selector. */
export interface SelectorText {
  readonly metric: string | undefined;
  /** Where the metric is named; without one, the whole selector. */
  readonly metricSpan: Span;
  readonly matchers: readonly Matcher[];
}

/** A metric is named before the braces, in them as a string, or by `__name__=`. */
export function readSelector(inference: Inference, node: SyntaxNode): SelectorText {
  const names: (Span & { readonly name: string })[] = [];
  const matchers: Matcher[] = [];
  const identifier = node.getChild("Identifier");
  if (identifier) names.push({ name: read(inference, identifier), from: identifier.from, to: identifier.to });
  const braces = node.getChild("LabelMatchers");
  for (const part of braces ? childrenOf(braces) : []) {
    const { from, to } = part;
    if (part.name === "QuotedLabelName") {
      names.push({ name: nameIn(inference, part), from, to });
    } else {
      const matcher = readMatcher(inference, part);
      if (matcher.name === "__name__" && matcher.op === "=") names.push({ name: matcher.value, from, to });
      else matchers.push(matcher);
    }
  }
  const [first, second] = names;
  if (first && second) {
    report(inference, second, `the metric is named twice: ${first.name} and ${second.name}`);
  }
  const byPattern = first && matchers.find(({ name }) => name === "__name__");
  if (byPattern) report(inference, byPattern, `the metric is named twice: ${first.name} and by a matcher`);
  return { metric: first?.name, metricSpan: first ?? { from: node.from, to: node.to }, matchers };
}

/** The names in `by (…)`, `on (…)` and the like, as they are meant. */
export function labelName(inference: Inference, node: SyntaxNode): string {
  return node.name === "QuotedLabelName" ? nameIn(inference, node) : read(inference, node);
}

function nameIn(inference: Inference, quoted: SyntaxNode): string {
  const name = stringValue(inference, quoted.firstChild ?? quoted);
  if (name === "") report(inference, quoted, "a name cannot be empty");
  return name;
}

function readMatcher(inference: Inference, node: SyntaxNode): Matcher {
  const [label = node, operator = node, literal = node] = childrenOf(node);
  const name = labelName(inference, label);
  // The grammar has only these four.
  const op = read(inference, operator) as Matcher["op"];
  const isVariable = holdsVariable(inference, literal);
  // With its variables: Grafana puts something else there only when it asks.
  const value = isVariable
    ? inference.source.slice(literal.from + 1, literal.to - 1)
    : stringValue(inference, literal);
  if (!isVariable && (op === "=~" || op === "!~")) {
    const { complaint } = compileRe2(value);
    if (complaint !== undefined) report(inference, node, complaint);
  }
  return { name, op, value, from: node.from, to: node.to };
}
