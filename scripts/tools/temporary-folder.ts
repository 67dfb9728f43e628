import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whenWeDie } from "./when-we-die.ts";

/** A folder for what other programs write. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

// What a program writes while it is being ended may make the folder anew: in five seconds it has ended.
const removed = 'for try in 1 2 3 4 5; do rm -rf "$0"; sleep 1; done';

/** Makes a folder that goes with this process at the latest, however that ends. */
export function temporaryFolder(prefix: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), prefix));
  const callOff = whenWeDie(removed, path);
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true });
      callOff();
    },
  };
}
