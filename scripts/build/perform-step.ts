import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Step } from "./steps.ts";
import { temporaryPath } from "./temporary-file.ts";

/**
 * Does one step in the folder.
 *
 * @throws the file system's error, as it comes
 */
export function performStep(folder: string, step: Step): void {
  const target = join(folder, step.path);
  const temporary = join(folder, temporaryPath(step.path, process.pid));
  switch (step.kind) {
    case "write temporary":
      mkdirSync(dirname(target), { recursive: true });
      return writeFileSync(temporary, step.text);
    case "rename":
      return renameSync(temporary, target);
    case "delete":
      return rmSync(target);
    case "delete folder":
      return rmdirSync(target);
  }
}

/** Takes back the temporary files of steps that could not all be done; one that stays, the next build removes. */
export function removeTemporaries(folder: string, steps: readonly Step[]): void {
  for (const { kind, path } of steps) {
    if (kind === "write temporary") removeIfPossible(join(folder, temporaryPath(path, process.pid)));
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The disk has refused already, and that first problem is the one to tell.
  }
}
