import { readdirSync, type Dirent } from "node:fs";
import { join, sep } from "node:path";

/** Whether it is this folder, or lies in it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`);
}

/** Swap files and backups, which editors write beside the file. */
export function isEditorsOwn(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~");
}

/** @param out is none of them */
export function innerFolders(folder: string, out: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter((each) => each !== out);
}

/** All files in a folder and below it. */
export function filesBelow(folder: string, out: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return path === out ? [] : filesBelow(path, out);
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !isEditorsOwn(name));
  } catch {
    // Deleted since the folder above was read.
    return [];
  }
}
