import type { Place } from "./language/place.ts";
import { masked } from "./secrets/masked.ts";
import { comparePlace, compareText } from "./text/order.ts";
import { printable } from "./text/printable.ts";

/** Something that must be fixed before anything is written. There are no warnings. */
export interface Problem {
  /** The id of the check that found it: `signalbox explain <id>` says why it matters. */
  readonly check: string;
  readonly place: Place;
  /** What is wrong, in one sentence that names the definition: `alert "X" can never fire: …`. */
  readonly message: string;
  /** What the author can do about it, in the imperative: `ask for less than 60 s`. */
  readonly fix: string;
  /** What of the author's text it is about, the most telling first: whoever can read the file finds the line of it. */
  readonly texts?: readonly string[];
}

/** Each problem once, by file, then line, then check and message, so that the same problems print the same way. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...once.values()].sort(
    (a, b) => comparePlace(a, b) || compareText(a.check, b.check) || compareText(a.message, b.message),
  );
}

/**
 * The two lines that a person reads: place, message and check, then the fix. What either quotes may be a secret, and is none here, or
 * do something to a terminal, and does nothing.
 */
export function formatProblem({ check, place, message, fix }: Problem): string {
  const [what, how] = [message, fix].map((text) => shortened(masked(text)));
  return printable(`${place.file}:${place.line}: ${what} (${check})\n  fix: ${how}`);
}

/** A screen full of text. What a problem quotes may be a whole file that was taken for a name. */
const longest = 2_000;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
