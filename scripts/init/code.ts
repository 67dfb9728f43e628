// TypeScript as prettier would set it, for the few shapes that a new project needs.

const lineWidth = 110;

/** A text as a literal. */
export function literal(value: string | number): string {
  return JSON.stringify(value);
}

export interface CodeList {
  /** What stands before it on its first line, with the bracket: `  notifiers: [`. */
  readonly open: string;
  readonly items: readonly string[];
  readonly close: string;
  /** Between a brace and what is in it. */
  readonly space?: string;
}

/** A list on one line where it fits, and otherwise an item a line. */
export function codeList({ open, items, close, space = "" }: CodeList): string {
  const line = items.length === 0 ? `${open}${close}` : `${open}${space}${items.join(", ")}${space}${close}`;
  if (line.length <= lineWidth || items.length === 0) return line;
  const indent = " ".repeat(open.length - open.trimStart().length);
  return `${open}\n${items.map((item) => `${indent}  ${item},\n`).join("")}${indent}${close}`;
}
