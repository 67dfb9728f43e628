import { fileURLToPath } from "node:url";

/** Where a definition is in the author's files. */
export interface Place {
  /** Path from the folder of the project, with `/` on every system. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

// The folder of the language, or of the bundle: its lines are never the author's.
const languageFolder = fileURLToPath(new URL("./", import.meta.url));

let projectFolder = "";

/**
 * Sets the folder of the project whose definitions are about to be loaded: places are relative to it.
 *
 * The only setting of the language. It is no argument, because authors call its functions themselves.
 */
export function countPlacesFrom(folder: string): void {
  projectFolder = withEndingSeparator(folder);
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
  const isProjects = projectFolder !== "" && path.startsWith(projectFolder);
  const file = isProjects ? path.slice(projectFolder.length) : path;
  return { file: file.replaceAll("\\", "/"), line: Number(match[2]) };
}
