import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inTheWay } from "../project/in-the-way.ts";
import { writeAll } from "../project/write-all.ts";
import { mistakeIn } from "./syntax/module.ts";

/** A file of the definitions that is new, or that gets more text. */
export interface WrittenFile {
  readonly kind: "new" | "changed";
  /** From the folder of the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes all of these files, or none. Each is read back first: what would not even be read again is never written.
 *
 * @returns why nothing was written; undefined when all was
 */
export function writeFiles(root: string, files: readonly WrittenFile[]): string | undefined {
  const added = files.filter(({ kind }) => kind === "new").map(({ path }) => path);
  const [there] = inTheWay(root, added);
  if (there !== undefined) return `${there} is there already.`;
  for (const { path, text } of files) {
    const mistake = mistakeIn(text);
    if (mistake !== undefined) return `${path} would have a mistake in its syntax: ${mistake}`;
  }
  return writeAll(root, Object.fromEntries(files.map((file) => [file.path, withItsLines(root, file)])));
}

/** With the ends of lines that the file has on the disk. */
function withItsLines(root: string, { kind, path, text }: WrittenFile): string {
  const isOther = kind === "changed" && readFileSync(join(root, path), "utf8").includes("\r\n");
  return isOther ? text.replace(/\r?\n/g, "\r\n") : text;
}
