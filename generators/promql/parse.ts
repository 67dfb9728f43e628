import type { SyntaxNode, SyntaxNodeRef, Tree } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import { deepestText, textTooDeep } from "../language/expression/depth.ts";
import { type TimeModifier, timeModifiers } from "./time-modifier.ts";
import type { Diagnostic, Span } from "./tree.ts";

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

/** Parts of the grammar that Prometheus 3.5 does not know, or only behind a feature flag. */
const tooNew: ReadonlySet<string> = new Set([
  "AnchoredExpr",
  "SmoothedExpr",
  "FillModifier",
  "TrimUpper",
  "TrimLower",
  "DurationStep",
  "DurationRange",
  "DurationMinOf",
  "DurationMaxOf",
]);

/** The first place where the text is no PromQL; what follows it is guesswork of the parser's recovery. */
function firstSyntaxError(text: string, tree: Tree): Diagnostic | undefined {
  let found: Diagnostic | undefined;
  let depth = 0;
  tree.iterate({
    enter(node) {
      // Of what is written, not of lists and names.
      if (nesting.has(node.name)) depth += 1;
      found ??= syntaxErrorAt(text, node) ?? depthErrorAt(node, depth);
      return found === undefined;
    },
    leave(node) {
      if (nesting.has(node.name)) depth -= 1;
    },
  });
  return found;
}

/** What an expression can stand in. */
const nesting: ReadonlySet<string> = new Set([
  "AggregateExpr",
  "BinaryExpr",
  "FunctionCall",
  "OffsetExpr",
  "ParenExpr",
  "StepInvariantExpr",
  "SubqueryExpr",
  "UnaryExpr",
]);

function depthErrorAt({ from, to }: Span, depth: number): Diagnostic | undefined {
  return depth > deepestText ? { from, to, message: textTooDeep } : undefined;
}

function syntaxErrorAt(text: string, node: SyntaxNodeRef): Diagnostic | undefined {
  const written = text.slice(node.from, node.to);
  const { from, to } = node;
  if (tooNew.has(node.name))
    return { from, to, message: `'${written}' needs a newer Prometheus or a feature flag` };
  // The grammar lets a string end where the text ends.
  if (node.name === "StringLiteral" && (to - from < 2 || !written.endsWith(written.charAt(0)))) {
    return { from, to, message: "the string does not end" };
  }
  if (!node.type.isError) return undefined;
  return unexpected(text, node, node.node.parent?.name === "GroupingLabels");
}

/** The parser says where, but not what: the next word of the text does. */
function unexpected(text: string, { from, to }: Span, isInLabels: boolean): Diagnostic {
  const space = /^\s*/.exec(text.slice(from))?.[0].length ?? 0;
  const word = /^(?:[\w:.$]+|"[^"]*"|\S)/.exec(text.slice(from + space))?.[0];
  if (word === undefined) return { from, to: text.length, message: "the expression ends too early" };
  const start = from + space;
  const at: Span = { from: start, to: Math.max(to, start + word.length) };
  const name = /([a-zA-Z_]\w*)\s*$/.exec(text.slice(0, from))?.[1];
  if (word === "(" && name && !isInLabels) {
    const called = text.lastIndexOf(name, from);
    return { from: called, to: called + name.length, message: `unknown function '${name}'` };
  }
  if (word.startsWith("$"))
    return { ...at, message: `'${word}': variables of Grafana only work in dashboards` };
  return { ...at, message: `unexpected '${word}'` };
}
