import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../generators/output.ts";

export type { Subject } from "../../generators/targets/validation/validator.ts";

/** Reads these files of out/, and no others: a folder of secrets may stand beside them. */
export function readFiles(outFolder: string, paths: Iterable<string>): Files {
  return Object.fromEntries([...paths].map((path) => [path, readFileSync(join(outFolder, path), "utf8")]));
}
