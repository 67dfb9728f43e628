import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** How much a folder holds, with all below it. */
export type FolderContent = { readonly files: number; readonly bytes: number };

/** Counts the files of a folder and their sizes, without reading them; links count as files of no size. */
export const folderContent = async (folder: string): Promise<FolderContent> => {
  const content = { files: 0, bytes: 0 };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    content.files += 1;
    if (entry.isFile()) content.bytes += (await lstat(join(entry.parentPath, entry.name))).size;
  }
  return content;
};
