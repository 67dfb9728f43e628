import type { Definitions } from "signalbox";
import { compile, type Compiled } from "../../generators/compile.ts";
import { formatProblem, type Problem } from "../../generators/problem.ts";
import { shopWith, type Replacement } from "./places-of-values.ts";

/** What some values hold that no message may print. */
const secret = "hunter2";

/** More is on no screen. */
const longestProblem = 5_000;

/** What becomes of the shop with these values: undefined where a word refuses them itself, at the author's line. */
export function compiledWith(replacements: readonly Replacement[]): Compiled | undefined {
  const definitions = definitionsWith(replacements);
  return definitions && compile(definitions);
}

function definitionsWith(replacements: readonly Replacement[]): Definitions | undefined {
  try {
    return shopWith(replacements);
  } catch {
    return undefined;
  }
}

/** What came of it that was not promised: files or problems, and each problem says where, what and how to fix it. */
export function brokenPromises({ problems, files }: Compiled): readonly string[] {
  const isEither = problems.length > 0 !== Object.keys(files).length > 0;
  return [...(isEither ? [] : ["neither files nor problems, or both"]), ...problems.flatMap(unsaid)];
}

function unsaid(problem: Problem): string[] {
  const { check, message, fix, place } = problem;
  const printed = formatProblem(problem);
  const said = `${place.file}:${place.line}: ${printed.slice(0, 200)}`;
  return [
    ...([check, message, fix].some((text) => text.trim() === "") ? [`says nothing: ${said}`] : []),
    ...(place.file === "" || !Number.isInteger(place.line) ? [`has no place: ${said}`] : []),
    ...(printed.includes(secret) ? [`prints a secret: ${said}`] : []),
    ...(printed.length > longestProblem ? [`is too long: ${said}`] : []),
  ];
}
