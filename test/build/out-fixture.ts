import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { CompiledFile } from "../../generators/compile.ts";
import type { Files } from "../../generators/output.ts";
import { build } from "../../scripts/build/build.ts";
import type { BuildOutcome, BuildRequest } from "../../scripts/build/build.ts";

/** A folder that is deleted when the test ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-build-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file below the folder, with the folders on the way to it. */
export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Every file and every empty folder below a folder, so that two states can be compared as a whole. */
export function readTree(folder: string, under = ""): Record<string, string> {
  const items = readdirSync(join(folder, under), { withFileTypes: true });
  if (items.length === 0) return { [`${under}/`]: "(empty)" };
  return Object.assign(
    {},
    ...items.map((item) => {
      const path = under === "" ? item.name : `${under}/${item.name}`;
      if (item.isDirectory()) return readTree(folder, path);
      return { [path]: item.isFile() ? readFileSync(join(folder, path), "utf8") : "(no file)" };
    }),
  );
}

/** Builds these files into the folder. */
export function buildFiles(
  outFolder: string,
  files: Files,
  more: Partial<Omit<BuildRequest, "outFolder">> = {},
): BuildOutcome {
  return build({ compiled: { problems: [], files: inTurn(files) }, outFolder, mode: "write", ...more });
}

/** Files, as the compiler gives them. */
export function* inTurn(files: Files): Generator<CompiledFile> {
  for (const [path, text] of Object.entries(files)) yield { path, text: () => text };
}

export const manifestHeader = '# Generated from definitions/ by "signalbox build": edit there, not here.';

/** The tree that a build of these files leaves. */
export function treeOf(files: Files): Record<string, string> {
  return { ...files, "manifest.txt": `${[manifestHeader, ...Object.keys(files).sort()].join("\n")}\n` };
}
