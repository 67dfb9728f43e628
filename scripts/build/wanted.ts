import { hash } from "node:crypto";
import { lstatSync, readFileSync, type BigIntStats } from "node:fs";
import { join } from "node:path";

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

/** Compares a text with the file that stands in its place. */
export function compareWithFile(path: string, text: string): WantedFile {
  const digest = digestOf(text);
  const stats = lstatSync(path, { bigint: true });
  // Most files that changed have another length: what need not be read is not.
  const isSame = Number(stats.size) === Buffer.byteLength(text) && digestOf(readFileSync(path)) === digest;
  // Stamped before it was read: what is written in between is noticed later.
  return isSame ? { standing: "same", digest, stamp: stampOf(stats) } : { standing: "changed", digest };
}

/** A text where no file stands. */
export function newFile(text: string): WantedFile {
  return { standing: "new", digest: digestOf(text) };
}

/** Whether the file still holds, or now holds, what is wanted. */
export function holdsWanted(folder: string, path: string, { digest, stamp }: WantedFile): boolean {
  const file = join(folder, path);
  if (stamp !== undefined && stampOf(lstatSync(file, { bigint: true })) === stamp) return true;
  return digestOf(readFileSync(file)) === digest;
}

export function digestOf(content: string | Buffer): string {
  return hash("sha256", content);
}

function stampOf({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [ino, size, mtimeNs, ctimeNs].join();
}
