/** A place in a line that is being read. */
export interface Cursor {
  readonly text: string;
  at: number;
}

/** Why a line cannot be read. */
export class Refusal extends Error {}

export function fail(reason: string): never {
  throw new Refusal(reason);
}

/** What a sticky pattern matches here; the cursor goes behind it. */
export function word(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? "";
  cursor.at += found.length;
  return found;
}

export function blanks(cursor: Cursor): void {
  word(cursor, /[ \t]*/y);
}

/** A text in quotes. */
export function quoted(cursor: Cursor): string {
  const start = cursor.at + 1;
  let end = cursor.text[cursor.at] === '"' ? start : Infinity;
  // Character by character: a pattern would run out of stack in a text of megabytes.
  while (end < cursor.text.length && cursor.text[end] !== '"') end += cursor.text[end] === "\\" ? 2 : 1;
  if (end >= cursor.text.length) fail("a text in quotes is missing, or is not closed");
  cursor.at = end + 1;
  return unescaped(cursor.text.slice(start, end));
}

/** Only these three are escapes; any other backslash is meant as one. */
export function unescaped(text: string): string {
  return text.replace(/\\([\\"n])/g, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
}
