import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Files } from "../../generators/output.ts";
import { temporaryPath } from "../build/temporary-file.ts";

/** Puts one file in its place; given by tests that break off in the middle. */
export type Place = (from: string, to: string) => void;

/**
 * Writes all files or none. They are written into a folder beside their places first, on the same disk: what remains is to rename
 * them. Whatever fails, what was placed is taken back. New files come first: killed in the middle, nothing imports what is not there.
 *
 * @param files texts by their paths in the folder, with `/`
 * @returns why nothing was written; undefined when all was
 */
export function writeAll(folder: string, files: Files, place: Place = renameSync): string | undefined {
  const undo: (() => void)[] = [];
  let current = ".";
  try {
    makeFolder(folder, undo);
    const stage = join(folder, temporaryPath("new-files", process.pid));
    undo.push(() => rmSync(stage, { recursive: true, force: true }));
    // A process of the same number may have been killed here.
    rmSync(stage, { recursive: true, force: true });
    mkdirSync(stage);
    const staged = Object.entries(files).map(([path, text], index) => {
      current = path;
      return stagedFile(join(folder, path), join(stage, String(index)), text, path);
    });
    for (const file of [...staged.filter(({ isNew }) => isNew), ...staged.filter(({ isNew }) => !isNew)]) {
      current = file.path;
      placeOne(file, place, undo);
    }
    rmSync(stage, { recursive: true, force: true });
    return undefined;
  } catch (error) {
    for (const one of undo.reverse()) takeBack(one);
    if (!isOfFileSystem(error)) throw error;
    // The message ends with the call and its paths, which are not those that somebody knows: "EACCES: permission denied, open '/…'".
    const reason = error.message.split(", ")[0];
    return `${current === "." ? folder : current} cannot be written: ${reason}.`;
  }
}

interface StagedFile {
  readonly path: string;
  readonly target: string;
  /** Where the new text waits; what was there before waits beside it. */
  readonly from: string;
  readonly isNew: boolean;
}

function stagedFile(wanted: string, from: string, text: string, path: string): StagedFile {
  writeFileSync(from, text);
  if (!existsSync(wanted)) return { path, target: wanted, from, isNew: true };
  // A link stays one, and who may read or run the file stays as it was.
  const target = realpathSync(wanted);
  chmodSync(from, statSync(target).mode);
  copyFileSync(target, `${from}.old`);
  return { path, target, from, isNew: false };
}

function placeOne({ target, from, isNew }: StagedFile, place: Place, undo: (() => void)[]): void {
  makeFolder(dirname(target), undo);
  place(from, target);
  undo.push(() => (isNew ? rmSync(target, { force: true }) : renameSync(`${from}.old`, target)));
}

/** Makes a folder with those above it that are missing, and notes how each is taken back: the lowest first. */
function makeFolder(folder: string, undo: (() => void)[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  const made: string[] = [];
  for (let one = folder; made.at(-1) !== first; one = dirname(one)) made.push(one);
  undo.push(...made.reverse().map((one) => () => rmdirSync(one)));
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
