import { realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { importsIn, isBeside } from "./imports-in.ts";

/** The files beside it that a module's text seems to import. */
export function importedFiles(importer: string, text: string): string[] {
  return importsIn(text)
    .filter(isBeside)
    .flatMap((path) => importedFile(importer, path) ?? []);
}

/** The file that a path in an import leads to, as the disk spells it: two links to a file are one module. */
export function importedFile(importer: string, path: string): string | undefined {
  try {
    return realpathSync.native(resolve(dirname(importer), path));
  } catch {
    return undefined;
  }
}
