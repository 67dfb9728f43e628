import { inTheWay } from "../project/in-the-way.ts";
import { writeAll } from "../project/write-all.ts";

/** A file of the definitions that is new, or that gets more text. */
export interface WrittenFile {
  readonly kind: "new" | "changed";
  /** From the folder of the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes all of these files, or none.
 *
 * @returns why nothing was written; undefined when all was
 */
export function writeFiles(root: string, files: readonly WrittenFile[]): string | undefined {
  const added = files.filter(({ kind }) => kind === "new").map(({ path }) => path);
  const [there] = inTheWay(root, added);
  if (there !== undefined) return `${there} is there already.`;
  return writeAll(root, Object.fromEntries(files.map(({ path, text }) => [path, text])));
}
