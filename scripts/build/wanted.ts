import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledFile } from "../../generators/compile.ts";
import type { FilesOnDisk } from "../kept/files-on-disk.ts";
import { hashOfBytes, missing } from "../start/known-files.cjs";

/** What is left of a file that shall stand in out/ once its text was looked at. */
export interface WantedFile {
  /** How what stands at its path compares with it: `new` where no file does. */
  readonly standing: "new" | "changed" | "same";
  /** Of its contents, as `hashOfBytes` names them. */
  readonly hash: string;
}

/** All that shall stand in out/, by path. */
export type Wanted = ReadonlyMap<string, WantedFile>;

/** Compares a file that is wanted with the one that stands in its place. */
export function compareWithFile(path: string, file: CompiledFile, files: FilesOnDisk): WantedFile {
  const hash = hashOfFile(file);
  return { standing: hashAt(path, files) === hash ? "same" : "changed", hash };
}

/** A file that is wanted where none stands. */
export function newFile(file: CompiledFile): WantedFile {
  return { standing: "new", hash: hashOfFile(file) };
}

/** A file that stays as it is, whatever it holds. */
export function asItIs(path: string, files: FilesOnDisk): WantedFile {
  return { standing: "same", hash: hashAt(path, files) };
}

/** Whether the file still holds, or now holds, what is wanted. */
export function holdsWanted(folder: string, path: string, { hash }: WantedFile, files: FilesOnDisk): boolean {
  return hashAt(join(folder, path), files) === hash;
}

/** @throws the file system's error, as it comes */
function hashAt(path: string, files: FilesOnDisk): string {
  const { hash } = files.look(path);
  // What cannot be read is refused once more, in the system's own words.
  return hash === missing ? hashOfBytes(readFileSync(path)) : hash;
}

function hashOfFile({ digest, text }: CompiledFile): string {
  return digest ?? hashOfBytes(text());
}
