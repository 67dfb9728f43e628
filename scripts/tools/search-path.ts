import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** True for a file that this user may run. */
export const isRunnable = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

/** True for a file that this user may read. */
export const isReadable = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

const inHome = (folder: string): string =>
  folder.startsWith("~/") ? join(homedir(), folder.slice(2)) : folder;

/**
 * Every program of one of these names in PATH (as its text is), then in the extra folders: the first name's before
 * the second's, and a file that several folders lead to only once.
 */
export const searchPath = async (
  programs: readonly string[],
  path: string,
  extraFolders: readonly string[] = [],
): Promise<readonly string[]> => {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...extraFolders.map(inHome)];
  const found = new Map<string, string>();
  for (const program of programs) {
    for (const folder of folders) {
      const candidate = join(folder, program);
      if (!(await isRunnable(candidate))) continue;
      const file = await realpath(candidate);
      if (!found.has(file)) found.set(file, candidate);
    }
  }
  return [...found.values()];
};
