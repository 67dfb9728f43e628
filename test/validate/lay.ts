import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Files } from "../../generators/output.ts";

/** Makes these the files of a folder, in which others were. */
export function lay(files: Files, folder: string, before: Files = {}): void {
  for (const path of Object.keys(before)) {
    if (files[path] === undefined) rmSync(join(folder, path));
  }
  for (const [path, text] of Object.entries(files)) {
    if (text === before[path]) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
