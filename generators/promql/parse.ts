import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./tree.ts";
import { firstSyntaxError } from "./syntax-error.ts";
import { type TimeModifier, timeModifiers } from "./time-modifier.ts";

/** The tree of an expression, without what `offset` and `@` say: that is beside it. */
export interface Parsed {
  /** Undefined when there are diagnostics. */
  readonly root: SyntaxNode | undefined;
  readonly modifiers: readonly TimeModifier[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses with the grammar of Prometheus, and fixes where its tree is not the one that Prometheus itself builds.
 *
 * In the grammar `offset` and `@` bind looser than operators: `a - b offset 5m` would be `(a - b) offset 5m`. They change
 * no type, so they are noted, replaced by spaces, and what is left is parsed again.
 *
 * `source` is the text before Grafana's variables were replaced in it.
 */
export function parsePromql(text: string, source = text): Parsed {
  const tree = parser.parse(text);
  const syntaxError = firstSyntaxError(text, tree);
  if (syntaxError) return { root: undefined, modifiers: [], diagnostics: [syntaxError] };
  const { modifiers, diagnostics } = timeModifiers(text, source, tree);
  if (diagnostics.length > 0) return { root: undefined, modifiers: [], diagnostics };
  return {
    root: expressionOf(modifiers.length > 0 ? blanked(text, modifiers) : tree),
    modifiers,
    diagnostics: [],
  };
}

function blanked(text: string, modifiers: readonly TimeModifier[]): Tree {
  // By UTF-16 units, not by characters: positions of the parser count those.
  const units = text.split("");
  for (const { from, to } of modifiers) units.fill(" ", from, to);
  return parser.parse(units.join(""));
}

function expressionOf(tree: Tree): SyntaxNode | undefined {
  return childrenOf(tree.topNode)[0];
}

/** The children of a node; comments can stand between any two and mean nothing. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== "LineComment") children.push(child);
  }
  return children;
}

/** Whether `inner` is all that stands in `outer`, but for parentheses and comments around it. */
export function isWhole(text: string, outer: Span, inner: Span): boolean {
  const { root } = parsePromql(text.slice(outer.from, outer.to));
  if (!root) return false;
  const { from, to } = withoutParentheses(root);
  return outer.from + from === inner.from && outer.from + to === inner.to;
}

/** What the parentheses are around. */
export function withoutParentheses(node: SyntaxNode): SyntaxNode {
  const inner = node.name === "ParenExpr" ? childrenOf(node)[0] : undefined;
  return inner ? withoutParentheses(inner) : node;
}
