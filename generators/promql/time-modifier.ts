import type { SyntaxNode, SyntaxNodeRef, Tree } from "@lezer/common";
import type { Diagnostic, Span } from "./tree.ts";
import type { DurationText } from "./extraction.ts";
import { numberOrDuration, signedDurationInMs } from "./literal.ts";

/** `offset 5m` or `@ end()`; `follows` is where what it belongs to ends. */
export interface TimeModifier extends Span {
  readonly follows: number;
  readonly offset: DurationText | undefined;
  readonly at: string | undefined;
}

/** What `offset` and `@` may follow. */
const modifiable: ReadonlySet<string> = new Set([
  "VectorSelector",
  "MatrixSelector",
  "SubqueryExpr",
  "OffsetExpr",
  "StepInvariantExpr",
]);

/** All `offset` and `@` of a text, in its order; they belong to what stands before them, whatever the tree says. */
export function timeModifiers(
  text: string,
  source: string,
  tree: Tree,
): { readonly modifiers: readonly TimeModifier[]; readonly diagnostics: readonly Diagnostic[] } {
  const modifiers: TimeModifier[] = [];
  const diagnostics: Diagnostic[] = [];
  tree.iterate({
    enter(node) {
      if (node.name !== "OffsetExpr" && node.name !== "StepInvariantExpr") return;
      const read = timeModifier(text, source, tree, node);
      if ("message" in read) diagnostics.push(read);
      else modifiers.push(read);
    },
  });
  modifiers.sort((a, b) => a.from - b.from);
  return { modifiers, diagnostics: [...diagnostics, ...repeated(modifiers)] };
}

function timeModifier(
  text: string,
  source: string,
  tree: Tree,
  { node, to }: SyntaxNodeRef,
): TimeModifier | Diagnostic {
  const keyword = node.getChild("Offset") ?? node.getChild("At") ?? node;
  const { from } = keyword;
  const word = text.slice(from, keyword.to);
  // Comments are skipped by the tree, so that the end is looked for in it and not in the text.
  const follows = keyword.prevSibling ? endOf(keyword.prevSibling) : from;
  if (!endsModifiable(tree, follows))
    return { from, to, message: `${word} must follow a selector or a subquery` };
  if (/^\s*\[/.test(text.slice(to)))
    return { from, to, message: `write the range before ${word}: x[5m] offset 1h` };
  const value = text.slice(keyword.to, to).trim();
  if (keyword.name === "At") {
    const known = /^(start|end)\s*\(\s*\)$/.test(value) || isTime(numberOrDuration(value));
    return known
      ? { from, to, follows, offset: undefined, at: value }
      : { from, to, message: `no time: '${value}'` };
  }
  const ms = signedDurationInMs(value);
  if (ms === undefined) return { from, to, message: `no duration: '${value}'` };
  const written = source.slice(keyword.to, to).trim();
  // A variable is not the duration that stands in its place.
  const offset = written === value ? { text: value, ms } : { text: written, ms: undefined };
  return { from, to, follows, offset, at: undefined };
}

/** The end of what is written, without a comment behind it. */
function endOf(node: SyntaxNode): number {
  return node.name === "LineComment" && node.prevSibling ? endOf(node.prevSibling) : node.to;
}

function endsModifiable(tree: Tree, end: number): boolean {
  for (let node: SyntaxNode | null = tree.resolveInner(end, -1); node && node.to <= end; node = node.parent) {
    if (node.to === end && modifiable.has(node.name)) return true;
  }
  return false;
}

/** Prometheus keeps times in 64 bits of milliseconds. */
function isTime(seconds: number | undefined): boolean {
  return seconds !== undefined && Math.abs(seconds) < Number.MAX_SAFE_INTEGER / 1000;
}

function repeated(modifiers: readonly TimeModifier[]): Diagnostic[] {
  return modifiers.flatMap((modifier) => {
    const previous = modifiers.find(({ to }) => to === modifier.follows);
    const beforeThat = previous && modifiers.find(({ to }) => to === previous.follows);
    const kind = modifier.offset ? "offset" : "@";
    const twice = [previous, beforeThat].some((other) => other && (other.offset ? "offset" : "@") === kind);
    return twice ? [{ from: modifier.from, to: modifier.to, message: `${kind} is said twice` }] : [];
  });
}

/** The `offset` and the `@` behind a selector or a subquery. */
export function modifiersAfter(
  modifiers: readonly TimeModifier[],
  end: number,
): { readonly offset: TimeModifier | undefined; readonly at: TimeModifier | undefined } {
  const first = modifiers.find(({ follows }) => follows === end);
  if (!first) return { offset: undefined, at: undefined };
  const rest = modifiersAfter(modifiers, first.to);
  return first.offset ? { ...rest, offset: first } : { ...rest, at: first };
}
