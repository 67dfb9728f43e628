import { existsSync } from "node:fs";
import { join } from "node:path";
import { performStep, removeTemporaries, type Step } from "../build/steps.ts";
import { fileSystemProblem } from "../build/file-system-problem.ts";

/** A file of the definitions that is new, or that gets more text. */
export interface WrittenFile {
  readonly kind: "new" | "changed";
  /** From the folder of the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes all of these files, or none: their texts are on the disk before the first of them appears under its name.
 *
 * @returns why nothing was written; undefined when all was
 */
export function writeFiles(root: string, files: readonly WrittenFile[]): string | undefined {
  const inTheWay = files.find(({ kind, path }) => kind === "new" && existsSync(join(root, path)));
  if (inTheWay) return `${inTheWay.path} is there already.`;
  const steps: Step[] = [
    ...files.map(({ path, text }): Step => ({ kind: "write temporary", path, text })),
    // New files first: what is broken off then leaves nothing that imports what is not there.
    ...ordered(files).map(({ path }): Step => ({ kind: "rename", path })),
  ];
  let current: Step | undefined;
  try {
    for (current of steps) performStep(root, current);
    return undefined;
  } catch (error) {
    removeTemporaries(root, steps);
    const problem = fileSystemProblem(error, root, current?.path);
    if (!problem) throw error;
    return `${problem.message}.`;
  }
}

function ordered(files: readonly WrittenFile[]): readonly WrittenFile[] {
  return [...files.filter(({ kind }) => kind === "new"), ...files.filter(({ kind }) => kind === "changed")];
}
