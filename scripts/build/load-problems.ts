import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Place } from "../../generators/language/place.ts";
import type { Problem } from "../../generators/problem.ts";

/**
 * Turns what was thrown while the definitions were loaded and compiled into problems at the author's own lines.
 *
 * Wrong syntax and imports of what does not exist are found by the TypeScript compiler, and reported by it. *
 * @param root the folder of the repository
 * @returns none when no line of the author's has part in it: then it is a mistake in signalbox itself
 */
export function findLoadProblems(thrown: unknown, root: string): Problem[] {
  const places = placeFinder(root);
  if (!(thrown instanceof Error)) {
    const place = { file: "definitions/index.ts", line: 1 };
    return [problem(place, `a definition threw ${JSON.stringify(thrown)}`)];
  }
  const place = places(thrown.stack ?? "").find(({ file }) => isAuthors(file));
  return place ? [problem(place, thrown.message.replaceAll(`${root}${sep}`, ""))] : [];
}

function problem(place: Place, message: string): Problem {
  const mend = "correct this line; the build went no further, so there may be more";
  return { check: "definitions-load", place, message, mend };
}

function isAuthors(file: string): boolean {
  return file.startsWith("definitions/") && !file.startsWith("generators/language/");
}

/** A function that lists the places in the repository that a stack or a message names, in their order. */
function placeFinder(root: string): (text: string) => Place[] {
  const folders = [`${root}${sep}`, pathToFileURL(`${root}${sep}`).href].map(literal).join("|");
  // A query such as ?t=123 is how loaders tell two versions of a file apart.
  const pattern = new RegExp(`(?:${folders})([^\\n:?]+)(?:\\?[^\\n:]*)?:(\\d+)`, "g");
  return (text) =>
    [...text.matchAll(pattern)].map(([, file = "", line]) => ({
      file: file.replaceAll("\\", "/"),
      line: Number(line),
    }));
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
