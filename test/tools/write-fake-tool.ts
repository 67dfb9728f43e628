import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes a program that says it is `name` of this version; the answer is its path. */
export const writeFakeTool = async (folder: string, name: string, version: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\necho "${name}, version ${version} (branch: none)"\n`, { mode: 0o755 });
  return path;
};
