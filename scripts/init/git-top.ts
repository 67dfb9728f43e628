import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/**
 * Where a folder lies in the git repository that it is in, with `/`: `""` at its top, or in none.
 *
 * In a worktree and in a submodule `.git` is a file.
 */
export function folderInRepository(folder: string): string {
  for (let top = resolve(folder); ; top = dirname(top)) {
    if (existsSync(join(top, ".git"))) return relative(top, resolve(folder)).split(sep).join("/");
    if (top === dirname(top)) return "";
  }
}
