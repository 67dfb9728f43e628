import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { performStep, type Step } from "./steps.ts";
import { temporaryPath } from "./temporary-file.ts";

/** Does the steps of a build so that they can be taken back. */
export interface TakingBack {
  readonly perform: (folder: string, step: Step) => void;
  /** Brings everything back to what it was; which folders are empty is seen by the next build. */
  readonly takeBack: () => void;
}

export function takingBack(): TakingBack {
  const before = new Map<string, Buffer | undefined>();
  return {
    perform(folder, step) {
      const path = join(folder, step.path);
      const changes = step.kind === "rename" || step.kind === "delete";
      if (changes && !before.has(path)) before.set(path, existsSync(path) ? readFileSync(path) : undefined);
      performStep(folder, step);
    },
    takeBack() {
      for (const [path, bytes] of before) {
        if (bytes === undefined) rmSync(path, { force: true });
        else putBack(path, bytes);
      }
      // What is written there later is none of these steps.
      before.clear();
    },
  };
}

/** At once: whoever reads it meanwhile gets the one or the other. */
function putBack(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = temporaryPath(path, process.pid);
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}
