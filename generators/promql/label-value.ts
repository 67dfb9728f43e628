import type { LabelSpec } from "../language/label.ts";
import { remembered } from "../remembered.ts";
import type { LabelMap } from "./expression-type.ts";
import type { LabelMatcher } from "./tree.ts";
import { compileRe2 } from "./re2.ts";

type Accepts = (label: string) => boolean;

/** Tells of a label's value whether it passes the matcher; a pattern that is none lets everything through. */
export const acceptedBy = remembered(({ op, value }: Pick<LabelMatcher, "op" | "value">): Accepts => {
  if (op === "=" || op === "!=") return (label) => (label === value) === (op === "=");
  const { matches } = compileRe2(value);
  return (label) => matches === undefined || matches(label) === (op === "=~");
});

/** Whether the label can ever have this value. */
export function isAllowed(spec: LabelSpec, value: string): boolean {
  if (spec === "*") return true;
  if (spec instanceof RegExp)
    return new RegExp(`^(?:${spec.source})$`, spec.flags.replace(/[gy]/g, "")).test(value);
  return spec.includes(value);
}

/** Any text, or no such label: of a list, the empty text among its values says that. */
export const anyOrNone: LabelSpec = /(?:)|[^]+/;

/** What is left of the values of a label behind a matcher. */
export function narrowed(spec: LabelSpec, matcher: Pick<LabelMatcher, "op" | "value">): LabelSpec {
  if (matcher.op === "=") return [matcher.value];
  if (isAnyOrNone(spec) && !acceptedBy(matcher)("")) return narrowed("*", matcher);
  const named = matcher.op === "=~" ? alternatives(matcher.value) : undefined;
  if (named) return named.filter((value) => isAllowed(spec, value));
  return isList(spec) ? spec.filter(acceptedBy(matcher)) : spec;
}

/** The values of either. */
export function united(a: LabelSpec, b: LabelSpec): LabelSpec {
  if (a === b || String(a) === String(b)) return a;
  if (isList(a) && isList(b)) return [...new Set([...a, ...b])];
  return canBeMissing(a) || canBeMissing(b) ? anyOrNone : "*";
}

/** The labels of the series of either side: one that only one of them has is missing on the others. Undefined: cannot be told. */
export function eitherLabels(a: LabelMap | undefined, b: LabelMap | undefined): LabelMap | undefined {
  if (!a || !b) return undefined;
  const missing: LabelSpec = [""];
  const names = new Set([...a.keys(), ...b.keys()]);
  return new Map([...names].map((name) => [name, united(a.get(name) ?? missing, b.get(name) ?? missing)]));
}

/** Labels that both have, with the values of either. */
export function commonLabels(a: LabelMap | undefined, b: LabelMap | undefined): LabelMap | undefined {
  if (!a || !b) return a ?? b;
  const common = new Map<string, LabelSpec>();
  for (const [name, spec] of a) {
    const other = b.get(name);
    if (other !== undefined) common.set(name, united(spec, other));
  }
  return common;
}

/** Whether no value fits both; false where that cannot be told. */
export function areDisjoint(a: LabelSpec, b: LabelSpec): boolean {
  return isList(a) && isList(b) && a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value));
}

/**
 * Whether some series may lack the label: PromQL takes a label that is missing for an empty one, so the empty text among the values
 * of a label says that not every series has it.
 */
export function canBeMissing(spec: LabelSpec): boolean {
  return isList(spec) ? spec.includes("") : isAnyOrNone(spec);
}

/** By its text: what was kept from an earlier build is another object. */
function isAnyOrNone(spec: LabelSpec): boolean {
  return spec instanceof RegExp && String(spec) === String(anyOrNone);
}

export function isList(spec: LabelSpec): spec is readonly string[] {
  return Array.isArray(spec);
}

/** A pattern without what means nothing in it, as it must match from end to end: `^(?:5..)$` is `5..`. */
export function unanchored(pattern: string): string {
  // With flags, `^` may mean the start of a line.
  if (/\(\?[a-zA-Z]+[-):]/.test(pattern)) return pattern;
  const start = /^(?:\^|\(\?:|\((?!\?))/.exec(pattern)?.[0];
  const isEnded = /(?<!\\)(?:\\\\)*\$$/.test(pattern);
  if (start === "^" && isEnded && branchesOf(pattern.slice(1, -1)).length === 1)
    return unanchored(pattern.slice(1, -1));
  if (start === undefined || start === "^" || closing(pattern) !== pattern.length - 1) return pattern;
  return unanchored(pattern.slice(start.length, -1));
}

/** Where the group that a pattern starts with ends. */
function closing(pattern: string): number {
  let depth = 0;
  for (const [at, c] of pieces(pattern)) {
    if (c === "(") depth += 1;
    if (c === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** What a pattern has between `|`, outside of groups: `a.|b` is `a.` and `b`. */
export function branchesOf(pattern: string): readonly string[] {
  let depth = 0;
  let from = 0;
  const branches: string[] = [];
  for (const [at, c] of pieces(pattern)) {
    if (c === "(") depth += 1;
    if (c === ")") depth -= 1;
    if (c !== "|" || depth > 0) continue;
    branches.push(pattern.slice(from, at));
    from = at + 1;
  }
  return [...branches, pattern.slice(from)];
}

/** The characters of a pattern that mean something, and where they stand: none that is escaped or in a class. */
function* pieces(pattern: string): Generator<readonly [at: number, c: string]> {
  const found = pattern.matchAll(/\\Q[^]*?(?:\\E|$)|\\[^]|\[\^?\]?(?:\\[^]|\[:\^?\w+:\]|[^\]])*\]|[^]/g);
  for (const { index, 0: text } of found) if (text.length === 1) yield [index, text];
}

/** `a|b` is a list of two values; undefined for any pattern that is more than that. */
export function alternatives(pattern: string): readonly string[] | undefined {
  return /^[\w-]+(\|[\w-]+)*$/.test(pattern) ? pattern.split("|") : undefined;
}
