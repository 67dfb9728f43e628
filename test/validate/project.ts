import { spawn } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "../build/out-fixture.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const copied = {
  "package.json": "package.json",
  "tsconfig.json": "tsconfig.json",
  "definitions/tsconfig.json": "definitions/tsconfig.json",
  scripts: "scripts",
  generators: "generators",
  "generators/language": "generators/language",
  "test/validate/shop": "definitions",
};

/** A project of its own, whose definitions are those of the shop. */
export function shopProject(): string {
  const folder = makeFolder();
  for (const [from, to] of Object.entries(copied)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(repository, from), join(folder, to), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return folder;
}

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `build` or `validate` in the project to its end, as on a person's machine unless the environment says CI. */
export function runScript(
  folder: string,
  script: "build" | "validate",
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const {
    NODE_OPTIONS: _options,
    FORCE_COLOR: _colour,
    NO_COLOR: _plain,
    CI: _ci,
    ...inherited
  } = process.env;
  const child = spawn(
    process.execPath,
    ["--conditions=signalbox-source", "--import", "tsx", `scripts/${script}.ts`, ...args],
    {
      cwd: folder,
      env: { ...inherited, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, ...printed }));
  });
}
