import { lstatSync, readFileSync, type BigIntStats } from "node:fs";
import { join } from "node:path";
import type { CompiledFile } from "../../generators/compile.ts";
import { hashOfBytes } from "../start/known-files.cjs";

/** What is left of a file that shall stand in out/ once its text was looked at. */
export interface WantedFile {
  /** How what stands at its path compares with it: `new` where no file does. */
  readonly standing: "new" | "changed" | "same";
  readonly digest: string;
  /** Of the file that is the same, when it was compared; it changes with everything that is done to it. */
  readonly stamp?: string;
}

/** All that shall stand in out/, by path. */
export type Wanted = ReadonlyMap<string, WantedFile>;

/** Compares a file that is wanted with the one that stands in its place. */
export function compareWithFile(path: string, file: CompiledFile): WantedFile {
  const digest = file.digest ?? hashOfBytes(file.text());
  const stats = lstatSync(path, { bigint: true });
  const isSame = hashOfBytes(readFileSync(path)) === digest;
  // Stamped before it was read: what is written in between is noticed later.
  return isSame ? { standing: "same", digest, stamp: stampOf(stats) } : { standing: "changed", digest };
}

/** A file that is wanted where none stands. */
export function newFile({ text, digest = hashOfBytes(text()) }: CompiledFile): WantedFile {
  return { standing: "new", digest };
}

/** A file that stays as it is, whatever it holds. */
export function asItIs(path: string): WantedFile {
  return { standing: "same", digest: hashOfBytes(readFileSync(path)) };
}

/** Whether the file still holds, or now holds, what is wanted. */
export function holdsWanted(folder: string, path: string, { digest, stamp }: WantedFile): boolean {
  const file = join(folder, path);
  if (stamp !== undefined && stampOf(lstatSync(file, { bigint: true })) === stamp) return true;
  return hashOfBytes(readFileSync(file)) === digest;
}

function stampOf({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [ino, size, mtimeNs, ctimeNs].join();
}
