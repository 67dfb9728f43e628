import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const root = join(import.meta.dirname, "../..");

/** A copy of the repository in which a test can do what an author would do. */
export interface ScratchCopy {
  readonly folder: string;
  /** Replaces a text that stands in the file exactly once; gives the line of the new text's `at`, or of its start. */
  readonly edit: (file: string, from: string, to: string, at?: string) => string;
  /** `npm run <script>`, without npm's own words. */
  readonly run: (script: "build", ...args: string[]) => { readonly code: number | null; readonly output: string };
  /** Path and text of every file in out/. */
  readonly readOut: () => Readonly<Record<string, string>>;
}

export function scratchCopy(): ScratchCopy {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-scratch-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const entry of ["definitions", "generators", "scripts", "out", "package.json", "tsconfig.json"]) {
    cpSync(join(root, entry), join(folder, entry), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return {
    folder,
    edit: (file, from, to, at = to) => editFile(folder, file, from, to, at),
    run: (script, ...args) => runScript(folder, script, args),
    readOut: () => readFolder(join(folder, "out")),
  };
}

function editFile(folder: string, file: string, from: string, to: string, at: string): string {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (text.split(from).length !== 2) throw new Error(`${file} must hold exactly once: ${from}`);
  const changed = text.replace(from, () => to);
  writeFileSync(path, changed);
  return `${file}:${changed.slice(0, changed.indexOf(at)).split("\n").length}`;
}

function runScript(folder: string, script: string, args: readonly string[]) {
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, `scripts/${script}.ts`, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, output: stdout + stderr };
}

function readFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
