import { mkdirSync, mkdtempSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Files } from "../../generators/output.ts";

/** Puts one file in its place; given by tests that break off in the middle. */
export type Place = (from: string, to: string) => void;

/**
 * Writes all files of a new project or none. They are written beside their places first, on the same disk: what remains is to
 * rename them. Whatever fails, what was placed is taken back; package.json comes last, because it may be there already.
 *
 * @returns undefined when all is written, else what the file system said
 */
export function writeProject(folder: string, files: Files, place: Place = renameSync): Error | undefined {
  const done: (() => void)[] = [];
  const paths = Object.keys(files).sort(
    (a, b) => Number(a === "package.json") - Number(b === "package.json"),
  );
  try {
    makeFolder(folder, done);
    const stage = mkdtempSync(join(folder, ".signalbox-new-"));
    done.push(() => rmSync(stage, { recursive: true, force: true }));
    paths.forEach((path, index) => writeFileSync(join(stage, String(index)), files[path] ?? ""));
    for (const [index, path] of paths.entries()) {
      const target = join(folder, path);
      makeFolder(dirname(target), done);
      place(join(stage, String(index)), target);
      done.push(() => rmSync(target, { force: true }));
    }
    rmdirSync(stage);
    return undefined;
  } catch (error) {
    for (const undo of done.reverse()) takeBack(undo);
    if (!isOfFileSystem(error)) throw error;
    return error;
  }
}

/** Makes a folder with those above it that are missing, and notes how each is taken back: the lowest first. */
function makeFolder(folder: string, done: (() => void)[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  const made: string[] = [];
  for (let one = folder; made.at(-1) !== first; one = dirname(one)) made.push(one);
  done.push(...made.reverse().map((one) => () => rmdirSync(one)));
}

/** What another program has done there in the meantime is left as it is. */
function takeBack(undo: () => void): void {
  try {
    undo();
  } catch (error) {
    if (!isOfFileSystem(error)) throw error;
  }
}

function isOfFileSystem(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}
