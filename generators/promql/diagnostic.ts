import type { Span } from "./tree.ts";

/** Something wrong in an expression. There are no warnings: what is not wrong is not said. */
export interface Diagnostic extends Span {
  readonly message: string;
}

/** `1:9: message`, the line it is in, and carets under the piece that is meant: as compilers show it. */
export function formatDiagnostic(text: string, { from, to, message }: Diagnostic): string {
  const before = text.slice(0, from);
  const start = before.lastIndexOf("\n") + 1;
  const line = text.slice(start).split("\n", 1)[0] ?? "";
  const column = from - start;
  // What spans several lines is marked to the end of its first.
  const width = Math.max(1, Math.min(to, start + line.length) - from);
  const place = `${before.split("\n").length}:${column + 1}`;
  return `${place}: ${message}\n  ${line}\n  ${" ".repeat(column)}${"^".repeat(width)}`;
}
