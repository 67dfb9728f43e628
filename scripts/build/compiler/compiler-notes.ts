import { copyFileSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { contentKey } from "../../kept/content-key.ts";
import { makeFolder } from "../../start/make-folder.cjs";
import { temporaryPath } from "../temporary-file.ts";

/** The file in which the compiler notes down what it knows, from one run to the next. */
export interface CompilerNotes {
  readonly path: string;
  /** Where a run has them to itself: another one at the same time must not read what this one writes. */
  readonly taken: string;
}

export function notesAt(path: string): CompilerNotes {
  return { path, taken: temporaryPath(path, process.pid) };
}

/**
 * Takes the notes for a run; those of other contents are left out, because somebody else has written them, or not to their end.
 *
 * @param name of their contents
 * @returns whether a run can write any
 */
export function takeNotes({ path, taken }: CompilerNotes, name: string | undefined): boolean {
  try {
    makeFolder(dirname(path));
    rmSync(taken, { force: true });
    if (name !== undefined && nameOfFile(path) === name) copyFileSync(path, taken);
    return true;
  } catch {
    return false;
  }
}

function nameOfFile(path: string): string | undefined {
  try {
    return contentKey(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Puts the notes of a run in the place of the earlier ones; undefined where it wrote none. */
export function putNotesBack({ path, taken }: CompilerNotes): string | undefined {
  try {
    const text = readFileSync(taken, "utf8");
    renameSync(taken, path);
    return text;
  } catch {
    return undefined;
  }
}
