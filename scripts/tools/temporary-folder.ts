import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ourFolder } from "./gone-with-us.ts";

/** A folder for what other programs write. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** Makes a folder that goes with this process at the latest, however that ends. */
export function temporaryFolder(prefix: string): TemporaryFolder {
  const path = mkdtempSync(join(ourFolder(), prefix));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
