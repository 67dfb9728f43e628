import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "../../generators/model/model.ts";
import type { Files } from "../../generators/output.ts";

/** What is judged: the files of out/ as they stand there, and what they were generated from. */
export interface Subject {
  readonly model: Model;
  /** Absolute path of out/. */
  readonly outFolder: string;
  /** Path under out/, with `/`, to the text that stands there. */
  readonly files: Files;
}

/** Reads these files of out/, and no others: a folder of secrets may stand beside them. */
export function readFiles(outFolder: string, paths: Iterable<string>): Files {
  return Object.fromEntries([...paths].map((path) => [path, readFileSync(join(outFolder, path), "utf8")]));
}
