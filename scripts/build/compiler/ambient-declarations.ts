import { readFileSync } from "node:fs";
import { contentKey } from "../../kept/content-key.ts";
import { remembered } from "../../../generators/remembered.ts";
import type { FilesOnDisk } from "../../kept/files-on-disk.ts";
import { missing, type KnownFile } from "../../start/known-files.cjs";
import type { CompilerReads } from "./compiler-reads.ts";
import { isInstalled } from "./fingerprint.ts";

/**
 * A name for what is declared for files that need not import it: what is installed may declare something for all of them.
 *
 * What a file has against a change of that, the compiler finds only where it looks at all files anew.
 *
 * @returns undefined where a file of the project itself declares something for others, or cannot be read: that may change with any
 * file, and nothing can be said of the others from how they were
 */
export function ambientDeclarations({ files }: CompilerReads, disk: FilesOnDisk): string | undefined {
  try {
    const looks = files.map((file) => disk.look(file));
    const installed = looks.filter(({ path }) => isInstalled(path));
    const own = looks.filter(({ path }) => !isInstalled(path));
    if (own.some(declaresForOthers) || installed.some(({ hash }) => hash === missing)) return undefined;
    return contentKey(...installed.flatMap(({ path, hash }) => [path, hash]));
  } catch {
    return undefined;
  }
}

/** Whether it adds to the types of another module, or to those of all: as what is no module does with everything in it. */
const declaresForOthers = remembered(({ path }: KnownFile): boolean => {
  if (path.endsWith(".json")) return false;
  const text = readFileSync(path, "utf8");
  return /\bdeclare\s+(?:module|global)\b/.test(text) || !/^\s*(?:import|export)\b/m.test(text);
});
