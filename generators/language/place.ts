import { fileURLToPath } from "node:url";

/** Where a definition is in the author's files. */
export interface Place {
  /** Path from the folder of the project, with `/` on every system. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The line that an author wrote, of what runs in a file at a line and column; undefined for what no author wrote there. */
export type AuthorsLine = (file: string, line: number, column: number) => number | undefined;

// The folder of the language, or of the bundle: its lines are never the author's.
const languageFolder = fileURLToPath(new URL("./", import.meta.url));

let projectFolder = "";
let authorsLine: AuthorsLine | undefined;

/**
 * Sets the folder of the project whose definitions are about to be loaded: places are relative to it.
 *
 * The only setting of the language. It is no argument, because authors call its functions themselves.
 *
 * @param lineOf of whoever loads definitions as something else than they are written; left out where Node knows the lines itself
 */
export function countPlacesFrom(folder: string, lineOf?: AuthorsLine): void {
  projectFolder = withEndingSeparator(folder);
  authorsLine = lineOf;
}

function withEndingSeparator(folder: string): string {
  if (/[\\/]$/.test(folder)) return folder;
  return folder + (folder.includes("\\") ? "\\" : "/");
}

/**
 * The line that called a function of the language: the first stack frame outside of the language that is not in an installed
 * package, or else the first one.
 *
 * Every function calls this once, so that a problem can name the author's line and not one of ours.
 */
export function callerPlace(): Place {
  return (authorsLine && placeByLines(authorsLine)) ?? placeInStack();
}

/** Much less work than a stack in words, which is asked for at every word of the language. */
function placeByLines(lineOf: AuthorsLine): Place | undefined {
  for (const depth of [...usualDepths, Error.stackTraceLimit]) {
    const place = placeAmong(callSites(depth), lineOf);
    if (place) return place;
  }
  return undefined;
}

// Each call that is looked at costs. Most words are called by the author's line, or by a word that is; what an objective or a job
// is made of lies within a dozen calls.
const usualDepths = [3, 13];

function placeAmong(sites: readonly NodeJS.CallSite[], lineOf: AuthorsLine): Place | undefined {
  for (const site of sites) {
    const file = site.getFileName();
    if (!file) continue;
    const line = lineOf(file, site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0);
    if (line !== undefined) return { file: nameOf(file), line };
  }
  return undefined;
}

/** The calls that led to the one of `callerPlace`. */
function callSites(depth: number): readonly NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  let found: readonly NodeJS.CallSite[] = [];
  Error.prepareStackTrace = (_error, sites) => {
    found = sites;
    return "";
  };
  Error.stackTraceLimit = depth;
  const stack = { stack: "" };
  Error.captureStackTrace(stack, callerPlace);
  // It is prepared when somebody reads it.
  void stack.stack;
  Error.stackTraceLimit = stackTraceLimit;
  Error.prepareStackTrace = prepareStackTrace;
  return found;
}

function placeInStack(): Place {
  const frames = (new Error().stack ?? "").split("\n").slice(1);
  let installed: Place | undefined;
  for (const frame of frames) {
    const place = placeOfFrame(frame);
    if (!place) continue;
    if (!/(?:^|\/)node_modules\//.test(place.file)) return place;
    installed ??= place;
  }
  return installed ?? { file: "unknown", line: 0 };
}

function placeOfFrame(frame: string): Place | undefined {
  const match = /(?:\(|at (?:async )?)((?:file:\/\/)?[^()]+?):(\d+):\d+\)?$/.exec(frame);
  if (!match?.[1] || !match[2]) return undefined;
  // Loaders add a query such as ?t=123 to tell two versions of a file apart.
  const path = (match[1].startsWith("file://") ? fileURLToPath(match[1]) : match[1]).replace(/\?.*$/, "");
  if (path.startsWith(languageFolder) || path.startsWith("node:")) return undefined;
  return { file: nameOf(path), line: Number(match[2]) };
}

function nameOf(path: string): string {
  const isProjects = projectFolder !== "" && path.startsWith(projectFolder);
  return (isProjects ? path.slice(projectFolder.length) : path).replaceAll("\\", "/");
}
