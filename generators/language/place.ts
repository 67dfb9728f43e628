import { callSites, framesInStack, pathOfFile, type CallSite, type Frame } from "./stack.ts";

/** Where a definition is in the author's files. */
export interface Place {
  /** Path from the folder of the project, with `/` on every system. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The files that authors wrote, where what runs of them is something else. */
export interface AuthorsFiles {
  readonly has: (file: string) => boolean;
  /** The line that an author wrote, of what runs in a file at a line and column; undefined for what no author wrote there. */
  readonly lineOf: (file: string, line: number, column: number) => number | undefined;
}

// The folder of the language, or of the bundle: its lines are never the author's.
const languageFolder = folderOf(framesInStack()[0]);

let projectFolder = "";
let authorsFiles: AuthorsFiles | undefined;

/**
 * Sets the folder of the project whose definitions are about to be loaded: places are relative to it.
 *
 * The only setting of the language. It is no argument, because authors call its functions themselves.
 *
 * @param files of whoever loads definitions as something else than they are written; left out where Node knows the lines itself
 */
export function countPlacesFrom(folder: string, files?: AuthorsFiles): void {
  projectFolder = withEndingSeparator(folder);
  authorsFiles = files;
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
  return authorsFiles ? placeByLines(authorsFiles) : placeOutside(framesInStack());
}

// Each call that is looked at costs. Most words are called by the author's line, or by a word that is; what an objective or a job
// is made of lies within a dozen calls.
const usualDepths = [3, 13];

/** Much less work than a stack in words, which is asked for at every word of the language. */
function placeByLines(files: AuthorsFiles): Place {
  for (const depth of usualDepths) {
    const place = placeAmong(callSites(callerPlace, depth), files);
    if (place) return place;
  }
  const sites = callSites(callerPlace);
  return placeAmong(sites, files) ?? placeOutside(sites.flatMap(frameOf));
}

function placeAmong(sites: readonly CallSite[], { has, lineOf }: AuthorsFiles): Place | undefined {
  for (const site of sites) {
    const file = site.getFileName();
    // Asked for a line, V8 may have to read the function once more.
    if (!file || !has(file)) continue;
    const line = lineOf(file, site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0);
    if (line !== undefined) return { file: nameOf(file), line };
  }
  return undefined;
}

function frameOf(site: CallSite): Frame[] {
  const file = site.getFileName();
  return file ? [{ file, line: () => site.getLineNumber() ?? 0 }] : [];
}

function placeOutside(frames: readonly Frame[]): Place {
  let installed: Place | undefined;
  for (const frame of frames) {
    const place = placeOfFrame(frame);
    if (!place) continue;
    if (!/(?:^|\/)node_modules\//.test(place.file)) return place;
    installed ??= place;
  }
  return installed ?? { file: "unknown", line: 0 };
}

function placeOfFrame({ file, line }: Frame): Place | undefined {
  const path = pathOfFile(file);
  if (path.startsWith(languageFolder) || path.startsWith("node:")) return undefined;
  return { file: nameOf(path), line: line() };
}

function folderOf(frame: Frame | undefined): string {
  if (frame === undefined) throw new Error("the stack does not say where the language is");
  return pathOfFile(frame.file).replace(/[^\\/]*$/, "");
}

function nameOf(path: string): string {
  const isProjects = projectFolder !== "" && path.startsWith(projectFolder);
  return (isProjects ? path.slice(projectFolder.length) : path).replaceAll("\\", "/");
}
