import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { Problem } from "../../generators/problem.ts";

/**
 * A problem with a text, at the line of that text: its check knows only where the definition begins.
 *
 * @param root the folder of the project
 */
export function narrowPlace(problem: Problem, root: string): Problem {
  const { place, texts = [] } = problem;
  if (texts.length === 0) return problem;
  const lines = linesOf(isAbsolute(place.file) ? place.file : join(root, place.file));
  const definition = lines.slice(place.line - 1, endOf(lines, place.line - 1));
  const offsets = texts.map((text) => definition.findIndex((line) => shows(line, text)));
  const offset = offsets.find((one) => one >= 0) ?? 0;
  return { ...problem, place: { ...place, line: place.line + offset } };
}

/** As it is, or as it is written in quotes. */
function shows(line: string, text: string): boolean {
  return line.includes(text) || line.includes(JSON.stringify(text).slice(1, -1));
}

/** The line behind the definition that begins at one: the first that closes it is as far to the left as its own. */
function endOf(lines: readonly string[], first: number): number {
  const indent = indentOf(lines[first] ?? "");
  const next = lines.findIndex(
    (line, index) => index > first && line.trim() !== "" && indentOf(line) <= indent,
  );
  return next < 0 ? lines.length : next;
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    // A definition that nobody can read has the place that its check gave it.
    return [];
  }
}
