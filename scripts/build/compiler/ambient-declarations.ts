import { readFileSync } from "node:fs";
import { contentKey } from "../../kept/content-key.ts";
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
export function ambientDeclarations({ files }: CompilerReads): string | undefined {
  try {
    const texts = files.map((file) => [file, readFileSync(file, "utf8")] as const);
    if (texts.some(([file, text]) => !isInstalled(file) && declaresForOthers(file, text))) return undefined;
    return contentKey(...texts.filter(([file]) => isInstalled(file)).flat());
  } catch {
    return undefined;
  }
}

/** Whether it adds to the types of another module, or to those of all: as what is no module does with everything in it. */
function declaresForOthers(file: string, text: string): boolean {
  if (file.endsWith(".json")) return false;
  return /\bdeclare\s+(?:module|global)\b/.test(text) || !/^\s*(?:import|export)\b/m.test(text);
}
