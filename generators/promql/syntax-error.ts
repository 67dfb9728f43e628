import type { SyntaxNodeRef, Tree } from "@lezer/common";
import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./tree.ts";

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
export function firstSyntaxError(text: string, tree: Tree): Diagnostic | undefined {
  let found: Diagnostic | undefined;
  tree.iterate({
    enter(node) {
      found ??= syntaxErrorAt(text, node);
      return found === undefined;
    },
  });
  return found;
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
