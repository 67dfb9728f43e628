import { dirname, relative } from "node:path/posix";
import { type Imports, importsOf } from "../code/imports.ts";
import type { Exported } from "./known-project.ts";

/** How one file of a project imports another: `../metrics/index.ts`. Both are paths from the project's folder. */
export function modulePath(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}

/** What code needs: words of the language, and what other files of the project export. */
export interface Needs {
  readonly words: readonly string[];
  readonly exports: readonly Exported[];
}

/** The imports of a file that needs these; what it exports itself needs none. */
export function importsFor(file: string, { words, exports }: Needs): Imports {
  const others = exports.filter((one) => one.file !== file);
  return importsOf([
    ...words.map((word) => ["signalbox", word] as const),
    ...others.map((one) => [modulePath(file, one.file), one.name] as const),
  ]);
}
