import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder, put } from "./out-fixture.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const copied = [
  "package.json",
  "tsconfig.json",
  "scripts",
  "generators",
  "definitions/tsconfig.json",
  "generators/language/place.ts",
];

/**
 * A project of its own: the real build command, the definitions of the test, and a compile() that gives back what
 * the definitions already are, `{ problems, files }`.
 */
export function makeProject(definitions: Readonly<Record<string, string>>): string {
  const folder = makeFolder();
  for (const path of copied) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  put(folder, "generators/compile.ts", "export const compile = <T>(definitions: T): T => definitions;\n");
  for (const [path, text] of Object.entries(definitions)) put(folder, `definitions/${path}`, text);
  return folder;
}

/** A definitions/index.ts that gives these files. */
export function indexOf(files: Readonly<Record<string, string>>): string {
  return `export const definitions = { problems: [], files: ${JSON.stringify(files)} };\n`;
}

/** Starts the build command in the project, without the colours and the loader options of the test's own process. */
export function startBuild(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  const { NODE_OPTIONS: _options, FORCE_COLOR: _colour, NO_COLOR: _plain, ...inherited } = process.env;
  return spawn(
    process.execPath,
    ["--conditions=signalbox-source", "--import", "tsx", "scripts/build.ts", ...args],
    {
      cwd: folder,
      env: { ...inherited, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
}

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the build command to its end. */
export function runBuild(
  folder: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const child = startBuild(folder, args, env);
  const printed = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, ...printed }));
  });
}
