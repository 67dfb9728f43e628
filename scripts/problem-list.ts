import { styleText } from "node:util";
import { formatProblem, sortProblems } from "../generators/problem.ts";
import { otherProblems } from "./explain/other-problems.ts";
import { printable } from "../generators/text/printable.ts";
import type { Problem } from "../generators/problem.ts";

/**
 * All problems, sorted, then one line that counts them and says what became of out/.
 *
 * Coloured only where the stream is a terminal and NO_COLOR is not set.
 */
export function problemList(
  problems: readonly Problem[],
  consequence: string,
  stream: NodeJS.WritableStream,
): string {
  // Those that are said twice are one, and are counted once.
  const sorted = sortProblems(problems);
  const blocks = sorted.map((problem) => {
    // A message may name a value, and a value may hold anything.
    const text = printable(formatProblem(problem));
    const place = `${problem.place.file}:${problem.place.line}:`;
    return text.startsWith(place) ? styleText("bold", place, { stream }) + text.slice(place.length) : text;
  });
  const count = sorted.length === 1 ? "1 problem" : `${sorted.length} problems`;
  return `${[...blocks, "", `${styleText("red", count, { stream })}; ${consequence}`].join("\n")}\n`;
}

/** Behind such a list, once: where to read on, with an id to copy. What is wrong with loading or writing explains itself. */
export function explainHint(problems: readonly Problem[]): string {
  const first = sortProblems(problems).find(({ check }) => !Object.hasOwn(otherProblems, check));
  return first ? `"signalbox explain ${first.check}" says why it matters, with an example\n` : "";
}
