import type { Matcher } from "../label.ts";
import { boundSpellings } from "./bucket-bound.ts";
import type { LabelMatcher } from "../../promql/tree.ts";

/** The matcher for what an author wrote after a label's name in `where()`, or in `whereNot()` when `negated`. */
export function labelMatcher(name: string, wanted: Matcher<string>, negated: boolean): LabelMatcher {
  const equal = negated ? "!=" : "=";
  const like = negated ? "!~" : "=~";
  if (wanted instanceof RegExp) return { name, op: like, value: patternText(wanted, name) };
  if (typeof wanted !== "string" && "variable" in wanted) {
    return { name, op: like, value: variableText(wanted.variable, name) };
  }
  const values = typeof wanted === "string" ? [wanted] : wanted;
  if (values.length === 0) throw new TypeError(`${name}: an empty list matches nothing; name a value`);
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0 && spellings(name, only).length === 1) {
    return { name, op: equal, value: only };
  }
  return { name, op: like, value: values.map((value) => anySpelling(spellings(name, value))).join("|") };
}

/** A JavaScript pattern as RE2 has it; `name` is the label it is for. */
export function patternText(pattern: RegExp, name: string): string {
  const flags = pattern.flags.replace("i", "");
  if (flags !== "") {
    throw new TypeError(
      `${name}: PromQL knows only the flag i of a pattern, so /${pattern.source}/${flags} cannot be said`,
    );
  }
  // JavaScript escapes the slash because it ends a literal; RE2 has no such escape.
  const text = pattern.source.replace(/\\([\s\S])/g, (escape, escaped) => (escaped === "/" ? "/" : escape));
  return pattern.ignoreCase ? `(?i)${text}` : text;
}

function variableText(variable: string, name: string): string {
  if (!/^\w+$/.test(variable)) {
    throw new TypeError(
      `${name}: '${variable}' is no name of a dashboard variable; write it without $ and braces`,
    );
  }
  return `$${variable}`;
}

function spellings(name: string, value: string): readonly string[] {
  return name === "le" || name === "quantile" ? boundSpellings(value) : [value];
}

function anySpelling([written = "", stored]: readonly string[]): string {
  if (stored === undefined) return escapePattern(written);
  if (stored === `${written}.0`) return `${escapePattern(written)}(\\.0)?`;
  return `${escapePattern(written)}|${escapePattern(stored)}`;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Whether two matchers ask for the same. */
export function isSameMatcher(a: LabelMatcher, b: LabelMatcher): boolean {
  return a.name === b.name && a.op === b.op && a.value === b.value;
}
