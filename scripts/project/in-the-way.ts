import { lstatSync } from "node:fs";
import { join } from "node:path";

/**
 * What of a folder is where new files would be written: files of these names, and files where folders must be.
 *
 * @param paths of the files that are to be written, with `/`
 * @returns paths as they are written, each once, sorted
 */
export function inTheWay(folder: string, paths: readonly string[]): string[] {
  const found = paths.flatMap((path) => firstInTheWay(folder, path));
  return [...new Set(found)].sort();
}

/** The file itself, or the part of the way to it that is no folder. */
function firstInTheWay(folder: string, path: string): string[] {
  const parts = path.split("/");
  for (let length = 1; length <= parts.length; length++) {
    const part = parts.slice(0, length).join("/");
    const status = lstatSync(join(folder, part), { throwIfNoEntry: false });
    if (status === undefined) return [];
    const isFile = length === parts.length;
    // A link to a folder would take what is written to another place.
    if (isFile || !status.isDirectory()) return [part];
  }
  return [];
}
