// The flag i of a part of a pattern, which JavaScript has not everywhere: letters of that part are written in both cases. Classes of Unicode
// such as \p{Lu} stay as they are there.

/** How JavaScript has the case of letters: by its own flag for the whole pattern, or by hand in parts of it. */
export function caseOf(pattern: string): { readonly wholeIgnores: boolean; readonly inParts: boolean } {
  const ignores = /\(\?[msU]*i[imsU]*(?:-[imsU]+)?[:)]/.test(pattern);
  const isWhole =
    /^\(\?[msU]*i[msU]*\)/.test(pattern) && !/\(\?[imsU]*(?:i[imsU]*[:)]|-[msU]*i)/.test(pattern.slice(2));
  return { wholeIgnores: ignores && isWhole, inParts: ignores && !isWhole };
}

/** Whether letters are taken in any case, in the groups that are open. */
export interface Case {
  readonly ignored: boolean;
  /** Of the groups around. */
  readonly around: readonly boolean[];
}

export const asWritten: Case = { ignored: false, around: [] };

/** The same behind a parenthesis, where one stands. */
export function caseAfter(now: Case, rest: string): Case {
  if (rest.startsWith(")")) return { ignored: now.around.at(-1) ?? false, around: now.around.slice(0, -1) };
  if (!rest.startsWith("(")) return now;
  const [, on = "", off = "", end] = /^\(\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(rest) ?? [];
  const ignored = on.includes("i") || (now.ignored && !off.includes("i"));
  return end === ")" ? { ...now, ignored } : { ignored, around: [...now.around, now.ignored] };
}

/** A character of a translated pattern in both cases; undefined where it has one. */
export function otherCase(text: string): string | undefined {
  const point = pointOf(text);
  if (point === undefined) return undefined;
  const character = String.fromCodePoint(point);
  return [character.toLowerCase(), character.toUpperCase()].find(
    (other) => other !== character && [...other].length === 1,
  );
}

/** A range of letters of ASCII in the other case, where there are any in it. */
export function otherRanges(low: string, high: string): string {
  const [from, to] = [pointOf(low), pointOf(high)];
  if (from === undefined || to === undefined) return "";
  const part = (first: number, last: number, by: number) => {
    const [least, most] = [Math.max(from, first), Math.min(to, last)];
    return least > most ? "" : `${String.fromCharCode(least + by)}-${String.fromCharCode(most + by)}`;
  };
  return part(65, 90, 32) + part(97, 122, -32);
}

/** The code point that a piece of a translated pattern is; undefined for classes. */
function pointOf(text: string): number | undefined {
  const hex = /^\\(?:x|u\{)([0-9a-f]+)\}?$/.exec(text)?.[1];
  if (hex !== undefined) return parseInt(hex, 16);
  return [...text].length === 1 ? text.codePointAt(0) : undefined;
}
