import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Files } from "../../generators/output.ts";

/** Writes the files into a folder of their own, which goes when the test ends; gives the folder. */
export function writtenFiles(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-outputs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
