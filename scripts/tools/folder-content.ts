import { lstat, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { contentDigest } from "./content-digest.ts";

/** How much a folder holds, with all below it, and a name for what it is. */
export type FolderContent = { readonly files: number; readonly bytes: number; readonly sha256: string };

export type FolderContentOptions = {
  /** A file of the folder that does not count. */
  readonly but?: string;
  /** Where it is remembered what was hashed. */
  readonly memoryFile?: string;
};

/** Counts the files of a folder and their sizes, and hashes what they hold; links count as files of no size. */
export const folderContent = async (
  folder: string,
  { but, memoryFile }: FolderContentOptions = {},
): Promise<FolderContent> => {
  const names: string[] = [];
  let files = 0;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (entry.isDirectory() || name === but) continue;
    files += 1;
    if (!entry.isFile()) continue;
    names.push(name);
    bytes += (await lstat(path)).size;
  }
  return { files, bytes, sha256: await contentDigest({ folder, names }, memoryFile) };
};
