import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Files } from "../../generators/output.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

/** Does some work in a folder that holds these files, and goes afterwards. */
export async function inTemporaryFolder<Result>(
  files: Files,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const { path: folder, remove } = temporaryFolder("run-");
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await work(folder);
  } finally {
    remove();
  }
}
