import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Place } from "../../generators/language/place.ts";
import type { Problem } from "../../generators/problem.ts";
import { engine } from "../engine.ts";
import type { Calls } from "./look-at-main.ts";
import { hungIn, limitName, limitSeconds, type Hung } from "./limited.ts";
import { authorsLine } from "./load-module.ts";
import { readThrown } from "./thrown.ts";
import { grownTooLarge } from "./too-much.ts";
import { fixOf } from "./without-chance.ts";

/** A module that was loaded: the folder of its project, and its own path from there. */
export interface Loaded {
  readonly root: string;
  readonly file: string;
}

/** Does something with a module of the author's; what their code throws becomes a problem at its line. */
export async function guarded<T>(
  loaded: Loaded,
  work: () => T | Promise<T>,
): Promise<T | { readonly problems: readonly Problem[] }> {
  try {
    return await work();
  } catch (error) {
    const problems = findLoadProblems(error, loaded);
    if (problems.length === 0) throw error;
    return { problems };
  }
}

/** The same for what is done bit by bit: after what was thrown nothing more comes but its problems. */
export function* guardedInTurn<T>(loaded: Loaded, work: Iterable<T>): Generator<T | Problem> {
  try {
    yield* work;
  } catch (error) {
    const problems = findLoadProblems(error, loaded);
    if (problems.length === 0) throw error;
    yield* problems;
  }
}

/**
 * Turns what was thrown while a module of the author's was loaded, or its definitions were compiled, into problems at the
 * author's own lines.
 *
 * Wrong syntax and imports of what does not exist are found by the TypeScript compiler, and reported by it.
 * @returns none when no line of the author's has part in it: then it is a mistake in signalbox itself
 */
export function findLoadProblems(thrown: unknown, { root, file }: Loaded): Problem[] {
  const hung = hungIn(thrown);
  if (hung) return [hungProblem(hung, { root, file })];
  const { message, stack } = readThrown(thrown);
  const grown = grownTooLarge(thrown);
  const found = placesIn(stack ?? "", root).find((one) => isAuthors(one.file, root));
  const place = found ?? (isWithoutCalls(message, stack) ? { file, line: 1 } : undefined);
  if (!place) return [];
  const tooEarly = /^Cannot access '(.+)' before initialization$/.exec(message)?.[1];
  if (grown) return [problem(place, grown.message, grown.fix)];
  return [
    tooEarly === undefined
      ? problem(place, message.replaceAll(`${root}${sep}`, ""), isTooDeep(message) ? flatten : fixOf(thrown))
      : problem(
          place,
          `${tooEarly} is used before it is defined: it stands further down, or its file and this one import each other`,
          `move ${tooEarly} up, or what both files need into a third one that imports neither`,
        ),
  ];
}

/** What never ended is a problem at the innermost line of the author's that was being carried out. */
export function hungProblem({ calls, message }: Hung, { root, file }: Loaded): Problem {
  const place = placesIn(stackOf(calls), root).find((one) => isAuthors(one.file, root));
  return problem(
    place ?? { file, line: 1 },
    message,
    `look for a loop, a generator or a function that does not end; ${limitName}=${limitSeconds() * 10} gives it ten times as long`,
  );
}

function stackOf(calls: Calls): string {
  return calls.map(({ url, line, column }) => `    at ${url}:${line}:${column}`).join("\n");
}

/** What an author threw that is no error, or whose stack they took away; or so many calls that they do not fit into a stack. */
function isWithoutCalls(message: string, stack: string | undefined): boolean {
  return isTooDeep(message) || !/\n\s+at /.test(stack ?? "");
}

function isTooDeep(message: string): boolean {
  return message === "Maximum call stack size exceeded";
}

const flatten =
  "look for a function that calls itself without end, or for values that are nested thousands deep";

const correctLine = "correct this line; the build stopped here, so there may be more problems";

function problem(place: Place, message: string, fix = correctLine): Problem {
  return { check: "definitions-load", place, message, fix };
}

/** Whether a file is of the project's folder, and the author's. */
export function isAuthorsIn(root: string, path: string): boolean {
  return (
    path.startsWith(`${root}${sep}`) && isAuthors(path.slice(root.length + 1).replaceAll("\\", "/"), root)
  );
}

/** Whether a file of the project's folder is the author's: neither installed nor, in the engine's own repository, the engine. */
function isAuthors(file: string, root: string): boolean {
  if (/(?:^|\/)node_modules\//.test(file)) return false;
  const isEngines = `${root}${sep}` === engine.packageFolder && /^(?:generators|scripts)\//.test(file);
  return !isEngines;
}

/** The places in the project that a stack names, in their order. */
function placesIn(stack: string, root: string): Place[] {
  const [folder, address] = [`${root}${sep}`, pathToFileURL(`${root}${sep}`).href].map(literal);
  // A query such as ?t=123 is how loaders tell two versions of a file apart; a folder may have such a mark in its name too.
  const file = String.raw`([^\n:]+?\.\w+|[^\n:?]+)(?:\?[^\n:/]*)?`;
  const pattern = new RegExp(String.raw`(?:${folder}|(${address}))${file}:(\d+)(?::(\d+))?`, "g");
  return [...stack.matchAll(pattern)].flatMap(([, isAddress, written = "", line, column]) => {
    const path = isAddress === undefined ? written : decodeURIComponent(written);
    const found = authorsLine(join(root, path), Number(line), Number(column));
    return found === undefined ? [] : [{ file: path.replaceAll("\\", "/"), line: found }];
  });
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
